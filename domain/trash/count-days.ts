import type { Id } from '../model/ids';
import { day, keptInTrash } from './kept-in-trash';

/** How long what lies in trash has lain there, as a device counts that is not always on. */
export interface TrashDays {
  /** The device's clock when it last counted, ms. */
  seenAt: number;
  /** Of each conversation in trash: when it came there, and the time counted since, ms. */
  lain: Record<Id, { since: number; counted: number }>;
}

/**
 * Counts on, and says what has lain in trash for 30 days (VIEW-10, D26). A device counts at most one day of the time that passed since it last
 * looked: where its clock has jumped nothing is deleted in that run, and a clock that went back counts nothing.
 */
export function countDays(
  { seenAt, lain }: TrashDays,
  inTrash: readonly { id: Id; trashed: { at: number } | null }[],
  now: number,
): { days: TrashDays; due: Id[] } {
  const passed = Math.max(0, now - seenAt);
  const counted = Math.min(passed, day);
  const next = inTrash.map(({ id, trashed }) => {
    const since = trashed?.at ?? now;
    const before = lain[id]?.since === since ? lain[id].counted + counted : Math.min(counted, Math.max(0, now - since));
    return [id, { since, counted: before }] as const;
  });
  const due = passed > day ? [] : next.flatMap(([id, { counted: time }]) => (time >= keptInTrash ? [id] : []));
  return { days: { seenAt: now, lain: Object.fromEntries(next) }, due };
}
