import type { Write } from '../../domain/core/tx';
import type { SpaceId } from '../../domain/model/ids';
import { counterKeysOf } from '../../domain/view/views-of';

/** Not a view: how many conversations there are in all, for the progress of a first sync. */
export const totalKey = '*';

export interface CounterChange {
  space: SpaceId;
  key: string;
  change: number;
}

/** What these writes add to and take from the counters, without the ones that come out even. In order, so that writers lock alike. */
export function counterChanges(writes: readonly Write[]): CounterChange[] {
  const sums = new Map<string, CounterChange>();
  const add = (space: SpaceId, key: string, by: number) => {
    const at = `${space} ${key}`;
    const sum = sums.get(at) ?? { space, key, change: 0 };
    sums.set(at, { ...sum, change: sum.change + by });
  };
  for (const write of writes) {
    if (write.table !== 'conversations') continue;
    if (write.before) for (const key of [totalKey, ...counterKeysOf(write.before)]) add(write.before.space, key, -1);
    if (write.after) for (const key of [totalKey, ...counterKeysOf(write.after)]) add(write.after.space, key, 1);
  }
  return [...sums.entries()]
    .filter(([, sum]) => sum.change !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum);
}
