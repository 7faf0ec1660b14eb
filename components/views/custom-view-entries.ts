import { ListFilter, ListOrdered, Pencil, Plus } from 'lucide-react';
import { customViewId } from '../../domain/view/views-of';
import type { Text } from '../../utils/i18n/text';
import type { Inbox } from '../inbox/use-inbox';
import type { MenuEntry } from '../ui/menu-entry';

/** The views somebody made as lines of a menu, with their counts, and what can be done with them (VIEW-13). */
export function customViewEntries({ views = [], counts, goTo, setDialog, viewOpen, whyNotChange }: Inbox, { t, number }: Text): MenuEntry[] {
  const lines = views.map(({ id, name }): MenuEntry => {
    const view = customViewId(id);
    const count = counts?.[view];
    return {
      kind: 'item',
      id,
      label: name,
      icon: ListFilter,
      count: count === undefined ? undefined : number(count),
      onSelect: () => goTo({ view }),
    };
  });
  const line = (id: 'new-view' | 'change-view' | 'arrange-views', label: string, icon: typeof Plus, reason?: string): MenuEntry => ({
    kind: 'item',
    id,
    label,
    icon,
    reason,
    onSelect: () => setDialog(id),
  });
  return [
    { kind: 'separator', id: 'custom' },
    ...lines,
    ...(viewOpen ? [line('change-view', t('viewChangeOf', { name: viewOpen.name }), Pencil, whyNotChange)] : []),
    ...(views.length > 1 ? [line('arrange-views', t('viewArrange'), ListOrdered)] : []),
    line('new-view', t('viewNew'), Plus),
  ];
}
