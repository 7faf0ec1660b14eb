import { ChevronDown } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import type { Inbox } from '../inbox/use-inbox';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu-button';
import { customViewEntries } from '../views/custom-view-entries';
import { channelViews, isUnderMore, restViews, standingViews, viewKey } from './standard-views';
import { viewEntry } from './view-entry';

/** Figures that fit beside the four names in the narrowest panel, in any language. */
const fit = 7;

/** The views with their counts, exact at all times; no figure rather than a wrong 0 while they are read (VIEW-12). */
export function ViewTabs({ inbox }: { inbox: Inbox }) {
  const text = useText();
  const { t, number } = text;
  const { counts, goTo } = inbox;
  const { view } = inbox.place;
  const inMore = isUnderMore(view);
  const figures = counts ? standingViews.map(([name]) => number(counts[name])) : [];
  const entry = viewEntry({ text, counts, onView: (to) => goTo({ view: to }) });
  return (
    <nav className={`tabs views ${figures.join('').length > fit ? 'many' : ''}`} aria-label={t('views')}>
      {standingViews.map(([name], at) => (
        <button
          key={name}
          type="button"
          className={`tab ${view === name ? 'on' : ''}`}
          aria-current={view === name ? 'page' : undefined}
          onClick={() => goTo({ view: name })}
        >
          {t(viewKey(name))} <span className="n">{figures[at]}</span>
        </button>
      ))}
      <span className="grow" />
      <MenuButton
        label={t('moreViews')}
        className={`tab ${inMore ? 'on' : ''}`}
        align="end"
        pressed={inMore}
        entries={[...channelViews.map(entry), { kind: 'separator', id: 'line' }, ...restViews.map(entry), ...customViewEntries(inbox, text)]}
      >
        {t('more')}
        <Icon of={ChevronDown} size={14} />
      </MenuButton>
    </nav>
  );
}
