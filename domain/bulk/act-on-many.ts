import * as z from 'zod/mini';
import { assignConversation } from '../conversation/assign-conversation';
import { closeConversation } from '../conversation/close-conversation';
import { markNotSpam } from '../conversation/mark-not-spam';
import { markSpam } from '../conversation/mark-spam';
import { reopenConversation } from '../conversation/reopen-conversation';
import { restoreConversation } from '../conversation/restore-conversation';
import { trashConversation } from '../conversation/trash-conversation';
import { defineMutation, type Left, type Mutation } from '../core/define-mutation';
import { runMutation } from '../core/run-mutation';
import type { RowReader, Tx } from '../core/tx';
import { Id, Millis } from '../model/ids';
import { TagName } from '../model/tag';
import { snoozeConversation } from '../snooze/snooze-conversation';
import { tagConversation } from '../tag/tag-conversation';
import { undo } from '../undo/undo';
import { partOf } from './part-of';

/** Rows of one such act at most (K20). */
export const manyAtMost = 200;

const acts = {
  assignConversation,
  closeConversation,
  reopenConversation,
  trashConversation,
  restoreConversation,
  markSpam,
  markNotSpam,
  snoozeConversation,
  tagConversation,
  undo,
};
export type ManyAct = keyof typeof acts;

/**
 * One act on many conversations, each by the very rule of the one: what is refused of some leaves the others as they are, and each has its own way
 * back (LIST-3, K20, D1). The ids are named, never "all that match", which would match differently when it is done again. Refused as a whole
 * only where every one is.
 */
export const actOnMany = defineMutation({
  name: 'actOnMany',
  args: z.object({
    act: z.enum(Object.keys(acts) as [ManyAct, ...ManyAct[]]),
    /** Conversations; for `undo` the acts that are taken back, the last one first, or with `actId` conversations of that act on many. */
    ids: z.array(Id).check(z.minLength(1), z.maxLength(manyAtMost)),
    actId: z.optional(Id),
    /** What was asked for at once and cut into acts of a few: they wait as one change, and are taken back as one. */
    run: z.optional(Id),
    ownerId: z.optional(z.nullable(Id)),
    until: z.optional(z.nullable(Millis)),
    tagId: z.optional(Id),
    name: z.optional(TagName),
  }),
  actor: 'agent',
  silent: true,
  // Whose each row is, its own rule asks.
  may: async () => undefined,
  async run(tx, { act, ids, actId, run: _, ...rest }, meta) {
    const left: Left['left'] = [];
    const unlike = new Set(ids);
    for (const id of unlike) {
      const args =
        act === 'undo'
          ? { actId: actId === undefined ? id : partOf(actId, id) }
          : // No rule about a sender is made of many: each is asked for by its own address.
            { ...rest, conversationId: id, alwaysAllow: false, ruleId: id };
      const outcome = await runMutation(readerOf(tx), acts[act] as unknown as Mutation, args, { ...meta, uuid: partOf(meta.uuid, id) });
      if (outcome.refused) left.push({ id, refusal: outcome.refused });
      else tx.take(outcome.writes);
    }
    const [first] = left;
    return first && left.length === unlike.size ? first.refusal : { left };
  },
});

const readerOf = (tx: Tx): RowReader => ({ find: (table, id, within) => tx[table].find(id, within) as never, query: tx.query });
