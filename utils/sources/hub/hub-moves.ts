import type * as z from 'zod/mini';
import { MoveAnswer, type MovedMail, type MoveHead, type MoveStateRequest } from '../../../sync/move-protocol';
import type { AskFor } from './hub-mailboxes';

/** A workspace of this computer moves into the hub (K16). */
export interface HubMoves {
  /** The head, and its mails' bytes in its order. */
  send(head: MoveHead, bytes: readonly Blob[]): Promise<MovedMail[]>;
  states(request: z.infer<typeof MoveStateRequest>): Promise<MovedMail[]>;
}

/** Megabytes over a slow line. */
const timeoutMs = 5 * 60_000;

export const hubMoves = (askFor: AskFor): HubMoves => ({
  async send(head, bytes) {
    const body = new Blob([`${JSON.stringify(head)}\n`, ...bytes]);
    const headers = { 'content-type': 'application/octet-stream' };
    return (await askFor('/moves/mails', MoveAnswer, { method: 'POST', headers, body, timeoutMs })).mails;
  },
  async states(request) {
    const headers = { 'content-type': 'application/json' };
    return (await askFor('/moves/state', MoveAnswer, { method: 'POST', headers, body: JSON.stringify(request) })).mails;
  },
});
