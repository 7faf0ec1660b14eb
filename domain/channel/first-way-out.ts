import type { Channel } from '../model/channel';
import { canSend, type MailChannel } from './can-send';

/** Of an inbox's channels the one a mail leaves by that asks for none: the first that sends now, else the first that would after a sign-in. */
export function firstWayOut(channels: readonly Channel[]): MailChannel | undefined {
  const ways = channels.filter(canSend);
  return ways.find(({ mailbox }) => mailbox?.standing.state !== 'signed-out') ?? ways[0];
}
