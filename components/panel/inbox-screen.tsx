import { useLiveQuery } from 'dexie-react-hooks';
import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { viewCounts } from '../../utils/store/view-counts';
import type { ActionContext } from '../actions/action';
import { actionForKey } from '../actions/action-for-key';
import { allActions } from '../actions/all-actions';
import { KeySheet } from '../actions/key-sheet';
import { loadRules } from '../actions/load-rules';
import { refusalWords } from '../actions/refusal-words';
import { useActionKeys } from '../actions/use-action-keys';
import { usePerform } from '../actions/use-perform';
import type { ComposeMode } from '../composer/composer';
import { ConversationList } from '../conversation-list/conversation-list';
import { EmptyView } from '../conversation-list/empty-view';
import { LoadingRows } from '../conversation-list/loading-rows';
import { type ListPlace, useList } from '../conversation-list/use-list';
import { viewSummary } from '../conversation-list/view-summary';
import { IconButton } from '../ui/icon-button';
import { useSay } from '../ui/live-region';
import { useToasts } from '../ui/toasts';
import { useNow } from '../ui/use-now';
import { InboxSwitcher } from './inbox-switcher';
import { PanelMenu } from './panel-menu';
import type { DeviceSettings } from './use-device-settings';
import { useFocusHome } from './use-focus-home';
import { useLater } from './use-later';
import { type KeptPlace, usePlace } from './use-place';
import { readSubject, useSubject } from './use-subject';
import { isUnderMore, ViewTabs, viewKey } from './view-tabs';
import { useWorkspace } from './workspace-context';

const loadThread = () => import('./open-thread');
const loadInvite = () => import('../invite/invite-dialog');
const loadSignOut = () => import('../onboarding/sign-out-dialog');

/** The inbox of the panel: list, and over it the thread one opened. */
export function InboxScreen({ settings, kept }: { settings: DeviceSettings; kept: KeptPlace }) {
  const { inboxes } = useWorkspace();
  const [place, setPlace] = usePlace(kept, inboxes);
  return place ? <Inbox place={place} onPlace={setPlace} settings={settings} /> : null;
}

interface Props {
  place: ListPlace;
  onPlace(change: Partial<ListPlace>): void;
  settings: DeviceSettings;
}

function Inbox({ place, onPlace, settings }: Props) {
  const text = useText();
  const { t } = text;
  const { db, me } = useWorkspace();
  const perform = usePerform();
  const toasts = useToasts();
  const say = useSay();
  const now = useNow();
  const list = useList(place);
  const counts = useLiveQuery(() => viewCounts(db, place.inboxId), [db, place.inboxId]);
  const [cursor, setCursor] = useState<Id>();
  const [openId, setOpenId] = useState<Id>();
  const [mode, setMode] = useState<ComposeMode>();
  const [dialog, setDialog] = useState<'keys' | 'invite' | 'sign-out'>();
  const listRef = useRef<HTMLDivElement>(null);
  const subject = useSubject(openId);
  const thread = useLater(loadThread, openId !== undefined);
  useLater(loadRules, false);
  const invite = useLater(loadInvite, dialog === 'invite');
  const signOut = useLater(loadSignOut, dialog === 'sign-out');
  const rows = list.rows ?? [];

  const open = (conversation: Conversation, compose?: ComposeMode) => {
    setCursor(conversation.id);
    setOpenId(conversation.id);
    setMode(compose);
  };
  const back = () => {
    setOpenId(undefined);
    setMode(undefined);
    requestAnimationFrame(() => listRef.current?.focus());
  };
  const goTo = (change: Partial<ListPlace>) => {
    onPlace(change);
    setCursor(undefined);
    setOpenId(undefined);
    setMode(undefined);
  };
  const contextFor = (conversation: Conversation): ActionContext => ({ me, now, text, perform, compose: (to) => open(conversation, to) });

  // The cursor's row left the view by what was done to it: the next one takes its place, and is named.
  const order = useRef<Id[]>([]);
  useEffect(() => {
    const ids = list.rows?.map((row) => row.id);
    if (!ids) return;
    if (cursor !== undefined && !ids.includes(cursor)) {
      const at = order.current.indexOf(cursor);
      const next = at < 0 ? undefined : [...order.current.slice(at + 1), ...order.current.slice(0, at).reverse()].find((id) => ids.includes(id));
      if (openId === undefined) setCursor(next);
    }
    if (cursor === undefined || ids.includes(cursor)) order.current = ids;
  }, [list.rows, cursor, openId]);

  const move = (by: number) => {
    const known = rows.some((row) => row.id === cursor) ? rows.map((row) => row.id) : order.current;
    const at = cursor === undefined ? -1 : known.indexOf(cursor);
    const target = rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by))];
    if (!target) return false;
    if (openId === undefined) setCursor(target.id);
    else if (target.id !== openId) open(target);
    return true;
  };
  const doOn = async (name: string | undefined, key: string | undefined, id: Id) => {
    const on = await readSubject(db, id);
    if (!on) return;
    const context = contextFor(on.conversation);
    const action = name === undefined ? actionForKey(key ?? '', on, context) : allActions.find((one) => one.name === name);
    if (!action) return;
    const state = action.state(on, context);
    if (state === 'ready') await action.perform(on, context);
    else if (state !== 'absent') toasts.show({ words: refusalWords(text, state) });
  };
  useActionKeys((key) => {
    if (dialog) return false;
    const lower = key.length === 1 ? key.toLowerCase() : key;
    if (lower === 'j') return move(1);
    if (lower === 'k') return move(-1);
    if (key === '?') {
      setDialog('keys');
      return true;
    }
    if (lower === 'z') return toasts.undoNewest();
    if (key === 'Escape') {
      if (mode) setMode(undefined);
      else if (openId !== undefined) back();
      else return false;
      return true;
    }
    const target = openId ?? cursor;
    if (target === undefined || !allActions.some((action) => action.keys?.includes(lower))) return false;
    void doOn(undefined, lower, target);
    return true;
  });
  useFocusHome();
  const shown = Boolean(subject && thread);
  const waiting = list.waiting;
  useEffect(() => {
    if (waiting > 0) say(text.plural('newConversations', waiting));
  }, [waiting, say, text]);
  useEffect(() => {
    if (openId !== undefined && shown) document.getElementById('thread')?.focus({ preventScroll: true });
  }, [openId, shown]);

  const { view, order: sort } = place;
  const count = counts?.[view];
  const OpenThread = openId === undefined ? undefined : thread?.OpenThread;
  const threadOpen = OpenThread && subject;
  return (
    <>
      {threadOpen && (
        <OpenThread
          key={openId}
          subject={subject}
          context={contextFor(subject.conversation)}
          mode={mode}
          onMode={setMode}
          onTakenBack={(to) => open(subject.conversation, to)}
          onBack={back}
        />
      )}
      {/* The list stays where it is, unseen, under an open thread: one comes back to where one was. */}
      <div className={threadOpen ? 'invisible absolute inset-0 -z-10 flex flex-col' : 'flex min-h-0 grow flex-col'}>
        <header className="bar top">
          <InboxSwitcher inboxId={place.inboxId} onSwitch={(inboxId) => goTo({ inboxId })} />
          <span className="grow" />
          <PanelMenu
            settings={settings}
            onInvite={() => setDialog('invite')}
            onKeys={() => setDialog('keys')}
            onSignOut={() => setDialog('sign-out')}
          />
        </header>
        <ViewTabs view={view} counts={counts} onView={(to) => goTo({ view: to })} />
        <main className="flex min-h-0 grow flex-col">
          <div className="flex flex-none items-center gap-1 py-1 pr-2 pl-4">
            <h1 className="cut grow text-xs text-ink-2">
              <span className={isUnderMore(view) ? 'font-semibold text-ink' : 'sr-only'}>{t(viewKey(view))}</span>
              {isUnderMore(view) ? ' · ' : <span className="sr-only">: </span>}
              {count !== undefined && list.rows && viewSummary(view, count, list.rows, text)}
            </h1>
            <IconButton
              icon={sort === 'newest' ? ArrowDownWideNarrow : ArrowUpNarrowWide}
              label={sort === 'newest' ? t('newestFirst') : t('oldestFirst')}
              onClick={() => goTo({ order: sort === 'newest' ? 'oldest' : 'newest' })}
            />
          </div>
          {waiting > 0 && (
            <button type="button" className="btn text xs mx-auto mb-1" onClick={list.release}>
              {text.plural('newConversations', waiting)}
            </button>
          )}
          {list.rows === undefined ? (
            <LoadingRows />
          ) : rows.length === 0 ? (
            <EmptyView view={view} open={counts?.open ?? 0} onShowOpen={() => goTo({ view: 'open' })} />
          ) : (
            <ConversationList
              key={`${place.inboxId}/${view}/${sort}`}
              rows={rows}
              total={list.whole ? rows.length : Math.max(count ?? 0, rows.length)}
              view={view}
              label={t(viewKey(view))}
              compact={settings.density === 'compact'}
              cursor={cursor}
              open={openId}
              listRef={listRef}
              onCursor={setCursor}
              onOpen={(conversation) => open(conversation)}
              onDo={(name, conversation) => void doOn(name, undefined, conversation.id)}
              onNearEnd={list.more}
              onHeld={list.hold}
            />
          )}
        </main>
      </div>
      {dialog === 'keys' && <KeySheet onClose={() => setDialog(undefined)} />}
      {dialog === 'invite' && invite && <invite.InviteDialog inboxId={place.inboxId} onClose={() => setDialog(undefined)} />}
      {dialog === 'sign-out' && signOut && <signOut.SignOutDialog onClose={() => setDialog(undefined)} />}
    </>
  );
}
