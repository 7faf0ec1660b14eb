import { keyedHash } from '../core/keyed-hash';
import type { Id } from '../model/ids';

export const readMarkId = (agentId: Id, conversationId: Id): Id => keyedHash(agentId, conversationId);
