import type { Id } from '../model/ids';
import type { Notice } from './notices-of';

/** So many of one inbox at once are told one by one; more become one line. */
const mostOfOneInbox = 3;

export type NoticeGroup = { kind: 'one'; notice: Notice } | { kind: 'many'; inboxId: Id; count: number };

/** Notices as they are shown: the newest of each conversation, and an inbox with many of them as one. */
export function grouped(notices: readonly Notice[]): NoticeGroup[] {
  const newest = [...new Map(notices.map((notice) => [notice.conversationId, notice])).values()];
  return [...new Set(newest.map(({ inboxId }) => inboxId))].flatMap((inboxId): NoticeGroup[] => {
    const of = newest.filter((notice) => notice.inboxId === inboxId);
    return of.length > mostOfOneInbox ? [{ kind: 'many', inboxId, count: of.length }] : of.map((notice) => ({ kind: 'one', notice }));
  });
}
