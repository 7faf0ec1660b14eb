import { contactOfSender } from '../contact/contact-of-sender';
import type { Tx } from '../core/tx';
import { foldAddress } from '../model/address';
import type { Id } from '../model/ids';
import type { Inbox } from '../model/inbox';
import type { IncomingMail } from './incoming-mail';
import type { LoggedMail } from './logged-as';
import { ourAddresses } from './our-addresses';

/**
 * The contact behind a mail's sender, made on the spot where there is none (CHN-6). A mail that names no sender has none, nor has one that claims
 * to come from the inbox itself, as extortion mail does.
 */
export async function contactOfMail(tx: Tx, mail: IncomingMail, { from }: LoggedMail, { workspaceId, space }: Inbox): Promise<Id | null> {
  if (!from.address || (await ourAddresses(tx, space)).has(foldAddress(from.address))) return null;
  return contactOfSender(tx, from, { id: mail.ids.contactId, workspaceId, at: mail.receivedAt });
}
