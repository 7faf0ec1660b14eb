import type { Id } from '../../domain/model/ids';
import type { ReadMark } from '../../domain/model/read-mark';
import type { ThreadMessage } from '../../utils/store/read-messages';

/**
 * The first message of a thread that came since its reader looked (THR-21), of somebody else; of one marked unread with nothing new, the last. None
 * where all of the thread is new, or it was never looked at: a line above everything parts nothing.
 */
export function firstNew(messages: readonly ThreadMessage[], mark: Pick<ReadMark, 'seenAt' | 'unread'> | undefined, me: Id): Id | undefined {
  if (!mark) return undefined;
  const words = messages.filter(({ kind }) => kind !== 'event');
  const theirs = words.filter(({ author, pending }) => !pending && !(author.kind === 'agent' && author.agentId === me));
  const first = theirs.find(({ receivedAt }) => receivedAt > mark.seenAt) ?? (mark.unread ? theirs.at(-1) : undefined);
  return first === words[0] ? undefined : first?.id;
}
