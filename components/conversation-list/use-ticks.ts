import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { idsInView } from '../../utils/store/ids-in-view';
import { useWorkspace } from '../panel/workspace-context';
import { allOf, noTicks, reached, type TickSet, toggled } from './tick-set';
import type { ListPlace } from './use-list';

export type Ticks = ReturnType<typeof useTicks>;

/** How far an act on many has come. */
export interface BulkRun {
  done: number;
  total: number;
  stop(): void;
}

/** What is ticked in a list (LIST-3): wherever its rows move, and no longer once they leave the view. In another view nothing is. */
export function useTicks(place: ListPlace, rows: readonly Conversation[] | undefined) {
  const { db } = useWorkspace();
  const { inboxId, view, order } = place;
  const key = `${inboxId}/${view}/${order}`;
  const [kept, setKept] = useState<{ key: string; set: TickSet }>({ key, set: noTicks });
  const [run, setRun] = useState<BulkRun>();
  const set = kept.key === key ? kept.set : noTicks;
  const some = set.ids.size > 0;
  const standing = useLiveQuery(
    async () => (some ? { key, ids: new Set(await idsInView(db, { inboxId, view, order })) } : undefined),
    [db, key, some],
  );
  const ids = useMemo(
    () => (some && standing?.key === key ? new Set([...set.ids].filter((id) => standing.ids.has(id))) : set.ids),
    [set, some, standing, key],
  );
  const change = (to: (was: TickSet) => TickSet) => setKept((was) => ({ key, set: to(was.key === key ? was.set : noTicks) }));
  return {
    ids,
    /** Set while an act on many goes on. */
    run,
    setRun,
    toggle: (id: Id) => change((was) => toggled(was, id)),
    /** As far as this row, from the one ticked last, or from `start`. */
    reach: (id: Id, start: Id | undefined) =>
      change((was) =>
        reached(
          was,
          id,
          (rows ?? []).map((row) => row.id),
          start,
        ),
      ),
    /** All that the view holds, loaded or not; unless something else was ticked, or let go, while they were looked up. */
    all: async () => {
      const every = await idsInView(db, { inboxId, view, order });
      change((was) => (was === set ? allOf(every) : was));
    },
    clear: () => change(() => noTicks),
  };
}
