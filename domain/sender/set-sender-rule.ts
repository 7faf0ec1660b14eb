import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { SenderRule } from '../model/contact';
import { Id } from '../model/ids';
import { maySetUp } from '../permission/may-set-up';
import { isOurs } from './is-ours';
import { putSenderRule } from './put-sender-rule';

/**
 * Says of an address, or a whole domain (`@kunde.dk`), that its mail is never spam, always spam, or blocked (VIEW-9, D14, INB-2). It holds for
 * what begins from then on, in every inbox of the workspace; what is here stays where it lies.
 */
export const setSenderRule = defineMutation({
  name: 'setSenderRule',
  args: z.object({
    ruleId: Id,
    workspaceId: Id,
    kind: SenderRule.shape.kind,
    pattern: SenderRule.shape.pattern.check(z.regex(/^[^\s@]*@[^\s@]+\.[^\s@.]+$/)),
  }),
  actor: 'agent',
  undoable: true,
  may: (actor, { workspaceId }, tx) => maySetUp(actor, workspaceId, tx),
  async run(tx, { pattern, ...rule }, { at }) {
    if (rule.kind !== 'allow' && (await isOurs(tx, rule.workspaceId, pattern))) return refuse('own-address', { address: pattern });
    await putSenderRule(tx, { ...rule, address: pattern, at });
  },
});
