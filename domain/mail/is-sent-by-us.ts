import type { Tx } from '../core/tx';
import { foldAddress } from '../model/address';
import type { Inbox } from '../model/inbox';
import type { IncomingMail } from './incoming-mail';
import { ourAddresses } from './our-addresses';
import { teamAddresses } from './team-addresses';

/**
 * Whether a mail out of the team's own mailbox was sent by the team: what lay in Sent. In an archive both directions lie together; there it is what is
 * from an address of the inbox, or from an agent who did not write to it.
 */
export async function isSentByUs(tx: Tx, { mailbox, from, to, cc }: IncomingMail, inbox: Inbox): Promise<boolean> {
  if (mailbox?.folder !== 'archive') return mailbox?.folder === 'sent';
  const sender = foldAddress(from.address);
  const ours = await ourAddresses(tx, inbox.space);
  if (ours.has(sender)) return true;
  return ![...to, ...cc].some(({ address }) => ours.has(foldAddress(address))) && (await teamAddresses(tx, inbox.id)).has(sender);
}
