import { z } from 'zod';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { maySetUpChannel } from '../permission/may-set-up-channel';

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
    tx.channels.put({ ...channel, mailbox: { ...channel.mailbox, standing: { state: 'signed-out', since: at } } });
  },
});
