import type { Inbox } from '../model/inbox';
import type { Stage } from '../model/stage';
import type { Ticket } from '../model/ticket';

type Pipeline = Pick<Inbox, 'stages'>;

/** The pipeline every inbox begins with. Its stages have no name of their own: each reader has them in their language. */
export const defaultStages: readonly Stage[] = [
  { id: 'new', name: null, state: 'open' },
  { id: 'waiting-on-contact', name: null, state: 'open' },
  { id: 'waiting-on-us', name: null, state: 'open' },
  { id: 'closed', name: null, state: 'closed' },
];

/** Those that are no more included: tickets may still name them. */
export const allStages = ({ stages }: Pipeline): readonly Stage[] => stages ?? defaultStages;

/** An inbox's stages in order, those that are no more left out. There is always an open one and a closed one. */
export const stagesOf = (inbox: Pipeline): Stage[] => allStages(inbox).filter(({ into }) => into === undefined);

/** Where a ticket stands now. Its own stage may have been removed into another, or be one this inbox never had: then it is the first of its state. */
export function stageOf({ stage: id, status }: Pick<Ticket, 'stage' | 'status'>, inbox: Pipeline): Stage {
  const all = allStages(inbox);
  const named = (wanted: string | undefined) => all.find((stage) => stage.id === wanted);
  let stage = named(id);
  while (stage?.into !== undefined) stage = named(stage.into);
  return stage?.state === status ? stage : firstStage(inbox, status);
}

export function firstStage(inbox: Pipeline, state: Stage['state']): Stage {
  const first = stagesOf(inbox).find((stage) => stage.state === state);
  if (!first) throw new Error(`a pipeline without a stage that is ${state}`);
  return first;
}
