import type { Id } from '../../domain/model/ids';
import type { Inbox } from '../../domain/model/inbox';
import { isCustomView, isStandardView } from '../../domain/view/views-of';
import type { ListPlace } from '../conversation-list/use-list';

/** Where one was in a connection, among the settings of the device. */
export const placeKey = (connectionId: string) => `place:${connectionId}`;

/** What was kept, if it still is a place; checked by hand, the first paint does without a schema. */
export function placeOf(value: unknown): ListPlace | null {
  if (typeof value !== 'object' || value === null || !('inboxId' in value && 'view' in value && 'order' in value)) return null;
  const order = (['newest', 'oldest'] as const).find((name) => name === value.order);
  const { inboxId, view } = value;
  const known = typeof view === 'string' && (isStandardView(view) || isCustomView(view));
  return typeof inboxId === 'string' && known && order ? { inboxId: inboxId as Id, view, order } : null;
}

/** That place while its inbox is still one's own, else the first inbox of all. `undefined` while there is none to be in. */
export function placeAmong(inboxes: readonly Pick<Inbox, 'id'>[], kept: ListPlace | null): ListPlace | undefined {
  const [first] = inboxes;
  const known = kept && inboxes.some((inbox) => inbox.id === kept.inboxId) ? kept : undefined;
  return known ?? (first && { inboxId: first.id, view: 'open', order: 'newest' });
}

/** One's inboxes in the order every screen has them. */
export const inboxesByName = <I extends Pick<Inbox, 'name'>>(inboxes: readonly I[], locale: string): I[] =>
  inboxes.toSorted((a, b) => a.name.localeCompare(b.name, locale));
