import type { Id } from '../../domain/model/ids';
import { isCustomView, isStandardView, type ViewId } from '../../domain/view/views-of';

/** What a tab's address says: `#/<inbox>/<view>` and, where one is open, `/<conversation>`, and `/<message>` where one came for that. Names nobody and no word of a mail. */
export interface HashPlace {
  inboxId: Id;
  view: ViewId;
  openId: Id | undefined;
  landOn?: Id | undefined;
}

export const hashOf = ({ inboxId, view, openId, landOn }: HashPlace): string =>
  `#/${[inboxId, view, openId, openId && landOn].filter((part) => part !== undefined).join('/')}`;

const isId = (text: string | undefined): text is Id => text !== undefined && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const viewOf = (named = ''): ViewId | undefined =>
  isStandardView(named) || (isCustomView(named) && isId(named.slice('view:'.length))) ? named : undefined;

/** `undefined` for an address that names no place: empty, typed by hand, or of a view there is no longer. */
export function placeOfHash(hash: string): HashPlace | undefined {
  const [start, inboxId, named, ...ids] = hash.split('/');
  const view = viewOf(named);
  if (start !== '#' || !isId(inboxId) || !view || ids.length > 2 || !ids.every(isId)) return undefined;
  const [openId, landOn] = ids;
  return { inboxId, view, openId, ...(landOn && { landOn }) };
}
