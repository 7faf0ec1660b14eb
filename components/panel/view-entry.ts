import type { ViewName } from '../../domain/view/views-of';
import type { Text } from '../../utils/i18n/text';
import type { MenuEntry } from '../ui/menu-entry';
import { type ViewWithIcon, viewKey } from './standard-views';

interface Given {
  text: Text;
  counts: Record<ViewName, number> | undefined;
  onView(view: ViewName): void;
}

/** A view as a line of a menu, with its count. */
export const viewEntry =
  ({ text, counts, onView }: Given) =>
  ([name, icon]: ViewWithIcon): MenuEntry => ({
    kind: 'item',
    id: name,
    label: text.t(viewKey(name)),
    icon,
    count: counts && text.number(counts[name]),
    onSelect: () => onView(name),
  });
