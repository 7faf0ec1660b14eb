import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { agentOf } from '../core/meta';
import { refuse } from '../core/refusal';
import { Id, idOfSpace } from '../model/ids';
import { WorkingHours } from '../model/working-hours';
import { isTimeZone } from '../notification/is-time-zone';
import { maySetUp } from '../permission/may-set-up';

/** When somebody works, and whether that sets their availability (AVL-1): said by themselves, or by who has account access. */
export const setWorkingHours = defineMutation({
  name: 'setWorkingHours',
  args: z.object({ agentId: Id, hours: WorkingHours }),
  actor: 'any',
  async may(actor, { agentId }, tx) {
    const agent = await tx.agents.find(agentId);
    if (!agent) return refuse('not-found');
    return agentOf(actor) === agentId ? undefined : maySetUp(actor, idOfSpace(agent.space), tx);
  },
  async run(tx, { agentId, hours }) {
    if (!isTimeZone(hours.timeZone)) return refuse('bad-arguments', { where: 'timeZone' });
    tx.agents.put({ ...(await tx.agents.get(agentId)), workingHours: hours });
  },
});
