import type { Tx } from '../core/tx';
import type { Address } from '../model/address';
import { foldAddress } from '../model/address';
import type { Inbox } from '../model/inbox';
import type { LoggedMail } from './logged-as';

/** A mail to two inboxes is one message in each, and neither tells its members of the other (D22). */
export async function withoutOtherInboxes(tx: Tx, logged: LoggedMail, inbox: Inbox): Promise<LoggedMail> {
  const others = new Set<string>();
  for (const address of new Set([...logged.to, ...logged.cc].map((one) => foldAddress(one.address)))) {
    const [channel] = await tx.query('channelsByAddress', { address });
    if (!channel || channel.inboxId === inbox.id) continue;
    const theirs = await tx.inboxes.find(channel.inboxId);
    if (theirs?.workspaceId === inbox.workspaceId) others.add(address);
  }
  const kept = (addresses: readonly Address[]) => addresses.filter(({ address }) => !others.has(foldAddress(address)));
  return { ...logged, to: kept(logged.to), cc: kept(logged.cc) };
}
