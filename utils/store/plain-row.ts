import type { Conversation } from '../../domain/model/conversation';
import type { Stored, StoredConversation } from './stored-rows';

/** A row as rules and screens know it, without what the store keeps on it. */
export function plainRow<Row>(stored: Stored<Row>): Row {
  const { version: _, ...row } = stored;
  return row as unknown as Row;
}

export function plainConversation(stored: StoredConversation): Conversation {
  const { version: _version, viewKeys: _viewKeys, openOwner: _openOwner, ...row } = stored;
  return row;
}
