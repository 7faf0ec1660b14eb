import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NotificationSettings } from '../../domain/model/notification-settings';
import { mailWait } from '../../domain/notification/due-mail';
import { type MailIn, startMailIn } from '../../server/channels/email/mail-in';
import { smtpTransport } from '../../server/channels/email/smtp-transport';
import { rowsOf } from '../../server/db/rows-of';
import { mailNotices, type NoticeHost } from '../../server/notices/mail-notices';
import { noticeOfBounceAddress } from '../../server/notices/notice-marks';
import { NoticeQueue } from '../../server/notices/notice-queue';
import { takeBounce } from '../../server/notices/take-bounce';
import type { PullResponse } from '../../sync/protocol';
import { FakeSmtpServer } from '../support/fake-smtp-server';
import { agentRow, channelRow, conversationRow, id, memberRow, messageRow, write } from '../support/rows';
import { SmtpTalker } from '../support/smtp-talker';
import { startTestHub, type TestHub } from './test-hub';

const minute = 60_000;
const me = id(3);
const sign = (text: string) => createHmac('sha256', 'test key').update(text).digest();
const settings: NotificationSettings = {
  id: me,
  space: `agent:${me}`,
  ways: { mention: 'email', assignment: 'email', reply: 'email', conversation: 'none' },
  quiet: null,
};
let hub: TestHub;
let sink: FakeSmtpServer;
let mailIn: MailIn;
let folder: string;
let made = 1000;
const problems: string[] = [];

beforeAll(async () => {
  hub = await startTestHub();
  sink = await FakeSmtpServer.start();
  folder = mkdtempSync(join(tmpdir(), 'samtale-notices-'));
  await hub.commit([write('notificationSettings', settings), write('channels', channelRow(30, 10, 'salg@firma.dk'))]);
  const { database, store, files, clock } = hub;
  const notices = { queue: new NoticeQueue(store, 0), now: () => clock.now, report: (problem: string) => problems.push(problem) };
  mailIn = await startMailIn(
    {
      db: database.db,
      alone: true,
      store,
      files,
      sign,
      now: () => clock.now,
      report: notices.report,
      hostName: 'hub.example',
      noticeBounces: {
        noticeOfBounce: (address) => noticeOfBounceAddress(address, 'hub.example', sign),
        takeBounce: (noticeId, raw) => takeBounce(noticeId, raw, notices),
      },
      dataFolder: folder,
    },
    { port: 0, address: '127.0.0.1' },
  );
});
afterAll(async () => {
  await mailIn.close();
  await sink.close();
  await hub.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  hub.clock.now += 24 * 60 * minute;
  sink.received.length = 0;
  sink.behaviour = {};
  problems.length = 0;
  await hub.database.db.execute(sql`truncate notice_mails, sightings, returned_addresses`);
});

/** One hub process; `since` is when it began. */
const aProcess = (since = 0): NoticeHost => ({
  queue: new NoticeQueue(hub.store, since),
  sightings: hub.sightings,
  transport: smtpTransport(sink.url, 'hub.example'),
  baseUrl: 'https://hub.example',
  name: async () => 'Havnegaard',
  mailDomain: 'hub.example',
  sign,
  now: () => hub.clock.now,
  report: (problem) => problems.push(problem),
});
const conversation = () => conversationRow(made, 10, { ownerId: me, subject: 'Stole', firstInboundAt: 0 });
const word = (n: number, text: string) => messageRow(n, 10, made, { receivedAt: hub.clock.now, text });

/** A customer’s words, one after the other, in a conversation that is mine. */
async function answered(...texts: string[]) {
  made += 10;
  const row = conversation();
  await hub.commit([write('conversations', row)]);
  await hub.database.db.execute(sql`truncate notice_mails`);
  for (const [n, text] of texts.entries()) await hub.commit([write('conversations', row, row), write('messages', word(made + 1 + n, text))]);
}
const states = async () => (await rowsOf<{ state: string }>(hub.database.db, sql`select state from notice_mails`)).map(({ state }) => state);
const bodyOf = (raw: string) =>
  raw.replace(/=\r\n/g, '').replace(/(=[0-9A-F]{2})+/g, (hex) => Buffer.from(hex.replaceAll('=', ''), 'hex').toString('utf8'));

it('NTF-2 after 5 minutes without a device one mail of a conversation, in the agent’s language, with the link to the message', async () => {
  hub.sightings.note(me, 'da');
  hub.clock.now += minute;
  await answered('Hej, hvornår kommer stolene?', 'Og bordene?', 'Haster!');
  hub.clock.now += mailWait - 1;
  await mailNotices(aProcess());
  expect(sink.received).toEqual([]);
  hub.clock.now += 1;
  await mailNotices(aProcess());
  await mailNotices(aProcess());
  expect(sink.received).toHaveLength(1);
  const [mail] = sink.received;
  expect(mail?.to).toEqual(['agent3@example.com']);
  const text = bodyOf(mail?.raw ?? '');
  expect(text).toContain('Subject: Bo svarede: Stole');
  expect(text).toContain('Auto-Submitted: auto-generated');
  expect(text).toContain('Haster!');
  expect(text).not.toContain('stolene');
  expect(text).toContain(`https://hub.example/m/${id(made + 3)}`);
  expect(text).toContain('og 2 mere i denne samtale');
  expect(text).toContain('Notifikationer');
});

it('NTF-2 none when a device was there to tell it', async () => {
  await answered('Hello');
  hub.clock.now += 1000;
  await hub.post(3, '/sync/pull', { clientId: id(50), epoch: null, cursors: {} });
  hub.clock.now += mailWait;
  await mailNotices(aProcess());
  expect([sink.received, await states()]).toEqual([[], []]);
});

it('NTF-2 one mail from two hubs at once, and over a restart, which waits until it can know who is there', async () => {
  await answered('Hello');
  hub.clock.now += mailWait;
  const restarted = aProcess(hub.clock.now);
  await mailNotices(restarted);
  expect(sink.received).toEqual([]);
  hub.clock.now += mailWait;
  await Promise.all([mailNotices(restarted), mailNotices(aProcess())]);
  expect(sink.received).toHaveLength(1);
  expect(await states()).toEqual(['sent']);
});

it('NTF-2 a hub that dies over one never sends it again; a server that says later is asked later', async () => {
  await answered('Hello');
  hub.clock.now += mailWait;
  const dying = aProcess();
  expect(await dying.queue.claim(hub.clock.now)).toBeDefined();
  hub.clock.now += 60 * minute;
  await mailNotices(aProcess());
  expect([sink.received, await states()]).toEqual([[], ['unknown']]);

  await answered('Hello again');
  hub.clock.now += mailWait;
  sink.behaviour = { rcpt: () => '451 4.3.0 later' };
  await mailNotices(aProcess());
  expect(await states()).toEqual(['again']);
  sink.behaviour = {};
  await mailNotices(aProcess());
  expect(sink.received).toEqual([]);
  hub.clock.now += minute;
  await mailNotices(aProcess());
  expect([sink.received.length, await states()]).toEqual([1, ['sent']]);
});

it('NTF-2 nothing about a message that is gone, or to an address that refused one for good until its agent asks again', async () => {
  await answered('Hello');
  await hub.commit([write('messages', null, word(made + 1, 'Hello'))]);
  hub.clock.now += mailWait;
  await mailNotices(aProcess());
  expect([sink.received, await states()]).toEqual([[], []]);

  await answered('Hello');
  hub.clock.now += mailWait;
  sink.behaviour = { rcpt: () => '550 5.1.1 no such user' };
  await mailNotices(aProcess());
  expect(await states()).toEqual(['failed']);
  expect(problems).toEqual([expect.stringContaining('550 5.1.1 no such user')]);
  sink.behaviour = {};
  const told = async () => (await hub.request(3, '/notices')).json();
  expect(await told()).toEqual({ mail: 'came-back' });
  await answered('Hello?');
  hub.clock.now += mailWait;
  await mailNotices(aProcess());
  expect(sink.received).toEqual([]);
  expect((await hub.post(3, '/notices/again', {})).status).toBe(200);
  expect(await told()).toEqual({ mail: 'goes' });
  hub.noticeMail.canSend = false;
  expect(await told()).toEqual({ mail: 'no-mail-server' });
  hub.noticeMail.canSend = true;
  expect((await hub.request(null, '/notices')).status).toBe(401);
});

it('NTF-2 a notice that comes back is no mail: forwarded to an inbox it is dropped, a report of no such address ends them', async () => {
  await answered('Hello');
  hub.clock.now += mailWait;
  await mailNotices(aProcess());
  const [mail] = sink.received;
  if (!mail) throw new Error('nothing was sent');
  const count = async () => (await rowsOf<{ count: string }>(hub.database.db, sql`select count(*) as count from messages`))[0]?.count;
  const before = await count();
  const deliver = async (from: string, to: string, raw: string) => {
    const talker = await SmtpTalker.connect(mailIn.port);
    await talker.begin(from, to);
    expect(await talker.data(raw)).toMatch(/^250 /);
    await talker.hangUp();
    await mailIn.settled();
  };
  await deliver('agent3@example.com', 'salg@firma.dk', mail.raw.trimEnd());
  expect(await count()).toBe(before);
  // A mark of somebody else's is none: the mail is taken in.
  await deliver('agent3@example.com', 'salg@firma.dk', mail.raw.trimEnd().replace(/^(Samtale-Notice: \S+ )[0-9a-f]{4}/m, '$1beef'));
  expect(await count()).not.toBe(before);

  const report = (status: string) =>
    [
      'From: MAILER-DAEMON@example.com',
      'Subject: Undelivered',
      'Content-Type: multipart/report; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Final-Recipient: rfc822; agent3@example.com',
      'Action: failed',
      `Status: ${status}`,
      '',
      '--b--',
    ].join('\r\n');
  await deliver('', mail.from, report('5.2.2'));
  expect(await (await hub.request(3, '/notices')).json()).toEqual({ mail: 'goes' });
  await deliver('', mail.from, report('5.1.1'));
  expect(await (await hub.request(3, '/notices')).json()).toEqual({ mail: 'came-back' });
});

describe('RTE-1 what a contact’s owner is mailed while offline', () => {
  const owner = id(5);
  const line = (n: number, agentId = owner) =>
    messageRow(n, 10, made, {
      ...{ kind: 'event', direction: 'internal', author: { kind: 'system' }, text: '', receivedAt: hub.clock.now },
      event: { code: 'assigned-contact-owner', name: 'salg@firma.dk', agentId },
    });
  /** Somebody writes, and the channel gives it to the contact's owner: one commit. */
  async function given(text: string) {
    made += 10;
    const row = conversationRow(made, 10, { ownerId: owner, subject: 'Stole', firstInboundAt: hub.clock.now });
    await hub.commit([write('conversations', row), write('messages', word(made + 1, text)), write('messages', line(made + 2))]);
    return row;
  }
  const toOwner = () => sink.received.filter(({ to }) => to.includes('agent5@example.com')).map(({ raw }) => bodyOf(raw));
  beforeAll(() => hub.commit([write('agents', agentRow(5)), write('members', memberRow(55, 10, 5))]));

  it('RTE-1 NTF-2 all the contact wrote by then, once, from two hubs, to who chose nothing and to who chose to be told of nothing', async () => {
    const words = `Hej Dan\n\n${'En lang forklaring. '.repeat(60)}\n\nSlut.`;
    const row = await given(words);
    await hub.commit([write('conversations', row, row), write('messages', word(made + 3, 'Og så lige en ting til.'))]);
    hub.clock.now += mailWait - 1;
    await mailNotices(aProcess());
    expect(toOwner()).toEqual([]);
    hub.clock.now += 1;
    await Promise.all([mailNotices(aProcess()), mailNotices(aProcess())]);
    await mailNotices(aProcess());
    const [text, ...more] = toOwner();
    expect(more).toEqual([]);
    for (const part of [
      'Slut.',
      'Og så lige en ting til.',
      'Auto-Submitted: auto-generated',
      'Samtale-Notice: ',
      `https://hub.example/m/${id(made + 1)}`,
    ])
      expect(text).toContain(part);
    expect(text).toContain('because you own this contact');

    const nothing = { mention: 'none', assignment: 'none', reply: 'none', conversation: 'none' } as const;
    await hub.commit([write('notificationSettings', { id: owner, space: `agent:${owner}`, ways: nothing, quiet: null })]);
    await given('Igen');
    hub.clock.now += mailWait;
    await mailNotices(aProcess());
    expect(toOwner()).toHaveLength(2);
  });

  it('RTE-1 one mail to who also chose e-mail for it; none to who has a device online, or when a colleague has taken it over', async () => {
    const chosen = { mention: 'none', assignment: 'email', reply: 'none', conversation: 'none' } as const;
    const before = { id: owner, space: `agent:${owner}`, ways: { ...chosen, assignment: 'none' as const }, quiet: null };
    await hub.commit([write('notificationSettings', { ...before, ways: chosen }, before)]);
    await given('Hej');
    hub.clock.now += mailWait;
    await mailNotices(aProcess());
    expect(toOwner()).toHaveLength(1);

    await given('Hej');
    hub.clock.now += 1000;
    await hub.post(5, '/sync/pull', { clientId: id(51), epoch: null, cursors: {} });
    const row = await given('Hej');
    await hub.commit([write('conversations', { ...row, ownerId: me }, row)]);
    hub.clock.now += mailWait;
    await mailNotices(aProcess());
    expect(toOwner()).toHaveLength(1);
  });
});

describe('CHN-4 a channel that stopped', () => {
  const stop = (extra: object = {}) => ({
    ...{ id: id(41), space: `owners:${id(1)}`, inboxId: id(10), inboxName: 'Salg', address: 'post@firma.dk', since: hub.clock.now },
    ...extra,
  });
  beforeAll(() =>
    hub.commit([
      ...[3, 4].map((n) => write('agents', agentRow(n, { accountAccess: true }), agentRow(n))),
      write('notificationSettings', { ...settings, quiet: { from: 0, to: 0, timeZone: 'Europe/Copenhagen' } }, settings),
    ]),
  );
  const toldTo = () => sink.received.map(({ to, raw }) => [...to, bodyOf(raw)]).sort();

  it('CHN-4 INB-6 NTF-2 every account owner away is mailed once, in or out of its inbox, by the hub’s own way out', async () => {
    hub.sightings.note(id(4), 'da');
    hub.clock.now += 1;
    const row = stop();
    await hub.commit([write('stoppedChannels', row)]);
    await hub.commit([write('stoppedChannels', { ...row, inboxName: 'Service' }, row)]);
    hub.clock.now += mailWait - 1;
    await mailNotices(aProcess());
    expect(sink.received).toEqual([]);
    hub.clock.now += 1;
    await Promise.all([mailNotices(aProcess()), mailNotices(aProcess())]);
    await mailNotices(aProcess());
    expect(toldTo()).toEqual([
      ['agent3@example.com', expect.stringMatching(/Subject: post@firma\.dk has stopped working[\s\S]*Service[\s\S]*at this address\./)],
      [
        'agent4@example.com',
        expect.stringMatching(/Subject: post@firma\.dk er holdt op med at virke[\s\S]*Service[\s\S]*En, der er det og har kontoadgang/),
      ],
    ]);
    expect(sink.received.map(({ from }) => from)).toEqual([expect.stringMatching(/^notices\+/), expect.stringMatching(/^notices\+/)]);
    await hub.commit([write('stoppedChannels', null, { ...row, inboxName: 'Service' })]);
  });

  it('CHN-4 not one that works again by then, nor who was there to see it; one that stops anew is another', async () => {
    const first = stop();
    await hub.commit([write('stoppedChannels', first)]);
    await hub.commit([write('stoppedChannels', null, first)]);
    hub.clock.now += mailWait;
    await mailNotices(aProcess());
    expect([sink.received, await states()]).toEqual([[], []]);
    const second = stop();
    await hub.commit([write('stoppedChannels', second)]);
    hub.clock.now += 1;
    await hub.post(3, '/sync/pull', { clientId: id(50), epoch: null, cursors: {} });
    hub.clock.now += mailWait;
    await mailNotices(aProcess());
    expect(sink.received.map(({ to }) => to)).toEqual([['agent4@example.com']]);
  });

  it('CHN-4 INB-6 who is not in the inbox pulls that it stopped, and nothing else of it; who has no account access not even that', async () => {
    const pulled = async (agent: number) =>
      ((await (await hub.post(agent, '/sync/pull', { clientId: id(60 + agent), epoch: null, cursors: {} })).json()) as PullResponse).changes
        .flatMap(({ rows }) => rows)
        .filter(({ row }) => JSON.stringify(row)?.includes('post@firma.dk'));
    expect((await pulled(4)).map(({ table, id: rowId }) => [table, rowId])).toEqual([['stoppedChannels', id(41)]]);
    expect(await pulled(2)).toEqual([]);
  });
});
