import type { Id } from '../../domain/model/ids';
import type { ArgsOf } from '../../domain/mutations';
import { newId } from './new-id';

/** One act on many, and those of its conversations that are meant. */
export interface ActOnSome {
  actId: Id;
  ids: Id[];
}

/** What takes acts on many back, the last one first. Of which rows it is the rule finds: thousands of their ways back at once would hold the page. */
export function backOfMany(acts: readonly ActOnSome[]): ArgsOf<'actOnMany'>[] {
  const run = newId();
  return acts.map(({ actId, ids }) => ({ act: 'undo' as const, actId, run, ids: ids.toReversed() })).reverse();
}
