import { useLiveQuery } from 'dexie-react-hooks';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { closePopup } from '../../utils/browser/close-popup';
import { openFullPage } from '../../utils/browser/open-full-page';
import { useText } from '../../utils/i18n/use-text';
import { mineWaiting } from '../../utils/store/mine-waiting';
import { viewCounts } from '../../utils/store/view-counts';
import type { ActionContext } from '../actions/action';
import { loadRules } from '../actions/load-rules';
import { useActionKeys } from '../actions/use-action-keys';
import { useDo } from '../actions/use-do';
import { usePerform } from '../actions/use-perform';
import { type ListPlace, useList } from '../conversation-list/use-list';
import { useCursor } from '../inbox/use-cursor';
import { hashOf } from '../page/hash-place';
import { useFocusHome } from '../panel/use-focus-home';
import { useLater } from '../panel/use-later';
import { useWorkspace } from '../panel/workspace-context';
import { useToasts } from '../ui/toasts';
import { useNow } from '../ui/use-now';
import { triageActions } from './triage-actions';
import { useSidePanel } from './use-side-panel';

/** The newest are enough to look through; the rest is one key away. */
const shown = 20;
const actions = triageActions.map(({ action }) => action);

export type TriageView = 'unassigned' | 'mine';
export type TriageState = ReturnType<typeof useTriage>;

/** Quick triage of an inbox: the newest rows, the one under the cursor, and every key. */
export function useTriage(first: Id) {
  const text = useText();
  const { db, me, connection } = useWorkspace();
  const [inboxId, setInboxId] = useState(first);
  const [view, setView] = useState<TriageView>('unassigned');
  const place: ListPlace = { inboxId, view, order: 'newest' };
  const list = useList(place);
  const rows = list.rows?.slice(0, shown);
  const now = useNow();
  const counts = useLiveQuery(() => viewCounts(db, inboxId), [db, inboxId]);
  const mine = useLiveQuery(() => mineWaiting(db, [inboxId], now), [db, inboxId, now]);
  const [asking, setAsking] = useState<Id>();
  const { cursor, setCursor, step } = useCursor(rows?.map(({ id }) => id));
  const start = rows?.[0]?.id;
  useLayoutEffect(() => {
    // One acts at once: the newest is under the cursor from the start, in the first frame too.
    if (cursor === undefined && start !== undefined) setCursor(start);
  }, [cursor, start, setCursor]);
  const listRef = useRef<HTMLDivElement>(null);
  const toasts = useToasts();
  const perform = usePerform();
  const openPanel = useSidePanel();
  useLater(loadRules, false);
  useFocusHome();

  const contextFor = (_?: Conversation, performs = perform): ActionContext => ({
    me,
    now,
    text,
    perform: performs,
    compose: () => undefined,
    ask: (_, on) => setAsking(on.id),
  });
  const act = useDo(contextFor, actions);
  const go = (to: Partial<{ inboxId: Id; view: TriageView }>) => {
    setCursor(undefined);
    if (to.inboxId) setInboxId(to.inboxId);
    if (to.view) setView(to.view);
  };
  const move = (by: 1 | -1) => {
    const to = step(by);
    if (to !== undefined) setCursor(to);
    return to !== undefined;
  };
  const openPage = (openId = cursor) => {
    openFullPage(hashOf({ inboxId, view, openId }));
    closePopup();
  };
  const openInPanel = () => openPanel(cursor === undefined ? undefined : { connectionId: connection.id, place, openId: cursor });
  const keys: Record<string, () => unknown> = {
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    1: () => go({ view: 'unassigned' }),
    2: () => go({ view: 'mine' }),
    o: () => openPage(),
    p: openInPanel,
    z: () => toasts.undoNewest(),
  };
  useActionKeys((key, event) => {
    const name = key.length === 1 ? key.toLowerCase() : key;
    // A button that has the focus is pressed by Enter; anywhere else it opens the row one stands on.
    if (name === 'Enter') {
      if (event.target instanceof Element && event.target.closest('button')) return false;
      openPage();
      return true;
    }
    const known = keys[name];
    if (known) return known() !== false;
    if (cursor === undefined || !actions.some((action) => action.keys?.includes(name))) return false;
    void act({ key: name }, cursor);
    return true;
  });
  return {
    inboxId,
    view,
    rows,
    waiting: list.waiting,
    release: list.release,
    hold: list.hold,
    counts,
    mine,
    now,
    cursor,
    listRef,
    /** The row whose snooze is being chosen: the one under the cursor, or none. */
    asking: asking === cursor ? asking : undefined,
    answered() {
      setAsking(undefined);
      listRef.current?.focus();
    },
    setCursor,
    go,
    openPage,
    openInPanel,
    contextFor,
    act: (name: string, on: Conversation) => void act({ name }, on.id),
  };
}
