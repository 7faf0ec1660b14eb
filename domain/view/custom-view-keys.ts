import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';
import type { IndexedView } from './indexed-view';
import { matchesView } from './matches-view';
import { type CustomViewId, customViewId, isCustomView, sortAtOf, type ViewKey } from './views-of';

/** The index keys of a conversation in the custom views of its inbox, as `me` has them (VIEW-13). */
export function customViewKeys(conversation: Conversation, me: Id | null, views: readonly IndexedView[]): ViewKey[] {
  const { id, inboxId } = conversation;
  return views
    .filter((view) => view.inboxId === inboxId && matchesView(conversation, view.filter, me))
    .map((view) => [inboxId, customViewId(view.id), sortAtOf(conversation, 'open'), id]);
}

/** The counters of custom views that a row with these keys adds one to: all it stands in (VIEW-12). */
export const customCountersOf = (keys: readonly ViewKey[]): CustomViewId[] => keys.map(([, view]) => view).filter(isCustomView);
