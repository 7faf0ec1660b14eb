import type { Stage } from '../../domain/model/stage';

/** The colour of a stage's square: one that is closed, the one everything begins with, and those between. */
export const stageTone = ({ id, state }: Stage): string => (state === 'closed' ? 'closed' : id === 'new' ? 'new' : '');
