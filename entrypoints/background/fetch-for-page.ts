import type { Id } from '../../domain/model/ids';
import type { FetchAnswer, FetchProblem, ImagesAnswer, InvitationsAnswer } from '../../utils/messaging/contract';
import type { HubSource } from '../../utils/sources/hub/hub-source';
import type { SamtaleDatabase } from '../../utils/store/database';
import { getConnection } from './connections';
import { fetchProblemOf } from './fetch-problem-of';
import { keepBudget } from './keep-budget';
import { sourceOf } from './source-of';
import { withStore } from './with-store';

/** HTML of a thread's messages, into `bodies`: a cache, gone with its thread. */
export const fetchBodies = (connectionId: string, conversationId: Id, messageIds: Id[]): Promise<FetchAnswer> =>
  fetching(connectionId, async (source, db) => {
    const rows = Object.entries(await source.fetchBodies(messageIds)).map(([id, html]) => ({ id, conversationId, html, version: 0 }));
    const at = Date.now();
    await db.transaction('rw', [db.bodies, db.conversations, db.kept], async () => {
      // We may have left the inbox while the answer was on its way (INB-6).
      if (!(await db.conversations.get(conversationId))) return;
      await db.bodies.bulkPut(rows);
      await db.kept.bulkPut(rows.map(({ id, html }) => ({ id, kind: 'html' as const, size: html.length, at })));
    });
    void keepBudget();
    return { done: true };
  });

/** An attachment's bytes, into `files`. */
export const fetchFile = (connectionId: string, messageId: Id, hash: string): Promise<FetchAnswer> =>
  fetching(connectionId, async (source, db) => {
    const blob = await source.fetchFile(messageId, hash);
    await db.transaction('rw', [db.files, db.kept], async () => {
      if (await db.files.get(hash)) return;
      const at = Date.now();
      await db.files.put({ hash, blob, type: blob.type, size: blob.size, state: 'cached', at });
      await db.kept.put({ id: hash, kind: 'file', size: blob.size, at });
    });
    void keepBudget();
    return { done: true };
  });

/** Remote images a person asked to see: `data:` URLs, never stored. */
export const fetchImages = (connectionId: string, messageId: Id, urls: string[]): Promise<ImagesAnswer> =>
  fetching(connectionId, async (source) => ({ images: await source.fetchImages(messageId, urls) }));

/** Links into the workspace that may still be used; never stored. */
export const openInvitations = (connectionId: string): Promise<InvitationsAnswer> =>
  fetching(connectionId, async (source) => ({ invitations: await source.openInvitations() }));

export const withdrawInvitation = (connectionId: string, invitationId: Id): Promise<FetchAnswer> =>
  fetching(connectionId, async (source) => {
    await source.withdrawInvitation(invitationId);
    return { done: true };
  });

async function fetching<Answer>(
  connectionId: string,
  work: (source: HubSource, db: SamtaleDatabase) => Promise<Answer>,
): Promise<Answer | { failed: FetchProblem }> {
  const connection = await getConnection(connectionId);
  try {
    return await withStore(connection.id, (db) => work(sourceOf(connection), db));
  } catch (error) {
    const failed = fetchProblemOf(error);
    if (!failed) throw error;
    return { failed };
  }
}
