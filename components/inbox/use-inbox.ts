import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { nowOpen } from '../../utils/browser/keep-surface';
import { restOfWords } from '../../utils/i18n/load-language';
import { useText } from '../../utils/i18n/use-text';
import { viewCounts } from '../../utils/store/view-counts';
import type { ActInto, ActionContext, Question } from '../actions/action';
import { allActions } from '../actions/all-actions';
import { loadRules } from '../actions/load-rules';
import { useActionKeys } from '../actions/use-action-keys';
import { useDo } from '../actions/use-do';
import { usePerform } from '../actions/use-perform';
import type { ComposeMode } from '../composer/composer';
import { type ListPlace, useList } from '../conversation-list/use-list';
import { useTicks } from '../conversation-list/use-ticks';
import type { MenuDialog } from '../panel/panel-menu';
import { useFocusHome } from '../panel/use-focus-home';
import { useLater } from '../panel/use-later';
import { useSubject } from '../panel/use-subject';
import { useWorkspace } from '../panel/workspace-context';
import { useSay } from '../ui/live-region';
import { useToasts } from '../ui/toasts';
import { useNow } from '../ui/use-now';
import { useViews } from '../views/use-views';
import { useCursor } from './use-cursor';
import { useMerged } from './use-merged';
import type { Whereabouts } from './whereabouts';

/** `beside`: list and thread stand side by side; else the thread covers the list and takes the focus when it opens. */
interface Options {
  beside: boolean;
}

const loadThread = () => import('./open-thread');
const loadToggle = () => Promise.all([import('../read-mark/toggle-unread'), restOfWords()]);
const focusThread = () => document.getElementById('thread')?.focus({ preventScroll: true });

export type Inbox = ReturnType<typeof useInbox>;

/** What every layout of the inbox shares: the list, its cursor, the open conversation, what is being written, and the keys (ALL-2). */
export function useInbox({ place, openId, landOn, go }: Whereabouts, { beside }: Options) {
  const text = useText();
  const { db, me, connection } = useWorkspace();
  const perform = usePerform();
  const toasts = useToasts();
  const say = useSay();
  const now = useNow();
  const list = useList(place);
  const ticks = useTicks(place, list.rows);
  const counts = useLiveQuery(() => viewCounts(db, place.inboxId), [db, place.inboxId]);
  const views = useViews(place, () => go({ view: 'open', openId, landOn, instead: true }));
  // Kept with the conversation it is for: whoever goes back to another one does not find the editor open there.
  const [writing, setWriting] = useState<{ mode: ComposeMode; on: Id }>();
  const mode = writing && writing.on === openId ? writing.mode : undefined;
  const [dialog, setDialog] = useState<MenuDialog>();
  const [asking, setAsking] = useState<{ question: Question; on: Conversation }>();
  const [statusOf, setStatusOf] = useState<Id>();
  const listRef = useRef<HTMLDivElement>(null);
  const subject = useSubject(openId);
  const thread = useLater(loadThread, openId !== undefined);
  useLater(loadRules, false);
  const { cursor, setCursor, step } = useCursor(
    list.rows?.map((row) => row.id),
    { start: openId, stays: openId !== undefined },
  );
  useEffect(() => {
    if (openId !== undefined) setCursor(openId);
  }, [openId, setCursor]);

  // What one was writing in it goes along.
  const { ledTo, forget } = useMerged(openId, subject, asking !== undefined, (from, to) => {
    setWriting((was) => (was?.on === from ? { ...was, on: to } : was));
    say(text.t('mrgLed'));
    go({ openId: to, landOn, instead: true });
  });
  const open = (conversation: Conversation, compose?: ComposeMode) => {
    forget();
    setCursor(conversation.id);
    setWriting(compose && { mode: compose, on: conversation.id });
    if (conversation.id !== openId) go({ openId: conversation.id });
  };
  // Undo is pressed long after the thread was drawn that offered it, perhaps from another place: it leaves from there.
  const latest = useRef({ open, openId, forget });
  latest.current = { open, openId, forget };
  const goAlong = async (from: Id, into: Id) => {
    const row = await db.conversations.get(into);
    const here = latest.current;
    if (here.openId === into) here.forget();
    else if (row && here.openId === from) here.open(row);
  };
  const actInto: ActInto = async (name, args, { from, into }, done) => {
    const takeBack = async (actId: Id) => {
      if (await perform('undo', { actId }, text.t('undone'))) await goAlong(into, from);
    };
    if (await perform(name, args, done, takeBack)) await goAlong(from, into);
  };
  const focusList = () => requestAnimationFrame(() => listRef.current?.focus());
  // An editor that shuts late, once its reply is kept, leaves the one alone that was opened meanwhile.
  const setMode = (to: ComposeMode | undefined) =>
    setWriting((was) => (to && openId !== undefined ? { mode: to, on: openId } : was?.on === openId ? undefined : was));
  const back = () => {
    forget();
    setMode(undefined);
    go({ openId: undefined });
    focusList();
  };
  const goTo = (change: Partial<ListPlace>) => {
    setCursor(undefined);
    setMode(undefined);
    go(change);
  };
  const contextFor = (conversation: Conversation, performs = perform): ActionContext => ({
    me,
    now,
    text,
    perform: performs,
    compose: (to) => open(conversation, to),
    pickStatus: (on) => {
      if (on.id !== openId) open(on);
      setStatusOf(on.id);
    },
    toggleUnread: (on) => loadToggle().then(([{ toggleUnread }]) => toggleUnread(db, on, { me, text, perform: performs })),
    ask: (question, on) => setAsking({ question, on }),
    actInto,
  });

  const move = (by: 1 | -1) => {
    const target = list.rows?.find(({ id }) => id === step(by));
    if (!target) return false;
    if (openId === undefined) setCursor(target.id);
    else if (target.id !== openId) open(target);
    return true;
  };
  const doOn = useDo(contextFor);
  const inList = () => listRef.current?.contains(document.activeElement) ?? false;
  const oneStepOut = () => {
    if (mode) setMode(undefined);
    else if (openId === undefined) return false;
    else if (beside && !inList()) focusList();
    else back();
    return true;
  };
  const inThread = () => document.getElementById('thread')?.contains(document.activeElement) ?? false;
  useActionKeys((key, event) => {
    if (dialog || asking) return false;
    const lower = key.length === 1 ? key.toLowerCase() : key;
    if (lower === 'j') return move(1);
    if (lower === 'k') return move(-1);
    if (key === '?') {
      setDialog('keys');
      return true;
    }
    if (lower === 'z') return toasts.undoNewest();
    // What is ticked comes before the row one stands on, as long as one does not read.
    const onTicked = ticks.ids.size > 0 && (openId === undefined || (beside && !inThread()));
    if (key === 'Escape' && onTicked) {
      ticks.clear();
      return true;
    }
    if (key === 'Escape') return oneStepOut();
    if (lower === 'x' && cursor !== undefined && (openId === undefined || inList())) {
      if (event.shiftKey) ticks.reach(cursor, cursor);
      else ticks.toggle(cursor);
      return true;
    }
    // The bar over the list has these.
    if (onTicked) return false;
    // In the list a key means the row one stands on, anywhere else what one reads.
    const target = inList() ? (cursor ?? openId) : (openId ?? cursor);
    if (target === undefined || !allActions.some((action) => action.keys?.includes(lower))) return false;
    void doOn({ key: lower }, target);
    return true;
  });

  useEffect(() => nowOpen(openId, connection.id), [openId, connection.id]);
  const { waiting } = list;
  useEffect(() => {
    if (waiting > 0) say(text.plural('newConversations', waiting));
  }, [waiting, say, text]);
  useFocusHome();
  const shown = Boolean(subject && thread);
  useEffect(() => {
    if (!beside && openId !== undefined && shown) focusThread();
  }, [beside, openId, shown]);

  return {
    place,
    ...views,
    list,
    ticks,
    counts,
    cursor,
    openId,
    landOn,
    /** The one that was opened here lies in this one now (THR-17). */
    ledHere: ledTo !== undefined && ledTo === openId,
    subject,
    /** What draws the open conversation; `undefined` until it is loaded. */
    OpenThread: thread?.OpenThread,
    mode,
    dialog,
    listRef,
    setCursor,
    setMode,
    setDialog,
    asking,
    /** The status of the open conversation's ticket is to be chosen, until its menu has opened. */
    pickingStatus: statusOf !== undefined && statusOf === openId,
    statusShown: () => setStatusOf(undefined),
    actInto,
    answered: () => setAsking(undefined),
    /** It is no more: whoever read it stands in the list again. */
    gone: (id: Id) => id === openId && back(),
    /** Opens a row; where list and thread stand side by side, pressed again it moves into the thread. */
    open: (conversation: Conversation) => (beside && conversation.id === openId ? focusThread() : open(conversation)),
    /** Words that were sent here came back into the composer (RPL-8). */
    takenBack: (conversation: Conversation, compose: ComposeMode) => latest.current.open(conversation, compose),
    back,
    goTo,
    contextFor,
    act: (name: string, on: Conversation) => void doOn({ name }, on.id),
  };
}
