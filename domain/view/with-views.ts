import type { CustomView } from '../model/custom-view';
import type { Inbox } from '../model/inbox';

/** The inbox with these shared views; one without says nothing of them. */
export function withViews({ views: _, ...inbox }: Inbox, views: readonly CustomView[]): Inbox {
  return views.length === 0 ? inbox : { ...inbox, views: [...views] };
}
