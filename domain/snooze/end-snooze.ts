import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { awake } from './awake';

/** Back from snooze: by a member at any time, by the host when its time has come, and then on top (THR-15, D25). */
export const endSnooze = defineMutation({
  name: 'endSnooze',
  args: z.object({ conversationId: Id }),
  actor: 'any',
  undoable: true,
  async may(actor, { conversationId }, tx) {
    const refused = await mayTouchConversation(actor, conversationId, tx);
    if (refused || actor.kind === 'agent') return refused;
    const { inboxId } = await tx.conversations.get(conversationId);
    return (await tx.inboxes.find(inboxId))?.workspaceId === actor.workspaceId ? undefined : refuse('not-found');
  },
  async run(tx, { conversationId }, { at, by }) {
    const conversation = await tx.conversations.get(conversationId);
    const { snoozed, trashed } = conversation;
    // What lies in trash comes back as it was when it is restored.
    if (trashed) return refuse('in-trash');
    if (!snoozed) return refuse('not-snoozed');
    const { until } = snoozed;
    if (by.kind === 'system' && (until === null || until > at)) return refuse('not-due');
    tx.conversations.put({ ...awake(conversation), ...(by.kind === 'system' && { backAt: at }) });
  },
});
