import type { Actor } from '../core/meta';
import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import type { Id } from '../model/ids';
import { maySetUpInbox } from './may-set-up-inbox';

/** To edit a channel is to edit its inbox (INB-4). */
export async function maySetUpChannel(actor: Actor, channelId: Id, tx: Tx): Promise<Refusal | undefined> {
  const channel = await tx.channels.find(channelId);
  return channel ? maySetUpInbox(actor, channel.inboxId, tx) : refuse('not-found');
}
