import type { Id } from '../../../../domain/model/ids';
import type { MailboxProblem } from '../../../../domain/model/mailbox';
import type { HubStore } from '../../../sync/hub-store';
import { ApiCaller } from '../api/api-caller';
import { apiTransport } from '../api/api-transport';
import { mailApiOf } from '../api/mail-api-of';
import type { MailTransport } from '../mail-transport';
import { type SmtpWaits, transportTo } from '../smtp-transport';
import { ofPassword, problemOutside } from './mailbox-fault';
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
    if (!mailbox || mailboxes.passwordOf(mailbox) === undefined) return refused({ code: 'password-lost', server: 'smtp', words: '' });
    const { settings, oauth } = mailbox;
    if (oauth && !settings) {
      const caller = new ApiCaller(channelId, oauth.provider, provider);
      return learning(apiTransport(mailApiOf(oauth.provider, caller), caller));
    }
    if (!settings) return refused({ code: 'password-lost', server: 'smtp', words: '' });
    const ownServer = async (): Promise<MailTransport> => {
      try {
        return transportTo(smtpAccountOf(settings, await loginOf(mailbox, mailboxes, provider.tokens), ca), hostName, smtpWaits);
      } catch (fault) {
        return refused(problemOutside(fault, oauth?.provider ?? 'smtp'));
      }
    };
    const first = await ownServer();
    if (!oauth) return learning(first);
    return learning(async (envelope) => {
      const outcome = await first(envelope);
      if (!outcome.problem || !ofPassword.has(outcome.problem.code)) return outcome;
      // Taken back before its end, perhaps: once more with a fresh one.
      provider.tokens.drop(channelId);
      const again = await (await ownServer())(envelope);
      const { problem } = again;
      // A token that its server does not take is a consent that has ended; no password would help.
      return problem && ofPassword.has(problem.code) ? { ...again, problem: { ...problem, code: 'consent-ended' } } : again;
    });
  };

/** Whatever it says of a mail, it has let us in; what keeps us out is told in the server's words, else by its code, never in a library's. */
const learning =
  (transport: MailTransport): MailTransport =>
  async (envelope) => {
    const outcome = await transport(envelope);
    if (outcome.problem) return { ...outcome, text: wordsOf(outcome.problem) };
    return outcome.result === 'unknown' ? outcome : { problem: null, ...outcome };
  };

const refused =
  (problem: MailboxProblem): MailTransport =>
  async () => ({ result: 'retry', text: wordsOf(problem), problem });

const wordsOf = ({ words, code }: MailboxProblem) => words || code;
