import type { Left } from '../../domain/core/define-mutation';
import type { Refusal, RefusalCode } from '../../domain/core/refusal';
import type { ArgsOf } from '../../domain/mutations';
import type { ActOnSome } from '../../utils/store/back-of-many';
import type { MutateAnswer } from '../../utils/store/mutate';
import { newId } from '../../utils/store/new-id';

export type Many = ArgsOf<'actOnMany'>;

/** Rows of one act: it is on the disk, and the page has breathed, before the next begins. */
export const slice = 50;

/** What became of an act on many. */
export interface Came {
  /** Each act, and those of its rows that were done, in their order: what it is taken back by. */
  acts: ActOnSome[];
  done: number;
  left: Left['left'];
  /** Why it ended before the last. */
  halted?: Refusal | 'stopped';
}

interface Way {
  act(args: Many): Promise<MutateAnswer>;
  /** Gives the page back to whoever uses it. */
  breathe(): Promise<unknown>;
  progress(done: number): void;
  isStopped(): boolean;
}

/** Nobody's row can be done now: going on would only say it again. */
const endsAll: readonly RefusalCode[] = ['disk-full', 'not-allowed', 'unknown-mutation'];

/** An act on any number of conversations as acts of the rulebook on a few each (K20). */
export function slicesOf({ ids, ...what }: Many): Many[] {
  const run = newId();
  return Array.from({ length: Math.ceil(ids.length / slice) }, (_, n) => ({ ...what, run, ids: ids.slice(n * slice, (n + 1) * slice) }));
}

/** A task of its own: what was pressed or arrived meanwhile comes first. */
export const breathe = () => new Promise((resolve) => setTimeout(resolve));

/** Does them one after the other. What is done when it is stopped stays done. */
export async function actInSlices(slices: readonly Many[], { act, breathe, progress, isStopped }: Way): Promise<Came> {
  const came: Came = { acts: [], done: 0, left: [] };
  let seen = 0;
  for (const part of slices) {
    if (isStopped()) return { ...came, halted: 'stopped' };
    const answer = await act(part);
    if (answer.refused && endsAll.includes(answer.refused.refused)) return { ...came, halted: answer.refused };
    const left = answer.refused ? part.ids.map((id) => ({ id, refusal: answer.refused })) : answer.left;
    const unmoved = new Set(left.map(({ id }) => id));
    const moved = part.ids.filter((id) => !unmoved.has(id));
    came.left.push(...left);
    came.done += moved.length;
    if (answer.uuid !== undefined && moved.length > 0) came.acts.push({ actId: answer.uuid, ids: moved });
    seen += part.ids.length;
    progress(seen);
    await breathe();
  }
  return came;
}
