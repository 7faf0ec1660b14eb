import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RowOf, SyncedTable } from '../../domain/core/tables';
import { MailboxAnswer, MailboxSignInAnswer } from '../../sync/mailbox-protocol';
import type { RowChange } from '../../sync/protocol';
import { HubProcess } from '../e2e/support/hub-process';
import { PrivateDovecot, password } from '../support/private-dovecot';
import { SubmissionServer } from '../support/submission-server';
import { HubAgent } from './hub-agent';
import { until } from './until';

// Whole processes start and are killed here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let dovecot: PrivateDovecot;
let provider: SubmissionServer;
let hub: HubProcess;
let agent: HubAgent;
const folder = mkdtempSync(join(tmpdir(), 'samtale-ca-'));

beforeAll(async () => {
  dovecot = await PrivateDovecot.start();
  provider = await SubmissionServer.start({ secure: true, ...dovecot.certificate });
  provider.password = password;
  // An administrator's own authority, the way Node takes it.
  writeFileSync(join(folder, 'ca.pem'), dovecot.certificate.cert);
  hub = await HubProcess.start({ env: { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') } });
  agent = await HubAgent.signIn(hub.url, hub.invitation);
});
afterAll(async () => {
  await hub.stop();
  await Promise.all([dovecot.stop(), provider.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const address = 'post@firma.dk';
const settings = () => ({
  imap: { host: 'localhost', port: dovecot.imapsPort, security: 'tls' },
  smtp: { host: 'localhost', port: provider.port, security: 'tls' },
  user: address,
});
const ask = async (path: string, body?: object) => {
  const answer = await fetch(hub.url + path, {
    headers: { authorization: `Bearer ${agent.token}`, 'content-type': 'application/json' },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
};
const deliver = (subject: string, more = '') =>
  dovecot.deliver(
    address,
    `From: Bo <bo@kunde.dk>\r\nTo: ${address}\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replaceAll(/\W/g, '')}@k>\r\n${more}\r\nHej\r\n`,
  );
const rowsOf = <T extends SyncedTable>(rows: RowChange[], table: T): RowOf<T>[] =>
  rows.flatMap((change) => (change.table === table && change.row ? [change.row as unknown as RowOf<T>] : []));
async function message(subject: string) {
  let found: RowOf<'messages'> | undefined;
  await until(async () => {
    found = rowsOf(await agent.inboxRows(), 'messages').find((row) => row.subject === subject && row.direction === 'in');
    return found !== undefined;
  }, `the mail "${subject}"`);
  if (!found) throw new Error('no mail');
  return found;
}

it('CHN-2 a team’s own mailbox at a real hub: connected, answered through its own server, and at work again after a power cut', async () => {
  deliver('From before');
  const space = (await agent.pull()).spaces.find((one) => one.startsWith('inbox:')) ?? '';
  const channelId = v7();
  const details = { name: 'Post', fromName: 'company', companyName: 'Firma', signatureHtml: '', logForwardsTo: 'original-sender' };
  const channel = { channelId, inboxId: space.slice('inbox:'.length), address, ...details, reopenTicketOnAnswer: false, importSince: 0 };
  const wrong = MailboxSignInAnswer.parse(await ask('/mailboxes', { channel, settings: settings(), password: 'forkert' }));
  expect(wrong).toMatchObject({
    connected: false,
    test: { imap: { code: 'sign-in-refused', words: 'Authentication failed.' }, smtp: { code: 'sign-in-refused' } },
  });
  expect(MailboxSignInAnswer.parse(await ask('/mailboxes', { channel, settings: settings(), password }))).toMatchObject({ connected: true });
  await message('From before');
  const state = async () => MailboxAnswer.parse(await ask(`/mailboxes/${channelId}`));
  await until(async () => (await state()).standing.state === 'working', 'a working mailbox');
  expect((await state()).progress).toEqual({ found: 1, taken: 1, waiting: 0 });

  deliver('A question');
  const question = await message('A question');
  const reply = {
    messageId: v7(),
    conversationId: question.conversationId,
    channelId,
    ...{
      to: [],
      cc: [],
      bcc: [],
      subject: 'Re: A question',
      text: 'An answer',
      html: '<p>An answer</p>',
      attachments: [],
      inReplyTo: question.id,
      draftId: null,
    },
  };
  expect((await agent.push([agent.act('sendReply', reply)])).outcomes).toMatchObject([{ refused: null }]);
  await until(() => provider.received.length === 1, 'the answer at the provider');
  const [sent] = provider.received;
  expect(sent).toMatchObject({ from: address, to: ['bo@kunde.dk'], user: address });

  await hub.kill();
  // While nobody looked: our own answer lies in Sent now, as providers put it there, and the customer has written back.
  dovecot.deliver(address, sent?.raw ?? '', { box: 'Sent' });
  deliver('Re: A question', `References: <${reply.messageId}@firma.dk>\r\n`);
  await hub.restart();
  agent = await HubAgent.signIn(hub.url, hub.invitation);
  await message('Re: A question');
  await until(async () => (await state()).progress.taken === 4 && (await state()).progress.waiting === 0, 'all four mails');
  const thread = rowsOf(await agent.inboxRows(), 'messages').filter((row) => row.conversationId === question.conversationId);
  expect(thread.map(({ direction }) => direction).sort()).toEqual(['in', 'in', 'out']);
});
