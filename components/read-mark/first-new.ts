import type { Id } from '../../domain/model/ids';
import type { ReadMark } from '../../domain/model/read-mark';
import { isNewsTo } from '../../domain/read-mark/is-news-to';
import type { ThreadMessage } from '../../utils/store/read-messages';

/**
 * The first message of a thread that is news since its reader looked (THR-21); of one marked unread with nothing new, the last that was news. None where all of the thread is new, or it was never looked at: a line above everything parts nothing.
 */
export function firstNew(messages: readonly ThreadMessage[], mark: Pick<ReadMark, 'seenAt' | 'unread'> | undefined, me: Id): Id | undefined {
  if (!mark) return undefined;
  const news = messages.filter((message) => !message.pending && isNewsTo(message, me));
  const first = news.find(({ receivedAt }) => receivedAt > mark.seenAt) ?? (mark.unread ? news.at(-1) : undefined);
  return first === messages.find(({ kind }) => kind !== 'event') ? undefined : first?.id;
}
