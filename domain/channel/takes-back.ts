import type { Channel } from '../model/channel';
import type { Id } from '../model/ids';
import { inUse } from './in-use';

/** Whether connecting this address to this inbox takes a channel back into use that was removed there (CHN-2, INB-3). `address` is folded. */
export const takesBack = (channel: Channel, { inboxId, address }: { inboxId: Id; address: string }): boolean =>
  !inUse(channel) && channel.inboxId === inboxId && channel.address === address;
