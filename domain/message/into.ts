import type { Channel } from '../model/channel';
import type { Inbox } from '../model/inbox';

/** The channel something came in by, and the inbox it belongs to. */
export interface Into {
  channel: Channel;
  inbox: Inbox;
}
