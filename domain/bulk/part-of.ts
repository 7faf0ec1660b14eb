import { keyedHash } from '../core/keyed-hash';
import type { Id } from '../model/ids';

/** The uuid under which one row of an act on many was done: of what it can be taken back by. */
export const partOf = (actId: Id, id: Id): Id => keyedHash(actId, id);
