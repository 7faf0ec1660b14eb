import { ChevronDown, PanelLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { viewSummary } from '../conversation-list/view-summary';
import { ListBody } from '../inbox/list-body';
import { ListHead } from '../inbox/list-head';
import { OrderButton } from '../inbox/order-button';
import type { Inbox } from '../inbox/use-inbox';
import type { DeviceSettings } from '../panel/device-settings';
import { channelViews, restViews, standingViews } from '../panel/standard-views';
import { viewEntry } from '../panel/view-entry';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import { MenuButton } from '../ui/menu-button';
import { customViewEntries } from '../views/custom-view-entries';

interface Props {
  inbox: Inbox;
  settings: DeviceSettings;
  railOpen: boolean;
  onRail(): void;
  foot: ReactNode;
  edge: ReactNode;
}

/** The list of the page. With the views folded away it has them in a menu, and the foot of the page is its own. */
export function ListPane({ inbox, settings, railOpen, onRail, foot, edge }: Props) {
  const text = useText();
  const { t } = text;
  const { place, list, counts, goTo } = inbox;
  const { view } = place;
  const count = counts?.[view];
  const entry = viewEntry({ text, counts, onView: (to) => goTo({ view: to }) });
  const name = inbox.viewName;
  return (
    <section className="pane list-pane" id="pane-list" aria-label={t('conversationsPane')}>
      <ListHead inbox={inbox} heading="h2">
        <div className="bar list-bar">
          <IconButton icon={PanelLeft} label={railOpen ? t('foldViews') : t('showViews')} aria-expanded={railOpen} onClick={onRail} />
          {railOpen ? (
            <h2 className="flex-none text-md font-semibold">{name}</h2>
          ) : (
            <h2 className="min-w-0">
              <MenuButton
                label={t('views')}
                className="btn min-w-0 px-1.5 text-md"
                entries={[
                  ...standingViews.map(entry),
                  { kind: 'separator', id: 'channels' },
                  ...channelViews.map(entry),
                  { kind: 'separator', id: 'rest' },
                  ...restViews.map(entry),
                  ...customViewEntries(inbox, text),
                ]}
              >
                <span className="cut">{name}</span>
                <Icon of={ChevronDown} size={14} className="text-ink-3" />
              </MenuButton>
            </h2>
          )}
          <span className="list-summary cut num grow text-xs text-ink-3">
            {count !== undefined && list.rows && viewSummary(view, count, list.rows, text)}
          </span>
          <OrderButton inbox={inbox} />
        </div>
      </ListHead>
      <ListBody inbox={inbox} settings={settings} />
      {!railOpen && foot}
      {edge}
    </section>
  );
}
