import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id, idOfSpace } from '../model/ids';
import { maySetUp } from '../permission/may-set-up';

/** Takes a rule about a sender away: they are judged like anybody from then on (VIEW-9, D14). */
export const removeSenderRule = defineMutation({
  name: 'removeSenderRule',
  args: z.object({ ruleId: Id }),
  actor: 'agent',
  undoable: true,
  async may(actor, { ruleId }, tx) {
    const rule = await tx.senderRules.find(ruleId);
    return rule ? maySetUp(actor, idOfSpace(rule.space), tx) : refuse('not-found');
  },
  async run(tx, { ruleId }) {
    tx.senderRules.delete(ruleId);
  },
});
