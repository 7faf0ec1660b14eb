import type { Conversation } from '../../domain/model/conversation';
import { type Id, kindOfSpace } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import { isFresh, type News, noticesOf } from '../../domain/notification/notices-of';
import type { PullResponse } from '../../sync/protocol';
import { keepNotices } from './keep-notices';
import { plainConversation } from './plain-row';
import { readMessages } from './read-messages';
import type { StoreTables } from './store-tables';

type Change = PullResponse['changes'][number];

/** Given to them, followed by them, or lately back from a snooze, which may have been theirs: of others only words are news. */
const mayConcern = ({ ownerId, followers, backAt }: Conversation, me: Id) => ownerId === me || followers?.includes(me) || backAt !== undefined;

/**
 * Looks at what a page of news is about before it is written; the answer, called in the same transaction once it is, keeps what of it this
 * agent is to be told. A first sync brings history, which is no news: its inboxes are not looked at.
 */
export async function watchNews(tables: StoreTables, { agentId, now }: PullResponse, changes: readonly Change[]): Promise<() => Promise<void>> {
  const rows = changes.filter(({ space }) => kindOfSpace(space) === 'inbox').flatMap((change) => change.rows);
  // An import brings thousands of rows: what cannot be news is not looked at. What was merged or split was news where it lay before.
  const messages = rows.flatMap((change): Message[] =>
    change.table === 'messages' && change.row && change.row.kind !== 'event' && !change.row.movedFrom && isFresh(change.row, now) ? [change.row] : [],
  );
  const ids = new Set(
    rows.flatMap((change): Id[] => (change.table === 'conversations' && change.row && mayConcern(change.row, agentId) ? [change.id] : [])),
  );
  for (const { conversationId } of messages) ids.add(conversationId);
  const before = new Map<Id, Conversation>();
  for (const row of await tables.conversations.bulkGet([...ids])) if (row) before.set(row.id, plainConversation(row));
  const known = new Set<Id>();
  for (const id of new Set(messages.map(({ conversationId }) => conversationId)))
    for (const message of await readMessages(tables, id)) known.add(message.id);

  return async () => {
    const news: News[] = [];
    for (const row of await tables.conversations.bulkGet([...ids])) {
      if (!row) continue;
      const fresh = messages.filter(({ id, conversationId }) => conversationId === row.id && !known.has(id));
      news.push({ before: before.get(row.id), after: plainConversation(row), messages: fresh });
    }
    const ownActs = changes.flatMap((change) => change.rows).flatMap((change) => (change.table === 'undoEntries' && change.row ? [change.row] : []));
    const notices = noticesOf(news, ownActs, agentId, now);
    await keepNotices(tables, notices);
  };
}
