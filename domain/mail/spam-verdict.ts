import type { SenderRule } from '../model/contact';
import type { Conversation } from '../model/conversation';
import type { Inbox } from '../model/inbox';
import type { IncomingMail } from './incoming-mail';
import { findRoleAddress } from './role-addresses';

export type SpamVerdict = Pick<NonNullable<Conversation['spam']>, 'reason' | 'rule'>;

/** What the rule looks at, all about a mail that begins a new conversation. */
export interface Suspect {
  mail: Pick<IncomingMail, 'bulk' | 'providerConfirmation' | 'automatic'>;
  senderAddress: string;
  senderRule: SenderRule | undefined;
  /** The workspace has a contact with this address: somebody has dealt with them before. */
  knownContact: boolean;
  /** One of our own agents passed it on: a person has looked at it. */
  forwardedByAgent: boolean;
  inbox: Pick<Inbox, 'roleAddressRule' | 'extraRoleAddresses'>;
}

/**
 * Whether a mail that begins a conversation goes to Spam, and by which rule (VIEW-9, D10, D14). A mail in a thread that exists is never asked
 * about: a thread we have written in is never spam, and one that lies in Spam keeps its mail there (D13).
 */
export function spamVerdict({ mail, senderAddress, senderRule, knownContact, forwardedByAgent, inbox }: Suspect): SpamVerdict | null {
  if (mail.providerConfirmation || forwardedByAgent || senderRule?.kind === 'allow') return null;
  if (senderRule) return { reason: senderRule.kind === 'block' ? 'blocked-sender' : 'denied-sender', rule: senderRule.pattern };
  // A bounce comes from a machine's address by its nature; it is news about our own mail.
  if (mail.automatic === 'bounce') return null;
  if (mail.bulk && !knownContact) return { reason: 'bulk-mail', rule: null };
  if (inbox.roleAddressRule === 'off' || (inbox.roleAddressRule === 'first-contact-only' && knownContact)) return null;
  const role = findRoleAddress(senderAddress, inbox.extraRoleAddresses);
  return role === undefined ? null : { reason: 'role-address', rule: role };
}
