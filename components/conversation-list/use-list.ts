import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import type { ViewId } from '../../domain/view/views-of';
import { listView } from '../../utils/store/list-view';
import { ahead } from '../opening/ahead';
import { endOpening } from '../opening/end-opening';
import { noteRowsDrawn } from '../panel/first-rows';
import { useWorkspace } from '../panel/workspace-context';
import { holdOrder } from './hold-order';

const page = 50;

/** Which list, in what order. */
export interface ListPlace {
  inboxId: Id;
  view: ViewId;
  order: 'newest' | 'oldest';
}

export interface ListState {
  /** `undefined` until the first answer. */
  rows: readonly Conversation[] | undefined;
  /** Every row of the view is among `rows`. */
  whole: boolean;
  /** New rows that wait above because a pointer rests on the list. */
  waiting: number;
  more(): void;
  hold(held: boolean): void;
  release(): void;
}

const keyOf = ({ inboxId, view, order }: ListPlace) => `${inboxId}/${view}/${order}`;

/** What stands there already, drawn before React. */
function rowsAhead(key: string) {
  const read = ahead();
  return read && keyOf(read.place) === key ? { key, rows: read.rows, limit: page } : undefined;
}

/** A view, live, page by page; held still while a pointer is over it. */
export function useList({ inboxId, view, order }: ListPlace): ListState {
  const { db } = useWorkspace();
  const key = keyOf({ inboxId, view, order });
  const [asked, setAsked] = useState({ key, limit: page });
  const limit = asked.key === key ? asked.limit : page;
  const [first] = useState(() => rowsAhead(key));
  const live = useLiveQuery(async () => ({ key, rows: await listView(db, { inboxId, view, order, limit }), limit }), [db, key, limit]);
  const answer = live ?? first;
  const fresh = answer?.key === key ? answer.rows : undefined;

  const [held, setHeld] = useState(false);
  const shown = useRef<{ key: string; ids: Id[]; seen: Set<Id> }>({ key, ids: [], seen: new Set() });
  const state = useMemo(() => {
    if (!fresh) return { rows: undefined, waiting: 0 };
    return held && shown.current.key === key && shown.current.ids.length > 0
      ? holdOrder(shown.current.ids, fresh, shown.current.seen)
      : { rows: fresh, waiting: 0 };
  }, [fresh, held, key]);
  useLayoutEffect(() => {
    if (state.rows) endOpening();
  }, [state]);
  useEffect(() => {
    if (!state.rows) return;
    noteRowsDrawn();
    const ids = state.rows.map((row) => row.id);
    shown.current = { key, ids, seen: new Set(shown.current.key === key ? [...shown.current.seen, ...ids] : ids) };
  }, [state, key]);

  const loaded = answer?.key === key ? answer.rows.length : 0;
  const full = loaded >= limit;
  return {
    ...state,
    whole: live !== undefined && fresh !== undefined && !full,
    more: useCallback(() => setAsked((a) => (full ? { key, limit: (a.key === key ? a.limit : page) + page } : a)), [full, key]),
    hold: setHeld,
    release: useCallback(() => setHeld(false), []),
  };
}
