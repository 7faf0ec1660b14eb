import type { Id } from '../../../../domain/model/ids';
import type { HubStore } from '../../../sync/hub-store';
import { ApiCaller } from '../api/api-caller';
import { apiTransport } from '../api/api-transport';
import { mailApiOf } from '../api/mail-api-of';
import type { MailTransport } from '../mail-transport';
import { type SmtpWaits, transportTo } from '../smtp-transport';
import { MailboxFault } from './mailbox-fault';
import type { Mailboxes } from './mailboxes';
import { loginOf, type ProviderHost } from './open-line';
import { smtpAccountOf } from './smtp-account-of';

export interface MailboxTransportHost {
  store: HubStore;
  mailboxes: Mailboxes;
  hostName: string;
  provider: Omit<ProviderHost, 'taken'>;
  ca?: string | undefined;
  smtpWaits?: SmtpWaits;
}

/** The way out of a channel that is a team's own mailbox, by its own server or its provider's API; `undefined` for all others, which send by the hub. */
export const mailboxTransportOf =
  ({ store, mailboxes, hostName, provider, ca, smtpWaits }: MailboxTransportHost) =>
  async (channelId: Id): Promise<MailTransport | undefined> => {
    const channel = await store.transaction('all', ({ reader }) => reader.find('channels', channelId));
    if (!channel?.mailbox) return undefined;
    const mailbox = await mailboxes.find(channelId);
    // Never by the hub instead: its server may not send in the name of somebody else's domain.
    if (!mailbox || mailboxes.passwordOf(mailbox) === undefined) return refused('This mailbox is signed out');
    const { settings, oauth } = mailbox;
    if (oauth && !settings) {
      const caller = new ApiCaller(channelId, oauth.provider, provider);
      return apiTransport(mailApiOf(oauth.provider, caller), caller.pause);
    }
    if (!settings) return refused('This mailbox is signed out');
    const ownServer = async (): Promise<MailTransport> => {
      try {
        return transportTo(smtpAccountOf(settings, await loginOf(mailbox, mailboxes, provider.tokens), ca), hostName, smtpWaits);
      } catch (fault) {
        const words = fault instanceof MailboxFault ? fault.problem.words || fault.problem.code : String(fault);
        return refused(`The mailbox could not be signed in to: ${words}`);
      }
    };
    const first = await ownServer();
    if (!oauth) return first;
    return async (envelope) => {
      const outcome = await first(envelope);
      if (outcome.result !== 'retry' || !signInRefused.test(outcome.text)) return outcome;
      // Taken back before its end, perhaps: once more with a fresh one.
      provider.tokens.drop(channelId);
      return (await ownServer())(envelope);
    };
  };

/** The mail server's answer to a login (RFC 4954). */
const signInRefused = /^535\b/;

const refused =
  (text: string): MailTransport =>
  async () => ({ result: 'retry', text });
