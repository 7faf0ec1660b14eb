import type { Channel } from '../model/channel';
import { inUse } from './in-use';

/** Whether mails come in by it, or may: the workspace may not have given it an address yet. */
export const takesMail = (channel: Channel): boolean => channel.kind === 'email' && inUse(channel);
