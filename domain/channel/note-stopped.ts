import { sameJson } from '../core/same-json';
import type { Tx } from '../core/tx';
import type { Channel } from '../model/channel';
import { ownersSpace } from '../model/ids';
import { stoppedSince } from './stopped-since';

/** Keeps what the account owners are told of a channel true: that it stopped and since when, or nothing (CHN-4). */
export async function noteStopped(tx: Tx, { id, inboxId, address, name, mailbox }: Channel): Promise<void> {
  const told = await tx.stoppedChannels.find(id);
  const since = mailbox && stoppedSince(mailbox);
  if (since === undefined) {
    if (told) tx.stoppedChannels.delete(id);
    return;
  }
  const inbox = await tx.inboxes.get(inboxId);
  const row = { id, space: ownersSpace(inbox.workspaceId), inboxId, inboxName: inbox.name, address: address ?? name, since };
  if (!sameJson(told, row)) tx.stoppedChannels.put(row);
}
