import { Bot, ChevronDown, CircleCheck, ClipboardList, type LucideIcon, Mail, OctagonAlert, Phone, Send, Trash2 } from 'lucide-react';
import type { ViewName } from '../../domain/view/views-of';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu-button';
import type { MenuEntry } from '../ui/menu-entry';

/** Always on show (VIEW-11); the rest under More. */
const always: readonly ViewName[] = ['unassigned', 'mine', 'open', 'chat'];
const channels: readonly [ViewName, LucideIcon][] = [
  ['email', Mail],
  ['forms', ClipboardList],
  ['calls', Phone],
  ['bots', Bot],
];
const rest: readonly [ViewName, LucideIcon][] = [
  ['closed', CircleCheck],
  ['sent', Send],
  ['spam', OctagonAlert],
  ['trash', Trash2],
];

interface Props {
  view: ViewName;
  counts: Record<ViewName, number> | undefined;
  onView(view: ViewName): void;
}

/** Whether the view's own name stands in no tab. */
export const isUnderMore = (view: ViewName) => !always.includes(view);

export const viewKey = (view: ViewName) => `view_${view}` as MessageKey;

/** The views with their counts, exact at all times; no figure rather than a wrong 0 while they are read (VIEW-12). */
export function ViewTabs({ view, counts, onView }: Props) {
  const { t, number } = useText();
  const inMore = isUnderMore(view);
  const entry = ([name, icon]: readonly [ViewName, LucideIcon]): MenuEntry => ({
    kind: 'item',
    id: name,
    label: t(viewKey(name)),
    icon,
    count: counts && number(counts[name]),
    onSelect: () => onView(name),
  });
  return (
    <nav className="tabs" aria-label={t('views')}>
      {always.map((name) => (
        <button
          key={name}
          type="button"
          className={`tab ${view === name ? 'on' : ''}`}
          aria-current={view === name ? 'page' : undefined}
          onClick={() => onView(name)}
        >
          {t(viewKey(name))} <span className="n">{counts && number(counts[name])}</span>
        </button>
      ))}
      <span className="grow" />
      <MenuButton
        label={t('moreViews')}
        className={`tab ${inMore ? 'on' : ''}`}
        align="end"
        pressed={inMore}
        entries={[...channels.map(entry), { kind: 'separator', id: 'line' }, ...rest.map(entry)]}
      >
        {t('more')}
        <Icon of={ChevronDown} size={14} />
      </MenuButton>
    </nav>
  );
}
