import type { CustomView } from '../model/custom-view';
import type { Inbox } from '../model/inbox';
import type { ViewSettings } from '../model/view-settings';

/** The custom views an agent has in an inbox: shared ones and their own, in the order they put them (VIEW-13). */
export function customViewsOf(inbox: Pick<Inbox, 'id' | 'views'>, settings: Pick<ViewSettings, 'own' | 'order'> | undefined): CustomView[] {
  const { own = [], order = [] } = settings ?? {};
  const all = [...(inbox.views ?? []), ...own.filter(({ inboxId }) => inboxId === inbox.id)];
  const placeOf = ({ id }: CustomView) => (order.includes(id) ? order.indexOf(id) : order.length);
  return all.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Whether everybody in the inbox has it. */
export const isShared = (inbox: Pick<Inbox, 'views'>, viewId: string): boolean => (inbox.views ?? []).some(({ id }) => id === viewId);
