import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Id } from '../../../../domain/model/ids';
import { MailboxHub } from '../../../../tests/server/mailbox-hub';
import { until } from '../../../../tests/server/until';
import { PrivateDovecot, password } from '../../../../tests/support/private-dovecot';

/** In the mailbox, and how many of them came since the day that was chosen. */
const many = 20_000;
const chosen = 1500;
/** Bytes in use above what there was before it began: the list of the mailbox and the mails in hand, less than a kilobyte for each of all. */
const mostHeld = 20 * 1024 * 1024;
/** A busy machine takes long over so many. */
const patience = { most: 5 * 60_000, pause: 200 };
const user = 'many@firma.dk';
const start = Date.now() - many * 60_000;
const at = (n: number) => start + n * 60_000;
let dovecot: PrivateDovecot;
let hub: MailboxHub;
beforeAll(async () => {
  [dovecot, hub] = await Promise.all([PrivateDovecot.start(), MailboxHub.start()]);
  for (let n = 0; n < many; n++) {
    const answers = n % 4 === 0 ? '' : `References: <m${n - (n % 4)}@k>\r\n`;
    const ours = n % 4 === 1;
    const from = ours ? `From: ${user}\r\nTo: bo${n}@kunde.dk` : `From: bo${n}@kunde.dk\r\nTo: ${user}`;
    const raw = `${from}\r\nSubject: Mail ${n}\r\nMessage-ID: <m${n}@k>\r\nDate: ${new Date(at(n)).toUTCString()}\r\n${answers}\r\nHej ${n}\r\n`;
    dovecot.deliver(user, raw, { box: ours ? 'Sent' : 'INBOX', at: at(n) });
  }
}, 10 * 60_000);
afterAll(async () => {
  await hub.stop();
  await dovecot.stop();
});

setFlagsFromString('--expose-gc');
const clearAway = runInNewContext('gc') as () => void;
const held = () => {
  clearAway();
  return process.memoryUsage().heapUsed;
};

const settings = () => ({
  imap: { host: 'localhost', port: dovecot.imapsPort, security: 'tls' as const },
  smtp: { host: 'localhost', port: 1, security: 'tls' as const },
  user,
});
const policy = () => ({ ca: dovecot.certificate.cert });
const sumOf = async (channelId: Id, what: 'found' | 'taken') =>
  (await hub.mailboxes.foldersOf(channelId)).reduce((sum, folder) => sum + folder[what], 0);

it('CHN-2 I8 of 20,000 mails all are found and fetched on from where it was stopped, in memory that does not grow with them', {
  timeout: 15 * 60_000,
}, async () => {
  const channelId = await hub.connect('alle@firma.dk', settings(), password);
  const heldAtFirst = held();
  let most = 0;
  const taken = () => {
    most = Math.max(most, held() - heldAtFirst);
  };
  let before = 0;
  for (const enough of [500, 1000]) {
    const watch = await hub.watch({ policy: policy(), taken });
    await until(async () => (await sumOf(channelId, 'taken')) >= enough, `${enough} mails to be fetched`, patience);
    expect(await sumOf(channelId, 'found')).toBe(many);
    await watch.close();
    const rows = await hub.mailboxes.waitingOf(channelId);
    expect(rows).toBe(await sumOf(channelId, 'taken'));
    expect(rows).toBeGreaterThan(before);
    before = rows;
  }
  const { rows } = await hub.database.query('select count(distinct raw_hash)::int as different from incoming_mails');
  expect(rows).toEqual([{ different: before }]);
  expect(most).toBeLessThan(mostHeld);
  console.info(`${many} mails found, ${before} fetched, ${Math.round(most / 1024 / 1024)} MB held`);
  await hub.forgetMailboxes();
  await hub.database.query('delete from incoming_mails');
});

it('CHN-2 I8 of 20,000 mails those since the chosen day come, each once: stopped again and again it goes on where it was, and tells how far it is; new mail does not wait for its end', {
  timeout: 15 * 60_000,
}, async () => {
  const channelId = await hub.connect(user, settings(), password, at(many - chosen));
  const began = performance.now();
  // Shut down in the middle of a mailbox. A process that is killed: tests/server/mailbox-real-hub.test.ts, and with as many mails the bench.
  for (const enough of [200, 500]) {
    const watch = await hub.watch({ policy: policy(), taken: () => undefined });
    await until(async () => (await sumOf(channelId, 'taken')) >= enough, `${enough} mails to be fetched`, { ...patience, pause: 10 });
    expect(await sumOf(channelId, 'found')).toBe(chosen);
    await watch.close();
  }
  expect((await hub.channel(channelId)).mailbox?.standing.state).toBe('importing');
  // Comes when some of the mails of this watch are fetched and some are not.
  const news = () => dovecot.deliver(user, `From: ny@kunde.dk\r\nTo: ${user}\r\nSubject: News\r\nMessage-ID: <news@k>\r\n\r\nHej\r\n`);
  let told = 0;
  await hub.watch({
    policy: policy(),
    taken: () => {
      told += 1;
      if (told === 1) news();
    },
  });
  await until(async () => (await sumOf(channelId, 'taken')) > chosen, 'all mails to be fetched', patience);
  await hub.hasStanding(channelId, 'working');
  expect(told).toBeGreaterThan(2);
  const fetched = performance.now();
  expect(await sumOf(channelId, 'taken')).toBe(chosen + 1);
  const { rows: order } = await hub.database.query('select rank from incoming_mails order by id');
  expect(order.filter(({ rank }) => rank === 0)).toHaveLength(1);
  expect(order.at(-1)).toEqual({ rank: 1 });
  await hub.processor.nudge();
  console.info(`${chosen} mails fetched in ${Math.round(fetched - began)} ms, taken in after ${Math.round(performance.now() - fetched)} ms`);
  expect(await hub.mailboxes.waitingOf(channelId)).toBe(0);
  const expected = [...Array.from({ length: chosen }, (_, n) => `Mail ${many - chosen + n}`), 'News'];
  expect((await hub.subjects(channelId)).sort()).toEqual(expected.sort());
  // Every answer found its thread, whichever folder either lay in.
  const threads = await hub.conversations(channelId);
  const answered = threads.filter(({ subject }) => subject !== 'News');
  expect(answered.map(({ messageCount }) => messageCount)).toEqual(Array.from({ length: chosen / 4 }, () => 4));
});
