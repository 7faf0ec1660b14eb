import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { maySetUpChannel } from '../permission/may-set-up-channel';
import { noteStopped } from './note-stopped';

/** Signs a mailbox out: the hub forgets its password, mail is neither fetched nor sent. What came in stays, and so does the channel. */
export const disconnectMailbox = defineMutation({
  name: 'disconnectMailbox',
  args: z.object({ channelId: Id }),
  actor: 'any',
  may: (actor, { channelId }, tx) => maySetUpChannel(actor, channelId, tx),
  async run(tx, { channelId }, { at }) {
    const channel = await tx.channels.get(channelId);
    if (!channel.mailbox) return refuse('not-found');
    if (channel.mailbox.standing.state === 'signed-out') return;
    const { sending: _over, ...mailbox } = channel.mailbox;
    const next = { ...channel, mailbox: { ...mailbox, standing: { state: 'signed-out' as const, since: at } } };
    tx.channels.put(next);
    await noteStopped(tx, next);
  },
});
