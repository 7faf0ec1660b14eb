import { keyedHash } from '../core/keyed-hash';
import type { Id } from '../model/ids';

/** The id of the line an act leaves in a conversation: every device and the host make the same one, and undo finds it by it. */
export const lineId = (actId: Id, conversationId: Id): Id => keyedHash(actId, conversationId);
