import type * as z from 'zod/mini';
import type { MoveHead, MoveStateRequest } from '../../sync/move-protocol';
import { Rejected } from '../../sync/ports';
import type { MoveMailsAnswer } from '../../utils/messaging/contract';
import type { HubMoves } from '../../utils/sources/hub/hub-moves';
import { getConnection } from './connections';
import { fetchProblemOf } from './fetch-problem-of';
import { sourceOf } from './source-of';
import { withStore } from './with-store';

/** What a hub's no to a move means. */
const refusals: Record<number, 'not-allowed' | 'no-inbox' | 'no-channel'> = { 403: 'not-allowed', 404: 'no-inbox', 409: 'no-channel' };

async function asking(connectionId: string, ask: (moves: HubMoves) => ReturnType<HubMoves['states']>): Promise<MoveMailsAnswer> {
  try {
    return { mails: await ask(sourceOf(await getConnection(connectionId)).moves) };
  } catch (error) {
    const failed = (error instanceof Rejected && refusals[error.status]) || fetchProblemOf(error);
    if (!failed) throw error;
    return { failed };
  }
}

/** Sends mails of a workspace of this computer as they came: their bytes go from its database to the hub, and through no message. */
export const moveMails = (connectionId: string, localId: string, head: MoveHead): Promise<MoveMailsAnswer> =>
  asking(connectionId, async (moves) => {
    const files = await withStore(localId, (db) => db.files.bulkGet(head.mails.map(({ hash }) => hash)));
    const held = head.mails.flatMap((mail, at) => {
      const blob = files[at]?.blob;
      return blob ? [{ mail: { ...mail, size: blob.size }, blob }] : [];
    });
    if (held.length === 0) return [];
    return moves.send(
      { ...head, mails: held.map(({ mail }) => mail) },
      held.map(({ blob }) => blob),
    );
  });

export const moveStates = (connectionId: string, request: z.infer<typeof MoveStateRequest>): Promise<MoveMailsAnswer> =>
  asking(connectionId, (moves) => moves.states(request));
