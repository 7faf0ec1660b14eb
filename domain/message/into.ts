import type { Meta } from '../core/meta';
import type { Channel } from '../model/channel';
import type { Inbox } from '../model/inbox';

/** The channel something came in by, the inbox it belongs to, and the act that brings it in. */
export interface Into {
  channel: Channel;
  inbox: Inbox;
  act: Pick<Meta, 'at' | 'uuid'>;
}
