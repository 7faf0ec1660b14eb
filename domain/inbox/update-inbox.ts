import * as z from 'zod/mini';
import { noteStopped } from '../channel/note-stopped';
import { defineMutation } from '../core/define-mutation';
import { Id } from '../model/ids';
import { Inbox } from '../model/inbox';
import { maySetUpInbox } from '../permission/may-set-up-inbox';

const { name, roleAddressRule, extraRoleAddresses, answerWithinMinutes } = Inbox.shape;

/**
 * Changes an inbox's name, its goal for a first answer and when mail from a role address is spam (INB-2, VIEW-9). It holds for what comes in
 * from then on: what is here keeps its view and the time it is owed by.
 */
export const updateInbox = defineMutation({
  name: 'updateInbox',
  args: z.object({ inboxId: Id, name: name.check(z.refine((text) => text.trim() !== '')), roleAddressRule, extraRoleAddresses, answerWithinMinutes }),
  actor: 'any',
  may: (actor, { inboxId }, tx) => maySetUpInbox(actor, inboxId, tx),
  async run(tx, { inboxId, ...changed }) {
    const inbox = { ...(await tx.inboxes.get(inboxId)), ...changed };
    tx.inboxes.put(inbox);
    for (const channel of await tx.query('channelsOfInbox', { space: inbox.space })) await noteStopped(tx, channel);
  },
});
