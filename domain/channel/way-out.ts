import type { Channel } from '../model/channel';
import { canSend, type MailChannel } from './can-send';
import { firstWayOut } from './first-way-out';

/** Of an inbox's channels the one a mail leaves by: the one asked for where it can send mail, else the first way out (RPL-4). */
export const wayOut = (channels: readonly Channel[], asked: (channel: MailChannel) => boolean): MailChannel | undefined =>
  channels.filter(canSend).find(asked) ?? firstWayOut(channels);
