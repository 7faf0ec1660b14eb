import { connectToHub } from '../../utils/connection/connect-to-hub';
import { signInAgain } from '../../utils/connection/sign-in-again';
import { signOut } from '../../utils/connection/sign-out';
import type { ConnectAnswer, PageAnswers, PageToBackground } from '../../utils/messaging/contract';
import { connectionHost } from './connection-host';
import { fetchBodies, fetchFile, fetchImages, openInvitations, withdrawInvitation } from './fetch-for-page';
import { keepSockets } from './sockets';
import { syncAll } from './sync-all';
import { syncConnection } from './sync-connection';

type Answers = { [T in PageToBackground['type']]: (call: Extract<PageToBackground, { type: T }>) => Promise<PageAnswers[T]> };

const answers: Answers = {
  async nudge() {
    begin();
    return null;
  },
  connect: ({ url }) => thenBegin(connectToHub(connectionHost, url)),
  'sign-in': ({ connectionId }) => thenBegin(signInAgain(connectionHost, connectionId)),
  'sign-out': ({ connectionId, unsent }) => signOut(connectionHost, connectionId, unsent, syncConnection),
  'fetch-bodies': ({ connectionId, conversationId, messageIds }) => fetchBodies(connectionId, conversationId, messageIds),
  'fetch-file': ({ connectionId, messageId, hash }) => fetchFile(connectionId, messageId, hash),
  'fetch-images': ({ connectionId, messageId, urls }) => fetchImages(connectionId, messageId, urls),
  'open-invitations': ({ connectionId }) => openInvitations(connectionId),
  'withdraw-invitation': ({ connectionId, invitationId }) => withdrawInvitation(connectionId, invitationId),
};

/** Does what a page asked for. */
export function answerCall<T extends PageToBackground['type']>(call: Extract<PageToBackground, { type: T }>): Promise<PageAnswers[T]> {
  const answer: Answers[T] = answers[call.type as T];
  return answer(call);
}

function begin() {
  void keepSockets();
  void syncAll('now');
}

async function thenBegin(connecting: Promise<ConnectAnswer>): Promise<ConnectAnswer> {
  const answer = await connecting;
  if ('connectionId' in answer) begin();
  return answer;
}
