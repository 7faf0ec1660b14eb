import { ChevronDown, ChevronRight, ListFilter, ListOrdered, Pencil, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { customViewId } from '../../domain/view/views-of';
import { useText } from '../../utils/i18n/use-text';
import type { Inbox } from '../inbox/use-inbox';
import { AvailabilitySwitch } from '../panel/availability-switch';
import { InboxSwitcher } from '../panel/inbox-switcher';
import { channelViews, isUnderMore, restViews, standingViews, type ViewWithIcon, viewKey } from '../panel/standard-views';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';

/** The page's left pane: which inbox, and its views with their counts; four always on show, the rest under More (VIEW-11, VIEW-12). */
export function Rail({ inbox, foot, edge }: { inbox: Inbox; foot: ReactNode; edge: ReactNode }) {
  const { t, number } = useText();
  const { place, counts, goTo, setDialog, views = [], viewOpen, whyNotChange } = inbox;
  const [more, setMore] = useState(true);
  const line = ([view, icon]: ViewWithIcon) => (
    <button key={view} type="button" className="view-line" aria-current={view === place.view ? 'page' : undefined} onClick={() => goTo({ view })}>
      <Icon of={icon} />
      <span className="cut">{t(viewKey(view))}</span>
      <span className="n">{counts && number(counts[view])}</span>
    </button>
  );
  return (
    <nav className="pane rail" id="pane-rail" aria-label={t('views')}>
      <div className="flex min-w-0 flex-none px-2 pt-2 pb-1 pl-4">
        <InboxSwitcher inboxId={place.inboxId} open={counts?.open} onSwitch={(inboxId) => goTo({ inboxId })} />
      </div>
      <div className="flex-none px-2 pb-2">
        <AvailabilitySwitch />
      </div>
      <div className="rail-views">
        {standingViews.map(line)}
        <button type="button" className="view-head" aria-expanded={more} onClick={() => setMore(!more)}>
          <Icon of={more ? ChevronDown : ChevronRight} size={14} />
          {t('more')}
        </button>
        {/* The view one is in never hides. */}
        {[...channelViews, ...restViews].filter(([view]) => more || (isUnderMore(view) && view === place.view)).map(line)}
        {/* Those somebody made, and what can be done with them (VIEW-13). */}
        <div className="view-tools">
          <span className="cut grow">{t('viewCustom')}</span>
          {viewOpen && (
            <IconButton
              icon={Pencil}
              label={t('viewChangeOf', { name: viewOpen.name })}
              title={whyNotChange ?? t('viewChangeOf', { name: viewOpen.name })}
              aria-disabled={whyNotChange !== undefined}
              onClick={() => whyNotChange === undefined && setDialog('change-view')}
            />
          )}
          {views.length > 1 && <IconButton icon={ListOrdered} label={t('viewArrange')} onClick={() => setDialog('arrange-views')} />}
          <IconButton icon={Plus} label={t('viewNew')} onClick={() => setDialog('new-view')} />
        </div>
        {views.map(({ id, name }) => {
          const view = customViewId(id);
          const count = counts?.[view];
          return (
            <button
              key={id}
              type="button"
              className="view-line"
              aria-current={view === place.view ? 'page' : undefined}
              onClick={() => goTo({ view })}
            >
              <Icon of={ListFilter} />
              <span className="cut" title={name}>
                {name}
              </span>
              <span className="n">{count !== undefined && number(count)}</span>
            </button>
          );
        })}
      </div>
      {foot}
      {edge}
    </nav>
  );
}
