import type { Channel } from '../model/channel';
import { inUse } from './in-use';

const isHosted = ({ kind, address, mailbox }: Channel) => kind === 'email' && address !== null && !mailbox;

/**
 * Another address of the hub's in the same inbox, in use: with one there, an address of the hub's can be removed, as that of a domain the hub
 * no longer has (INB-3). An inbox is never left without any.
 */
export const otherHosted = (channel: Channel, channels: readonly Channel[]): Channel | undefined =>
  isHosted(channel) ? channels.find((one) => one.id !== channel.id && one.inboxId === channel.inboxId && isHosted(one) && inUse(one)) : undefined;
