import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MailboxSettings } from '../../../../domain/model/mailbox';
import { MailboxHub } from '../../../../tests/server/mailbox-hub';
import { until } from '../../../../tests/server/until';
import { PrivateDovecot, password } from '../../../../tests/support/private-dovecot';
import { type PrivatePostgres, startPrivatePostgres } from '../../../../tests/support/private-postgres';
import { migrate } from '../../../db/migrate';
import { openPostgres } from '../../../db/open-postgres';

let dovecot: PrivateDovecot;
let postgres: PrivatePostgres;
let one: MailboxHub;
let other: MailboxHub;
beforeAll(async () => {
  [dovecot, postgres] = await Promise.all([PrivateDovecot.start(), startPrivatePostgres()]);
  const url = await postgres.createDatabase('mailboxes');
  const open = () => openPostgres(url, () => undefined);
  const database = open();
  await migrate(database.db);
  one = await MailboxHub.start(database);
  other = await MailboxHub.start(open(), false);
});
afterAll(async () => {
  await Promise.all([one.stop(), other.stop()]);
  await Promise.all([dovecot.stop(), postgres.stop()]);
});

const settings = (user: string): MailboxSettings => ({
  imap: { host: 'localhost', port: dovecot.imapsPort, security: 'tls' },
  smtp: { host: 'localhost', port: 1, security: 'tls' },
  user,
});
const deliver = (user: string, subject: string) =>
  dovecot.deliver(user, `From: bo@kunde.dk\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@k>\r\n\r\nHej\r\n`);

it('CHN-2 of two hub processes one works at a mailbox; the other takes over when it ends, or falls silent', async () => {
  const policy = { ca: dovecot.certificate.cert };
  const first = await one.watch({ policy });
  const channelId = await one.connect('two@firma.dk', settings('two@firma.dk'), password);
  await until(() => first.has(channelId), 'the first to work at it');
  const second = await other.watch({ policy });
  await second.round();
  expect([first.has(channelId), second.has(channelId)]).toEqual([true, false]);
  deliver('two@firma.dk', 'One');
  await one.hasMessages(channelId, 1);

  await first.close();
  await second.round();
  expect(second.has(channelId)).toBe(true);
  deliver('two@firma.dk', 'Two');
  await other.hasMessages(channelId, 2);

  const { rows: leases } = await other.database.query("select leased_until < now() + interval '16 seconds' as soon from mailboxes");
  expect(leases).toEqual([{ soon: true }]);
  // As if the second had been frozen for longer than its lease; it still thinks that it works at it.
  const third = await one.watch({ policy });
  const takesOver = async () => {
    await other.database.query("update mailboxes set leased_until = now() - interval '1 second'");
    await third.round();
    return third.has(channelId);
  };
  // It is not frozen really: a renewal may come in between.
  await until(takesOver, 'the third to take over');
  expect([second.has(channelId), third.has(channelId)]).toEqual([true, true]);
  deliver('two@firma.dk', 'Three');
  await one.hasMessages(channelId, 3);
  await second.round();
  expect(second.has(channelId)).toBe(false);
  deliver('two@firma.dk', 'Four');
  await one.hasMessages(channelId, 4);
  expect(await one.subjects(channelId)).toEqual(['One', 'Two', 'Three', 'Four']);
  const [folder] = (await one.mailboxes.foldersOf(channelId)).filter((known) => known.folder === 'inbox');
  expect(folder).toMatchObject({ taken: 4, lastUid: 4 });
});

it('I8 what a process fetched for a mailbox that is no longer its own is kept nowhere', async () => {
  const channelId = await one.connect('lost@firma.dk', settings('lost@firma.dk'), password);
  const folder = { channelId, folder: 'inbox' as const, uidValidity: '1', lastUid: 9, found: 9, taken: 9 };
  expect(await one.mailboxes.take('00000000-0000-7000-8000-000000000777', [folder], [])).toBe(false);
  expect((await one.mailboxes.foldersOf(channelId)).some(({ lastUid }) => lastUid === 9)).toBe(false);
});
