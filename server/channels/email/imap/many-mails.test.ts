import { afterAll, beforeAll, expect, it } from 'vitest';
import { MailboxHub } from '../../../../tests/server/mailbox-hub';
import { until } from '../../../../tests/server/until';
import { PrivateDovecot, password } from '../../../../tests/support/private-dovecot';

const many = 600;
let dovecot: PrivateDovecot;
let hub: MailboxHub;
beforeAll(async () => {
  [dovecot, hub] = await Promise.all([PrivateDovecot.start(), MailboxHub.start()]);
});
afterAll(async () => {
  await hub.stop();
  await dovecot.stop();
});

it('CHN-2 I8 an import that is killed again and again goes on where it was, tells how far it is, and has every mail once; new mail does not wait for its end', {
  timeout: 300_000,
}, async () => {
  const user = 'many@firma.dk';
  const start = Date.now() - many * 60_000;
  for (let n = 0; n < many; n++) {
    const answers = n % 4 === 0 ? '' : `References: <m${n - (n % 4)}@k>\r\n`;
    const ours = n % 4 === 1;
    const from = ours ? `From: ${user}\r\nTo: bo${n}@kunde.dk` : `From: bo${n}@kunde.dk\r\nTo: ${user}`;
    const raw = `${from}\r\nSubject: Mail ${n}\r\nMessage-ID: <m${n}@k>\r\nDate: ${new Date(start + n * 60_000).toUTCString()}\r\n${answers}\r\nHej ${n}\r\n`;
    dovecot.deliver(user, raw, { box: ours ? 'Sent' : 'INBOX', at: start + n * 60_000 });
  }
  const settings = {
    imap: { host: 'localhost', port: dovecot.imapsPort, security: 'tls' as const },
    smtp: { host: 'localhost', port: 1, security: 'tls' as const },
    user,
  };
  const channelId = await hub.connect(user, settings, password);
  const began = performance.now();
  const taken = async () => (await hub.mailboxes.foldersOf(channelId)).reduce((sum, folder) => sum + folder.taken, 0);
  // Killed: nothing is released, the connection just ends.
  for (const enough of [100, 250]) {
    const watch = await hub.watch({ policy: { ca: dovecot.certificate.cert }, taken: () => undefined });
    await until(async () => (await taken()) >= enough, `${enough} mails to be fetched`);
    expect((await hub.mailboxes.foldersOf(channelId)).reduce((sum, folder) => sum + folder.found, 0)).toBe(many);
    await watch.close();
  }
  expect((await hub.channel(channelId)).mailbox?.standing.state).toBe('importing');
  // Comes when some of the mails of this watch are fetched and some are not.
  const news = () => dovecot.deliver(user, `From: ny@kunde.dk\r\nTo: ${user}\r\nSubject: News\r\nMessage-ID: <news@k>\r\n\r\nHej\r\n`);
  let told = 0;
  await hub.watch({
    policy: { ca: dovecot.certificate.cert },
    taken: () => {
      told += 1;
      if (told === 1) news();
    },
  });
  await hub.hasStanding(channelId, 'working');
  expect(told).toBeGreaterThan(2);
  const fetched = performance.now();
  expect(await taken()).toBe(many + 1);
  const { rows: order } = await hub.database.query('select rank from incoming_mails order by id');
  expect(order.filter(({ rank }) => rank === 0)).toHaveLength(1);
  expect(order.at(-1)).toEqual({ rank: 1 });
  await hub.processor.nudge();
  console.info(`${many} mails fetched in ${Math.round(fetched - began)} ms, taken in after ${Math.round(performance.now() - fetched)} ms`);
  expect(await hub.mailboxes.waitingOf(channelId)).toBe(0);
  const subjects = await hub.subjects(channelId);
  expect(new Set(subjects).size).toBe(many + 1);
  expect(subjects).toHaveLength(many + 1);
  // Every answer found its thread, whichever folder either lay in.
  const threads = await hub.conversations(channelId);
  const answered = threads.filter(({ subject }) => subject !== 'News');
  expect(answered.map(({ messageCount }) => messageCount)).toEqual(Array.from({ length: many / 4 }, () => 4));
});
