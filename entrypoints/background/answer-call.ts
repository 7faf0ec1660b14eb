import { forgetEverything } from '../../utils/browser/forget-everything';
import { connectToHub } from '../../utils/connection/connect-to-hub';
import { resetDevice } from '../../utils/connection/reset-device';
import { signInAgain } from '../../utils/connection/sign-in-again';
import { signOut } from '../../utils/connection/sign-out';
import type { ConnectAnswer, PageAnswers, PageToBackground } from '../../utils/messaging/contract';
import { askMailboxes } from './ask-mailboxes';
import { moveMails, moveStates } from './ask-moves';
import { showBadge } from './badge';
import { connectionHost } from './connection-host';
import { fetchBodies, fetchFile, fetchImages, openInvitations, withdrawInvitation } from './fetch-for-page';
import { keepBudget } from './keep-budget';
import { forgetGathered } from './keep-network-log';
import { clearNoticesOfAccount } from './open-notice';
import { keepSockets } from './sockets';
import { syncAll } from './sync-all';
import { syncConnection } from './sync-connection';
import { prepareToolbarButton } from './toolbar-button';

type Answers = { [T in PageToBackground['type']]: (call: Extract<PageToBackground, { type: T }>) => Promise<PageAnswers[T]> };

const answers: Answers = {
  async nudge() {
    begin();
    return null;
  },
  async 'device-changed'() {
    await Promise.all([prepareToolbarButton(), showBadge(), keepBudget()]);
    return null;
  },
  connect: ({ url }) => thenBegin(connectToHub(connectionHost, url)),
  'sign-in': ({ connectionId }) => thenBegin(signInAgain(connectionHost, connectionId)),
  async 'sign-out'({ connectionId, unsent }) {
    const answer = await signOut(connectionHost, connectionId, unsent, syncConnection);
    if ('done' in answer) await clearNoticesOfAccount(connectionId);
    await showBadge();
    return answer;
  },
  async 'reset-device'() {
    const answer = await resetDevice(connectionHost, syncConnection);
    if ('done' in answer) {
      forgetGathered();
      await forgetEverything();
      await Promise.all([prepareToolbarButton(), showBadge()]);
    }
    return answer;
  },
  'fetch-bodies': ({ connectionId, conversationId, messageIds }) => fetchBodies(connectionId, conversationId, messageIds),
  'fetch-file': ({ connectionId, messageId, hash }) => fetchFile(connectionId, messageId, hash),
  'fetch-images': ({ connectionId, messageId, urls }) => fetchImages(connectionId, messageId, urls),
  'open-invitations': ({ connectionId }) => openInvitations(connectionId),
  'withdraw-invitation': ({ connectionId, invitationId }) => withdrawInvitation(connectionId, invitationId),
  'mailbox-preset': ({ connectionId, request }) => askMailboxes(connectionId, (mailboxes) => mailboxes.preset(request)),
  'mailbox-test': ({ connectionId, request }) => askMailboxes(connectionId, (mailboxes) => mailboxes.test(request)),
  'mailbox-connect': ({ connectionId, request }) => thenNudge(askMailboxes(connectionId, (mailboxes) => mailboxes.connect(request))),
  'mailbox-sign-in': ({ connectionId, channelId, request }) =>
    thenNudge(askMailboxes(connectionId, (mailboxes) => mailboxes.signIn(channelId, request))),
  'mailbox-sign-out': ({ connectionId, channelId }) =>
    thenNudge(askMailboxes(connectionId, (mailboxes) => mailboxes.signOut(channelId).then(() => null))),
  'mailbox-try': ({ connectionId, channelId }) => askMailboxes(connectionId, (mailboxes) => mailboxes.tryNow(channelId).then(() => null)),
  'mailbox-state': ({ connectionId, channelId }) => askMailboxes(connectionId, (mailboxes) => mailboxes.state(channelId)),
  'mailbox-clients': ({ connectionId }) => askMailboxes(connectionId, ({ signedIn }) => signedIn.clients()),
  'mailbox-client-put': ({ connectionId, provider, client }) =>
    askMailboxes(connectionId, ({ signedIn }) => signedIn.putClient(provider, client).then(() => null)),
  'mailbox-client-remove': ({ connectionId, provider }) =>
    askMailboxes(connectionId, ({ signedIn }) => signedIn.removeClient(provider).then(() => null)),
  'mailbox-begin': ({ connectionId, request }) => askMailboxes(connectionId, ({ signedIn }) => signedIn.begin(request)),
  'mailbox-outcome': ({ connectionId, signInId }) => askMailboxes(connectionId, ({ signedIn }) => signedIn.outcome(signInId)),
  'mailbox-connect-signed-in': ({ connectionId, signInId, request }) =>
    thenNudge(askMailboxes(connectionId, ({ signedIn }) => signedIn.connect(signInId, request).then(() => null))),
  'hosted-domain': ({ connectionId }) => askMailboxes(connectionId, (mailboxes) => mailboxes.hostedDomain()),
  'move-mails': ({ connectionId, localId, head }) => moveMails(connectionId, localId, head),
  'move-states': ({ connectionId, request }) => moveStates(connectionId, request),
  'hosted-reach': ({ connectionId, channelId }) => askMailboxes(connectionId, (mailboxes) => mailboxes.reach(channelId)),
  'notice-mail': ({ connectionId }) => askMailboxes(connectionId, (mailboxes) => mailboxes.noticeMail()),
  'notice-mail-again': ({ connectionId }) => askMailboxes(connectionId, (mailboxes) => mailboxes.mailNoticesAgain().then(() => null)),
};

/** Does what a page asked for. */
export function answerCall<T extends PageToBackground['type']>(call: Extract<PageToBackground, { type: T }>): Promise<PageAnswers[T]> {
  const answer: Answers[T] = answers[call.type as T];
  return answer(call);
}

function begin() {
  void keepSockets();
  void syncAll('now');
  // What a person just did shows at once, with or without the hub.
  void showBadge();
}

/** The hub has changed rows of ours: they come with the next sync, which is now. */
async function thenNudge<Answer>(asking: Promise<Answer>): Promise<Answer> {
  const answer = await asking;
  void syncAll('now');
  return answer;
}

async function thenBegin(connecting: Promise<ConnectAnswer>): Promise<ConnectAnswer> {
  const answer = await connecting;
  if ('connectionId' in answer) begin();
  return answer;
}
