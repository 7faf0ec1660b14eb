import { targetOf } from '../../domain/merge/target-of';
import type { Id } from '../../domain/model/ids';
import type { StoreTables } from './store-tables';

/** Where a conversation is now, as this device knows it (D16). */
export const targetHere = (tables: Pick<StoreTables, 'conversations'>, conversationId: Id): Promise<Id> =>
  targetOf({ conversations: { find: (id) => tables.conversations.get(id) } }, conversationId);
