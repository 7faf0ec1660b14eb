import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MailboxAnswer } from '../../sync/mailbox-protocol';
import { agentRow, channelRow, id, memberRow, write } from '../support/rows';
import { startTestHub, type TestHub } from './test-hub';

let hub: TestHub;
const admin = 5;
beforeAll(async () => {
  hub = await startTestHub();
  await hub.commit([write('agents', agentRow(admin, { accountAccess: true })), write('members', memberRow(24, 10, admin))]);
});
afterAll(() => hub.stop());

const settings = {
  imap: { host: 'imap.firma.dk', port: 993, security: 'tls' },
  smtp: { host: 'smtp.firma.dk', port: 465, security: 'tls' },
  user: 'post@firma.dk',
};
const channel = (n: number, address = `post${n}@firma.dk`, inbox = 10) => ({
  channelId: id(n),
  inboxId: id(inbox),
  name: 'Post',
  address,
  fromName: 'company',
  companyName: 'Firma',
  signatureHtml: '',
  logForwardsTo: 'original-sender',
  reopenTicketOnAnswer: false,
  importSince: 1_700_000_000_000,
});
const connect = (agent: number | null, n: number, over: object = {}) =>
  hub.post(agent, '/mailboxes', { channel: channel(n), settings, password: 'hemmelig kode', ...over });
const put = (agent: number, path: string, body: unknown) =>
  hub.request(agent, path, { method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
const view = async (n: number) => (await (await hub.request(admin, `/mailboxes/${id(n)}`)).json()) as MailboxAnswer;
const everything = async () =>
  JSON.stringify((await hub.database.query('select * from mailboxes')).rows) +
  JSON.stringify((await hub.database.query('select * from channels')).rows);

it('INB-4 INB-6 only who has account access, in an inbox of theirs, may test, connect, change or look', async () => {
  expect((await connect(null, 40)).status).toBe(401);
  expect((await connect(3, 40)).status).toBe(403);
  expect((await connect(admin, 40, { channel: channel(40, 'a@b.dk', 11) })).status).toBe(404);
  for (const [path, body] of [
    ['/mailboxes/test', { inboxId: id(10), settings, password: 'x' }],
    ['/mailboxes/preset', { inboxId: id(10), address: 'a@gmail.com' }],
  ] as const)
    expect((await hub.post(3, path, body)).status).toBe(403);
  expect((await connect(admin, 41)).status).toBe(200);
  expect((await put(3, `/mailboxes/${id(41)}`, { settings, password: 'x' })).status).toBe(403);
  expect((await hub.request(3, `/mailboxes/${id(41)}`)).status).toBe(403);
  expect((await hub.request(4, `/mailboxes/${id(41)}`)).status).toBe(404);
  expect((await hub.post(3, `/mailboxes/${id(41)}/sign-out`, {})).status).toBe(403);
  expect((await hub.post(3, `/mailboxes/${id(41)}/try`, {})).status).toBe(403);
  expect((await hub.post(4, `/mailboxes/${id(41)}/try`, {})).status).toBe(404);
  expect((await hub.post(admin, `/mailboxes/${id(41)}/try`, {})).status).toBe(200);
  expect((await view(41)).standing.state).toBe('importing');
});

it('CHN-2 nothing is connected unless both servers answered well; their words come back', async () => {
  const problem = { code: 'sign-in-refused' as const, server: 'imap' as const, words: 'Authentication failed.' };
  hub.mailboxTest.answer = { imap: problem, smtp: null };
  expect(await (await connect(admin, 42)).json()).toEqual({ connected: false, test: { imap: problem, smtp: null } });
  hub.mailboxTest.answer = { imap: null, smtp: null };
  expect((await hub.request(admin, `/mailboxes/${id(42)}`)).status).toBe(404);
  expect((await connect(admin, 42)).status).toBe(200);
});

it('S52 INB-6 the password comes back out nowhere: not in an answer, not in a row, not in what clients pull', async () => {
  await connect(admin, 43);
  expect(JSON.stringify(await view(43))).not.toContain('hemmelig');
  expect(await everything()).not.toContain('hemmelig');
  const pulled = await (await hub.post(admin, '/sync/pull', { clientId: id(900), epoch: null, cursors: {} })).text();
  expect(pulled).not.toMatch(/hemmelig|sealed|imap\.firma\.dk/);
  const mailbox = await hub.mailboxes.find(id(43));
  expect(mailbox && hub.mailboxes.passwordOf(mailbox)).toBe('hemmelig kode');
});

it('CHN-4 an address that is taken is refused, also by a channel of an inbox one cannot see', async () => {
  expect((await connect(admin, 44, { channel: channel(44, 'post41@firma.dk') })).status).toBe(409);
  await hub.commit([
    write('channels', {
      ...(await hub.store.transaction('all', ({ reader }) => reader.find('channels', id(41)))),
      id: id(45),
      space: `inbox:${id(11)}`,
      inboxId: id(11),
      address: 'other@firma.dk',
    }),
  ]);
  expect((await connect(admin, 46, { channel: channel(46, 'other@firma.dk') })).status).toBe(409);
  expect(await hub.mailboxes.find(id(46))).toBeUndefined();
});

it('CHN-2 another password replaces the old one; signing out forgets it and everybody sees so', async () => {
  await connect(admin, 47);
  expect((await put(admin, `/mailboxes/${id(47)}`, { settings, password: 'ny kode' })).status).toBe(200);
  const mailbox = await hub.mailboxes.find(id(47));
  expect(mailbox && hub.mailboxes.passwordOf(mailbox)).toBe('ny kode');
  expect((await hub.post(admin, `/mailboxes/${id(47)}/sign-out`, {})).status).toBe(200);
  expect(await view(47)).toMatchObject({ settings: null, standing: { state: 'signed-out' } });
  expect((await put(admin, `/mailboxes/${id(47)}`, { settings, password: 'igen' })).status).toBe(200);
  expect((await view(47)).standing.state).toBe('importing');
});

it('a mailbox signed out by an act alone loses its password as well', async () => {
  await connect(admin, 48);
  const act = { id: 1, uuid: id(901), name: 'disconnectMailbox', args: { channelId: id(48) }, schemaVersion: 1, claimedAt: Date.now() };
  await hub.post(admin, '/sync/push', { clientId: id(902), epoch: null, mutations: [act] });
  await hub.mailboxes.forgetSignedOut();
  expect(await hub.mailboxes.find(id(48))).toBeUndefined();
  expect(await hub.mailboxes.find(id(41))).toBeDefined();
});

it('a password in the clear over a network is refused before anything is tried', async () => {
  const open = { ...settings, smtp: { host: 'smtp.firma.dk', port: 25, security: 'none' } };
  expect((await connect(admin, 49, { settings: open })).status).toBe(400);
  expect(await (await hub.post(admin, '/mailboxes/preset', { inboxId: id(10), address: 'firma@gmail.com' })).json()).toMatchObject({
    preset: { provider: 'Gmail', password: 'app-password' },
  });
});

it('INB-3 INB-4 whether mail finds an address of the hub’s is looked at for who may edit its channel alone', async () => {
  await hub.commit([write('channels', channelRow(90, 10, 'nyhed@havnegaard.example'))]);
  const look = (agent: number | null, n: number) => hub.post(agent, '/hosted/reach', { channelId: id(n) });
  expect((await look(null, 90)).status).toBe(401);
  expect((await look(3, 90)).status).toBe(403);
  expect((await look(4, 90)).status).toBe(404);
  expect((await look(admin, 999)).status).toBe(404);
  expect(await (await look(admin, 90)).json()).toEqual({ code: 'only-here', server: 'nyhed@havnegaard.example', words: '' });
  expect(await (await hub.request(admin, '/hosted')).json()).toEqual({ domain: 'havnegaard.example' });
});
