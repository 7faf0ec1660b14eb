import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { Stage, StageId, StageName } from '../model/stage';
import { maySetUpInbox } from '../permission/may-set-up-inbox';
import { allStages, stagesOf } from './stages';

const most = 200;

/** One thing done to an inbox's pipeline, so that two who set it up at once both get what they did. */
const Change = z.discriminatedUnion('do', [
  z.object({ do: z.literal('add'), stageId: Id, name: StageName, state: Stage.shape.state }),
  z.object({ do: z.literal('rename'), stageId: StageId, name: StageName }),
  /** `before`: the stage it comes to stand before; `null`: the end. */
  z.object({ do: z.literal('move'), stageId: StageId, before: z.nullable(StageId) }),
  /** `into`: where its tickets stand from then on. */
  z.object({ do: z.literal('remove'), stageId: StageId, into: StageId }),
]);

/**
 * Sets up the stages of an inbox's tickets (TKT-8). Removing one says into which of the same state its tickets go, so that it never opens or closes
 * any, and there is always an open and a closed one left.
 */
export const changeStages = defineMutation({
  name: 'changeStages',
  args: z.object({ inboxId: Id, change: Change }),
  actor: 'any',
  may: (actor, { inboxId }, tx) => maySetUpInbox(actor, inboxId, tx),
  async run(tx, { inboxId, change }) {
    const inbox = await tx.inboxes.get(inboxId);
    const all = allStages(inbox);
    const put = (stages: readonly Stage[]) => tx.inboxes.put({ ...inbox, stages: [...stages] });
    const live = (id: string) => stagesOf(inbox).find((stage) => stage.id === id);
    const stage = live(change.stageId);
    if (change.do === 'add') {
      if (all.some(({ id }) => id === change.stageId)) return undefined;
      if (all.length >= most) return refuse('bad-arguments', { where: 'stages' });
      return put([...all, { id: change.stageId, name: change.name, state: change.state }]);
    }
    if (!stage) return refuse('stage-gone');
    const others = all.filter((one) => one !== stage);
    switch (change.do) {
      case 'rename':
        return put(all.map((one) => (one === stage ? { ...stage, name: change.name } : one)));
      case 'move': {
        const at = change.before === null ? others.length : others.findIndex(({ id }) => id === change.before);
        return at < 0 ? refuse('stage-gone') : put([...others.slice(0, at), stage, ...others.slice(at)]);
      }
      case 'remove': {
        const into = live(change.into);
        if (!into || into === stage || into.state !== stage.state) return refuse('stage-gone');
        return put([...others, { ...stage, into: into.id }]);
      }
      default:
        return change satisfies never;
    }
  },
});
