import type { Id } from '../../../../domain/model/ids';
import type { HubStore } from '../../../sync/hub-store';
import type { MailTransport } from '../mail-transport';
import { type SmtpWaits, transportTo } from '../smtp-transport';
import type { Mailboxes } from './mailboxes';
import { smtpAccountOf } from './smtp-account-of';

export interface MailboxTransportHost {
  store: HubStore;
  mailboxes: Mailboxes;
  hostName: string;
  ca?: string | undefined;
  smtpWaits?: SmtpWaits;
}

/** The way out of a channel that is a team's own mailbox, by its own SMTP server; `undefined` for all others, which send by the hub. */
export const mailboxTransportOf =
  ({ store, mailboxes, hostName, ca, smtpWaits }: MailboxTransportHost) =>
  async (channelId: Id): Promise<MailTransport | undefined> => {
    const channel = await store.transaction('all', ({ reader }) => reader.find('channels', channelId));
    if (!channel?.mailbox) return undefined;
    const mailbox = await mailboxes.find(channelId);
    const password = mailbox && mailboxes.passwordOf(mailbox);
    // Never by the hub instead: its server may not send in the name of somebody else's domain.
    if (!mailbox || password === undefined) return async () => ({ result: 'retry', text: 'This mailbox is signed out' });
    return transportTo(smtpAccountOf(mailbox.settings, password, ca), hostName, smtpWaits);
  };
