import type { Refusal } from '../../domain/core/refusal';
import type { Id } from '../../domain/model/ids';
import { plainTextOf } from '../../domain/text/plain-text-of';
import type { SamtaleDatabase } from './database';
import type { MutateAnswer } from './mutate';
import type { StoreTables } from './store-tables';

export interface NotApplied {
  uuid: Id;
  /** Uuid of the first refused act this one hangs on; its own when it stands alone. A list shows one entry per chain (K10). */
  chain: Id;
  name: string;
  args: unknown;
  claimedAt: number;
  refusal: Refusal;
  /** ms */
  at: number;
  /** What the person wrote, to copy; null where the act holds no words. */
  text: string | null;
  /** The hub had it once and lost it by a restore: done again it is the same act, and goes with its whole chain (K12). */
  lost: boolean;
}

/** Acts the hub refused, newest first, until somebody tries again or dismisses them. */
export async function notApplied(db: Pick<StoreTables, 'notApplied'>): Promise<NotApplied[]> {
  const entries = await db.notApplied.orderBy('at').reverse().toArray();
  return entries.map(({ writes: _, lost, ...entry }) => ({ ...entry, text: wordsOf(entry.args), lost: lost !== undefined }));
}

/** Does the act again, as a new one: under its old uuid the hub would only repeat its answer. It leaves the list if it is taken. */
export async function retryNotApplied(db: SamtaleDatabase, uuid: Id): Promise<MutateAnswer | undefined> {
  const entry = await db.notApplied.get(uuid);
  if (!entry) return undefined;
  // Brought when asked for: the list of them is read for the first paint, the rules are not.
  const { enqueue } = await import('./mutate');
  const answer = await enqueue(db, entry.name, entry.args);
  if (!answer.refused) await db.notApplied.delete(uuid);
  return answer;
}

export const dismissNotApplied = (db: Pick<StoreTables, 'notApplied'>, uuid: Id): Promise<void> => db.notApplied.delete(uuid);

function wordsOf(args: unknown): string | null {
  if (typeof args !== 'object' || args === null) return null;
  if ('text' in args && typeof args.text === 'string' && args.text !== '') return args.text;
  if ('content' in args && typeof args.content === 'object' && args.content !== null && 'html' in args.content) return textOfHtml(args.content.html);
  return null;
}

const textOfHtml = (html: unknown) => (typeof html === 'string' ? plainTextOf(html) : null);
