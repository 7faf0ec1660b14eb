import type { Left } from '../../domain/core/define-mutation';
import type { Refusal, RefusalCode } from '../../domain/core/refusal';
import type { Id } from '../../domain/model/ids';
import type { ArgsOf } from '../../domain/mutations';
import type { MutateAnswer } from '../../utils/store/mutate';

export type Many = ArgsOf<'actOnMany'>;

/** Rows of one act: it is on the disk, and the page has breathed, before the next begins. */
export const slice = 50;

/** What became of an act on many. */
export interface Came {
  /** Each act, and those of its rows that were done, in their order: what it is taken back by. */
  acts: { actId: Id; ids: Id[] }[];
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

/** Does one act to any number of conversations, an act of the rulebook for each slice of them (K20). What is done when it is stopped stays done. */
export async function actInSlices({ ids, ...what }: Many, { act, breathe, progress, isStopped }: Way): Promise<Came> {
  const came: Came = { acts: [], done: 0, left: [] };
  for (let at = 0; at < ids.length; at += slice) {
    if (isStopped()) return { ...came, halted: 'stopped' };
    const part = ids.slice(at, at + slice);
    const answer = await act({ ...what, ids: part });
    if (answer.refused && endsAll.includes(answer.refused.refused)) return { ...came, halted: answer.refused };
    const left = answer.refused ? part.map((id) => ({ id, refusal: answer.refused })) : answer.left;
    const unmoved = new Set(left.map(({ id }) => id));
    const moved = part.filter((id) => !unmoved.has(id));
    came.left.push(...left);
    came.done += moved.length;
    if (answer.uuid !== undefined) came.acts.push({ actId: answer.uuid, ids: moved });
    progress(at + part.length);
    await breathe();
  }
  return came;
}
