import type { Id } from '../../domain/model/ids';
import type { ListPlace } from '../conversation-list/use-list';

/** Which list one looks at and which conversation is open: the panel keeps it to itself, a tab has it in its address. */
export interface Whereabouts {
  place: ListPlace;
  openId: Id | undefined;
  /** The message one came for; until one moves. */
  landOn?: Id | undefined;
  /** Elsewhere; without `openId` nothing is open there. `instead`: the way back does not lead through here again. */
  go(to: Partial<ListPlace> & { openId?: Id | undefined; landOn?: Id | undefined; instead?: boolean }): void;
}
