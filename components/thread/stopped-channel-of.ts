import { takesMail } from '../../domain/channel/takes-mail';
import type { Channel } from '../../domain/model/channel';
import type { ThreadMessage } from '../../utils/store/read-messages';

/**
 * The channel a waiting mail waits for, of those that cannot send. A message does not name its channel: it is told only where
 * every way out of its inbox is stopped, or by the words that came from its server.
 */
export function stoppedChannelOf({ space, delivery }: Pick<ThreadMessage, 'space' | 'delivery'>, channels: readonly Channel[]): Channel | undefined {
  const waysOut = channels.filter((channel) => channel.space === space && takesMail(channel));
  const stopped = waysOut.filter(({ mailbox }) => mailbox?.sending || mailbox?.standing.state === 'signed-out');
  if (stopped.length === waysOut.length) return stopped[0];
  return stopped.find(({ mailbox }) => delivery?.text && mailbox?.sending?.problem.words === delivery.text);
}
