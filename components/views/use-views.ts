import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef } from 'react';
import { customViewsOf, isShared } from '../../domain/view/custom-views-of';
import { mayChangeShared } from '../../domain/view/may-change-shared';
import { customViewId, isCustomView } from '../../domain/view/views-of';
import { useText } from '../../utils/i18n/use-text';
import type { ListPlace } from '../conversation-list/use-list';
import { viewKey } from '../panel/standard-views';
import { useLater } from '../panel/use-later';
import { useWorkspace } from '../panel/workspace-context';

const loadKeepIndex = () => import('./keep-index');

/** The views somebody made in the inbox one is in, and which of all views one is in (VIEW-13). `onGone`: it was taken away, here or by a colleague. */
export function useViews({ inboxId, view }: ListPlace, onGone: () => void) {
  const { t } = useText();
  const { db, me, inboxes, agents } = useWorkspace();
  const read = useLiveQuery(async () => ({ settings: await db.viewSettings.get(me) }), [db, me]);
  const inbox = inboxes.find(({ id }) => id === inboxId);
  const views = read && inbox && customViewsOf(inbox, read.settings);
  const viewOpen = views?.find(({ id }) => customViewId(id) === view);

  const index = useLater(loadKeepIndex, false);
  useEffect(() => index?.keepIndex(db), [index, db]);

  const leave = useRef(onGone);
  leave.current = onGone;
  const maybeGone = views !== undefined && viewOpen === undefined && isCustomView(view);
  useEffect(() => {
    if (!maybeGone) return undefined;
    let over = false;
    // One made just now is in the store before it is on screen.
    void Promise.all([db.inboxes.get(inboxId), db.viewSettings.get(me)]).then(([row, settings]) => {
      if (!over && row && !customViewsOf(row, settings).some(({ id }) => customViewId(id) === view)) leave.current();
    });
    return () => {
      over = true;
    };
  }, [maybeGone, db, inboxId, me, view]);

  const self = agents.get(me);
  const mayChange = !viewOpen || !inbox || !isShared(inbox, viewOpen.id) || (self !== undefined && mayChangeShared(viewOpen, self));
  return {
    /** In one's own order; `undefined` until they are read. */
    views,
    viewOpen,
    whyNotChange: mayChange ? undefined : t('viewNotYours', { name: agents.get(viewOpen.by)?.name ?? '' }),
    viewName: isCustomView(view) ? (viewOpen?.name ?? '') : t(viewKey(view)),
  };
}
