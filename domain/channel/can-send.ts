import type { Channel } from '../model/channel';
import { takesMail } from './takes-mail';

export type MailChannel = Channel & { address: string };

/** Whether a mail can leave by it, at once or when somebody has signed in to it again. */
export const canSend = (channel: Channel): channel is MailChannel => takesMail(channel) && channel.address !== null;
