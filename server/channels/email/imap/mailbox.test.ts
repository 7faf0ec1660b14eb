import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MailboxSettings } from '../../../../domain/model/mailbox';
import { MailboxHub } from '../../../../tests/server/mailbox-hub';
import { until } from '../../../../tests/server/until';
import { PrivateDovecot, password } from '../../../../tests/support/private-dovecot';
import { id } from '../../../../tests/support/rows';
import { mailboxChannel } from './mailboxes';
import { disconnectMailboxAs, tryMailboxAs } from './sign-in-mailbox';

let dovecot: PrivateDovecot;
let hub: MailboxHub;
beforeAll(async () => {
  [dovecot, hub] = await Promise.all([PrivateDovecot.start(), MailboxHub.start()]);
});
afterAll(async () => {
  await hub.stop();
  await dovecot.stop();
});

const day = 24 * 3600 * 1000;
const policy = () => ({ ca: dovecot.certificate.cert });
const settings = (user: string, security: 'tls' | 'starttls' = 'tls'): MailboxSettings => ({
  imap: { host: 'localhost', port: security === 'tls' ? dovecot.imapsPort : dovecot.imapPort, security },
  smtp: { host: 'localhost', port: 1, security: 'tls' },
  user,
});
interface Sketch {
  id: string;
  from?: string;
  to?: string;
  answers?: string;
}
const mail = (subject: string, { id, from = 'Bo <bo@kunde.dk>', to = 'post@firma.dk', answers }: Sketch) =>
  [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${id}>`,
    'Date: Sat, 21 Nov 2026 10:00:00 +0100',
    ...(answers ? [`In-Reply-To: <${answers}>`] : []),
    '',
    `Hej, ${subject}`,
    '',
  ].join('\r\n');

it('CHN-2 history since a date comes in by thread, with what we answered; then each new mail as it arrives', async () => {
  const user = 'history@firma.dk';
  const start = Date.now() - 30 * day;
  dovecot.deliver(user, mail('Too old', { id: 'old@k' }), { at: start - 10 * day });
  dovecot.deliver(user, mail('Question', { id: 'q@k' }), { at: start + day });
  dovecot.deliver(user, mail('Thanks', { id: 't@k', answers: 'a@f' }), { at: start + 3 * day });
  dovecot.deliver(user, mail('Answer', { id: 'a@f', from: 'Firma <history@firma.dk>', to: 'bo@kunde.dk', answers: 'q@k' }), {
    box: 'Sent',
    at: start + 2 * day,
  });
  dovecot.deliver(user, mail('Offer', { id: 'o@f', from: 'Firma <history@firma.dk>', to: 'ida@kunde.dk' }), { box: 'Sent', at: start + 2 * day });
  dovecot.deliver(user, mail('An hour too old', { id: 'hour@k' }), { at: start - day / 24 });
  // Nothing but the server's word (IDLE) makes it look again.
  const watch = await hub.watch({ policy: policy(), times: { look: 3_600_000 } });
  const channelId = await hub.connect(user, settings(user), password, start);
  await hub.hasMessages(channelId, 4);
  const messages = await hub.messages(channelId);
  expect(messages.map(({ subject, direction }) => `${direction} ${subject}`).sort()).toEqual(['in Question', 'in Thanks', 'out Answer', 'out Offer']);
  const [question] = messages;
  expect(question?.receivedAt).toBe(Math.floor((start + day) / 1000) * 1000);
  const threads = await hub.conversations(channelId);
  expect(threads.find(({ subject }) => subject === 'Question')).toMatchObject({ messageCount: 3, status: 'open', dueAt: null });
  expect(threads.find(({ subject }) => subject === 'Offer')).toMatchObject({ startedBy: 'us', contactAddress: 'ida@kunde.dk' });
  await hub.hasStanding(channelId, 'working');

  dovecot.deliver(user, mail('News', { id: 'n@k' }));
  await hub.hasMessages(channelId, 5);
  expect((await hub.subjects(channelId)).at(-1)).toBe('News');
  await watch.close();
});

it('CHN-2 only what comes from now on, where “now” was said by a clock that runs ahead: mail that comes after it is there at once', async () => {
  const user = 'ahead@firma.dk';
  dovecot.deliver(user, mail('Before', { id: 'before-ahead@k' }), { at: Date.now() - day / 24 });
  const watch = await hub.watch({ policy: policy() });
  const channelId = await hub.connect(user, settings(user), password, Date.now() + day / 24);
  await hub.hasStanding(channelId, 'working');
  dovecot.deliver(user, mail('News', { id: 'ahead@k' }));
  await hub.hasMessages(channelId, 1);
  expect(await hub.subjects(channelId)).toEqual(['News']);
  await watch.close();
});

it('CHN-2 an answer given in another program appears, and what we sent ourselves does not appear twice (X8)', async () => {
  const user = 'sent@firma.dk';
  const watch = await hub.watch({ policy: policy(), times: { look: 50 } });
  const channelId = await hub.connect(user, settings(user, 'starttls'), password);
  dovecot.deliver(user, mail('Price?', { id: 'price@k' }));
  await hub.hasMessages(channelId, 1);
  dovecot.deliver(user, mail('Re: Price?', { id: 'price-a@f', from: `Firma <${user}>`, to: 'bo@kunde.dk', answers: 'price@k' }), { box: 'Sent' });
  await hub.hasMessages(channelId, 2);
  dovecot.deliver(user, mail('Re: Price?', { id: 'price-a@f', from: `Firma <${user}>`, to: 'bo@kunde.dk', answers: 'price@k' }), { box: 'Sent' });
  dovecot.deliver(user, mail('Last', { id: 'last@k' }), { at: Date.now() });
  await hub.hasMessages(channelId, 3);
  await until(
    async () => (await hub.mailboxes.foldersOf(channelId)).some(({ folder, taken }) => folder === 'sent' && taken === 2),
    'the copy in Sent',
  );
  await hub.processor.nudge();
  expect((await hub.messages(channelId)).map(({ direction, subject }) => `${direction} ${subject}`)).toEqual([
    'in Price?',
    'out Re: Price?',
    'in Last',
  ]);
  const [asked] = await hub.conversations(channelId);
  expect(asked?.lastOutboundAt).not.toBeNull();
  await watch.close();
});

it('I8 F23 another UIDVALIDITY: everything is looked at again, nothing comes twice, and new mail still comes', async () => {
  const user = 'uid@firma.dk';
  for (const n of [1, 2, 3]) dovecot.deliver(user, mail(`Mail ${n}`, { id: `uid-${n}@k` }), { at: Date.now() - n * day });
  dovecot.deliver(user, 'From: bo@kunde.dk\r\nSubject: Nameless\r\n\r\nWithout Message-ID\r\n', { at: Date.now() - 5 * day });
  const channelId = await hub.connect(user, settings(user), password);
  const first = await hub.watch({ policy: policy() });
  await hub.hasMessages(channelId, 4);
  await first.close();
  const [before] = (await hub.mailboxes.foldersOf(channelId)).filter(({ folder }) => folder === 'inbox');

  dovecot.changeUidValidity(user);
  dovecot.deliver(user, mail('After', { id: 'uid-after@k' }));
  const second = await hub.watch({ policy: policy() });
  await hub.hasMessages(channelId, 5);
  await hub.processor.nudge();
  expect(await hub.messages(channelId)).toHaveLength(5);
  const [after] = (await hub.mailboxes.foldersOf(channelId)).filter(({ folder }) => folder === 'inbox');
  expect(after?.uidValidity).not.toBe(before?.uidValidity);
  expect(after).toMatchObject({ taken: 5, found: 5 });
  await second.close();
});

it('CHN-2 what is deleted on the server stays here, and what comes after it comes in', async () => {
  const user = 'gone@firma.dk';
  const watch = await hub.watch({ policy: policy() });
  const channelId = await hub.connect(user, settings(user), password);
  const names = ['One', 'Two'].map((subject) => dovecot.deliver(user, mail(subject, { id: `${subject}@k` })));
  await hub.hasMessages(channelId, 2);
  for (const name of names) dovecot.delete(user, name);
  dovecot.deliver(user, mail('Three', { id: 'Three@k' }));
  await hub.hasMessages(channelId, 3);
  expect((await hub.subjects(channelId)).sort()).toEqual(['One', 'Three', 'Two']);
  expect((await hub.conversations(channelId)).every(({ trashed }) => trashed === null)).toBe(true);
  await watch.close();
});

it('CHN-2 a server that fails is left alone for a pause each time, however its line ended: providers lock accounts that try too often', async () => {
  const asked: number[] = [];
  const failing = createServer((socket) => {
    asked.push(performance.now());
    socket.destroy();
  });
  await new Promise<void>((listening) => failing.listen(0, '127.0.0.1', listening));
  const user = 'often@firma.dk';
  const imap = { host: '127.0.0.1', port: (failing.address() as AddressInfo).port, security: 'none' as const };
  const watch = await hub.watch({ policy: policy(), times: { pauses: [500] } });
  await hub.connect(user, { ...settings(user), imap }, password);
  await until(() => asked.length >= 4, 'a fourth try');
  await watch.close();
  failing.close();
  const pauses = asked.slice(1).map((at, n) => at - (asked[n] ?? 0));
  // A fifth less at the least, so that many hubs do not come back all at once.
  for (const pause of pauses) expect(pause).toBeGreaterThan(390);
});

it('CHN-2 who presses Try now does not wait for the end of a long pause', async () => {
  let asked = 0;
  const failing = createServer((socket) => {
    asked += 1;
    socket.destroy();
  });
  await new Promise<void>((listening) => failing.listen(0, '127.0.0.1', listening));
  const user = 'now@firma.dk';
  const imap = { host: '127.0.0.1', port: (failing.address() as AddressInfo).port, security: 'none' as const };
  const watch = await hub.watch({ policy: policy(), times: { pauses: [3_600_000] } });
  const channelId = await hub.connect(user, { ...settings(user), imap }, password);
  await until(() => asked === 1, 'a first try');
  expect(await tryMailboxAs(hub.signInHost, id(3), channelId)).toEqual({ refused: 'not-allowed' });
  expect(await tryMailboxAs(hub.signInHost, id(5), channelId)).toBeUndefined();
  await until(() => asked === 2, 'a second try');
  await watch.close();
  failing.close();
});

it('CHN-2 of two who press Try now at once, the second may be heard of when the mailbox was taken up again: it is worked at still', async () => {
  let asked = 0;
  const failing = createServer((socket) => {
    asked += 1;
    socket.destroy();
  });
  await new Promise<void>((listening) => failing.listen(0, '127.0.0.1', listening));
  const user = 'twice@firma.dk';
  const imap = { host: '127.0.0.1', port: (failing.address() as AddressInfo).port, security: 'none' as const };
  const watch = await hub.watch({ policy: policy(), times: { pauses: [3_600_000] } });
  const channelId = await hub.connect(user, { ...settings(user), imap }, password);
  await until(() => asked === 1, 'a first try');
  // Both have freed it, one was heard of, and a round has taken it: here is the other.
  await hub.database.query(`select pg_notify('${mailboxChannel}', '${channelId}')`);
  await until(() => asked === 2, 'a second try');
  await Promise.all([tryMailboxAs(hub.signInHost, id(5), channelId), tryMailboxAs(hub.signInHost, id(5), channelId)]);
  await until(() => asked >= 3, 'a third try');
  await watch.close();
  failing.close();
});

it('CHN-2 a mailbox that is disconnected and signed in to again at once is worked at: its new mail comes in', async () => {
  const user = 'atonce@firma.dk';
  const watch = await hub.watch({ policy: policy() });
  const channelId = await hub.connect(user, settings(user), password);
  await hub.hasStanding(channelId, 'working');
  for (let n = 1; n <= 3; n += 1) {
    expect(await disconnectMailboxAs(hub.signInHost, id(5), channelId)).toBeUndefined();
    await hub.signInAgain(channelId, { settings: settings(user), oauth: null, secret: password });
    dovecot.deliver(user, mail(`News ${n}`, { id: `news${n}@k` }));
    await hub.hasMessages(channelId, n);
  }
  await watch.close();
});

it('CHN-2 a server that goes away and comes back is found again by itself; a longer outage is told, with since when', async () => {
  const user = 'cut@firma.dk';
  const watch = await hub.watch({ policy: policy() });
  const channelId = await hub.connect(user, settings(user), password);
  dovecot.deliver(user, mail('Before', { id: 'before@k' }));
  await hub.hasMessages(channelId, 1);
  await dovecot.restart(async () => {
    dovecot.deliver(user, mail('Meanwhile', { id: 'meanwhile@k' }));
    await hub.hasStanding(channelId, 'failing');
    expect((await hub.channel(channelId)).mailbox?.standing).toMatchObject({ problem: { code: 'nobody-answers', server: 'imap' } });
  });
  await hub.hasMessages(channelId, 2);
  await hub.hasStanding(channelId, 'working');
  await watch.close();
});
