import type { Id } from '../../domain/model/ids';
import type { ThreadMessage } from '../../utils/store/read-messages';

type Words = Pick<ThreadMessage, 'pending' | 'kind' | 'author' | 'receivedAt'>;

/**
 * When somebody else last had a word in a thread (ms), 0 when nobody had. What happened, and one's own words, are news to nobody here: marked as seen, each act of a
 * colleague would make everybody who watches it tell the hub so, in the way of what is to be seen.
 */
export const newestWord = (messages: readonly Words[], me: Id): number =>
  messages.reduce((latest, { pending, kind, author, receivedAt }) => {
    const isOthers = !pending && kind !== 'event' && !(author.kind === 'agent' && author.agentId === me);
    return isOthers ? Math.max(latest, receivedAt) : latest;
  }, 0);
