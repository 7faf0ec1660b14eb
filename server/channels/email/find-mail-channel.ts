import { takesMail } from '../../../domain/channel/takes-mail';
import { foldAddress } from '../../../domain/model/address';
import type { HubStore } from '../../sync/hub-store';
import type { FindMailChannel } from './ports';

/** Mail channels by their own address; the only addresses mail is taken for. */
export const findMailChannelIn =
  (store: HubStore): FindMailChannel =>
  (address) =>
    store.transaction('all', async ({ reader }) => {
      const [channel] = await reader.query('channelsByAddress', { address: foldAddress(address) });
      if (!channel || !takesMail(channel)) return undefined;
      const inbox = await reader.find('inboxes', channel.inboxId);
      return inbox && { channel, workspaceId: inbox.workspaceId };
    });
