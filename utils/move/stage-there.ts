import type { Inbox } from '../../domain/model/inbox';
import type { Stage } from '../../domain/model/stage';
import type { Ticket } from '../../domain/model/ticket';
import { stageOf, stagesOf } from '../../domain/ticket/stages';

type Pipeline = Pick<Inbox, 'stages'>;

/**
 * The stage of another inbox that means what a ticket's stage means in its own: the same one, or one of that name. None where the team has none such;
 * their pipeline is not changed for it.
 */
export function stageThere(ticket: Pick<Ticket, 'stage' | 'status'>, here: Pipeline, there: Pipeline): Stage | undefined {
  const mine = stageOf(ticket, here);
  const stages = stagesOf(there).filter(({ state }) => state === mine.state);
  const named = mine.name?.trim().toLowerCase();
  return stages.find(({ id }) => id === mine.id) ?? stages.find(({ name }) => named !== undefined && name?.trim().toLowerCase() === named);
}
