import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { MailboxSettings } from '../../../../domain/model/mailbox';
import { MailboxHub } from '../../../../tests/server/mailbox-hub';
import { PrivateDovecot, password } from '../../../../tests/support/private-dovecot';

let dovecot: PrivateDovecot;
let hub: MailboxHub;
beforeAll(async () => {
  [dovecot, hub] = await Promise.all([PrivateDovecot.start(), MailboxHub.start()]);
});
afterEach(() => hub.forgetMailboxes());
afterAll(async () => {
  await hub.stop();
  await dovecot.stop();
});

const day = 24 * 3600 * 1000;
const start = Math.floor((Date.now() - 30 * day) / 1000) * 1000;
const settings = (user: string): MailboxSettings => ({
  imap: { host: 'localhost', port: dovecot.imapsPort, security: 'tls' },
  smtp: { host: 'localhost', port: 1, security: 'tls' },
  user,
});
const watching = (look = 50) => hub.watch({ policy: { ca: dovecot.certificate.cert }, times: { look } });
const connect = (user: string, archived = true) => hub.connect(user, settings(user), password, start, archived);
const ofUs = (user: string) => ({ from: `Firma <${user}>`, to: 'bo@kunde.dk' });
interface Sketch {
  id: string;
  from?: string;
  to?: string;
  answers?: string;
}
const mail = (subject: string, { id, from = 'Bo <bo@kunde.dk>', to = 'post@firma.dk', answers }: Sketch) =>
  [
    ...[`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, `Message-ID: <${id}>`, 'Date: Sat, 21 Nov 2026 10:00:00 +0100'],
    ...(answers ? [`In-Reply-To: <${answers}>`] : []),
    ...['', `Hej, ${subject}`, ''],
  ].join('\r\n');
const threads = async (channelId: string) =>
  Object.fromEntries((await hub.conversations(channelId)).map(({ subject, status, messageCount }) => [subject, `${status} ${messageCount}`]));
const folders = async (channelId: string) =>
  (await hub.mailboxes.foldersOf(channelId)).map(({ folder, found, taken }) => `${folder} ${taken}/${found}`).sort();

it('CHN-2 without asking for it nothing that was archived comes in', async () => {
  const user = 'none@firma.dk';
  dovecot.deliver(user, mail('Open', { id: 'open@none' }), { at: start + day });
  dovecot.deliver(user, mail('Archived', { id: 'archived@none' }), { box: 'Archive', at: start + day });
  const channelId = await connect(user, false);
  const watch = await watching();
  await hub.hasMessages(channelId, 1);
  await hub.hasStanding(channelId, 'working');
  expect(await folders(channelId)).toEqual(['inbox 1/1', 'sent 0/0']);
  expect((await hub.channel(channelId)).mailbox).not.toHaveProperty('archived');
  await watch.close();
});

it('CHN-2 archived mail since the date comes in with the rest by thread, from the folder and those below it: dealt with, in the right direction, and once', async () => {
  const user = 'archive@firma.dk';
  const box = 'Archive';
  dovecot.deliver(user, mail('Too old', { id: 'old@a' }), { box, at: start - day });
  dovecot.deliver(user, mail('Dealt with', { id: 'done@a' }), { box: 'Archive/2025', at: start + day / 2 });
  // Asked and put away, answered out of Sent, and asked again.
  dovecot.deliver(user, mail('Question', { id: 'q@a' }), { box, at: start + day });
  dovecot.deliver(user, mail('Answer', { id: 'a@a', ...ofUs(user), answers: 'q@a' }), { box: 'Sent', at: start + 2 * day });
  dovecot.deliver(user, mail('But', { id: 'b@a', answers: 'a@a' }), { at: start + 3 * day });
  // Both directions lie in an archive.
  dovecot.deliver(user, mail('Offer', { id: 'o@a', ...ofUs(user) }), { box, at: start + 4 * day });
  dovecot.deliver(user, mail('Waiting', { id: 'w@a' }), { at: start + 5 * day });
  // A copy of what waits was put away too.
  dovecot.deliver(user, mail('Waiting', { id: 'w@a' }), { box, at: start + 5 * day });
  // What we sent came back with another Message-ID, as Microsoft gives it; a stranger who says the same is heard all the same.
  const copyOf = (id: string, raw: string) => `X-Samtale-Message-ID: <${id}>\r\n${raw}`;
  dovecot.deliver(user, copyOf('a@a', mail('Answer', { id: 'changed@a', ...ofUs(user), answers: 'q@a' })), { box, at: start + 4 * day });
  dovecot.deliver(user, copyOf('a@a', mail('Stranger', { id: 'stranger@a' })), { box, at: start + 4.5 * day });
  dovecot.deliver(user, mail('Draft', { id: 'd@a' }), { box: 'Drafts', at: start + 5 * day });
  dovecot.deliver(user, mail('Spam', { id: 's@a' }), { box: 'Junk', at: start + 5 * day });
  dovecot.deliver(user, mail('Trash', { id: 't@a' }), { box: 'Trash', at: start + 5 * day });
  const channelId = await connect(user);
  const watch = await watching();
  await hub.hasArchive(channelId, 'in');
  await hub.hasMessages(channelId, 7);
  await hub.processor.nudge();
  expect(await threads(channelId)).toEqual({
    'Dealt with': 'closed 1',
    Question: 'open 3',
    Offer: 'closed 1',
    Stranger: 'closed 1',
    Waiting: 'open 1',
  });
  expect((await hub.messages(channelId)).map(({ direction, subject }) => `${direction} ${subject}`)).toEqual([
    ...['in Dealt with', 'in Question', 'out Answer', 'in But', 'out Offer', 'in Stranger', 'in Waiting'],
  ]);
  expect(await folders(channelId)).toEqual(['archive:Archive 4/4', 'archive:Archive/2025 1/1', 'inbox 2/2', 'sent 1/1']);

  // It has been read: what is put away or filed there from now on is nobody's news.
  dovecot.deliver(user, mail('Filed', { id: 'filed@a' }), { box, at: start + 6 * day });
  dovecot.deliver(user, mail('News', { id: 'n@a' }));
  await hub.hasMessages(channelId, 8);
  expect((await hub.subjects(channelId)).at(-1)).toBe('News');
  expect(await threads(channelId)).not.toHaveProperty('Filed');
  await watch.close();
});

it('CHN-2 where the archive is all mail, what also lies in the inbox or Sent is taken from there; spam, trash and drafts never are', async () => {
  const user = 'all@firma.dk';
  const put = (subject: string, box: string, at: number, sketch: Partial<Sketch> = {}) => {
    const raw = mail(subject, { id: `${subject}@all`, ...sketch });
    for (const folder of [box, 'All']) dovecot.deliver(user, raw, { box: folder, at });
  };
  // Its number in the inbox is the highest: somebody moved it back there.
  dovecot.deliver(user, mail('Moved back', { id: 'moved@all' }), { box: 'All', at: start + day });
  put('Waiting', 'INBOX', start + 2 * day);
  dovecot.deliver(user, mail('Moved back', { id: 'moved@all' }), { at: start + day });
  put('Answer', 'Sent', start + 3 * day, { ...ofUs(user), answers: 'Waiting@all' });
  for (const box of ['Junk', 'Trash', 'Drafts']) put(`From ${box}`, box, start + 4 * day);
  for (const box of ['Junk', 'INBOX'])
    for (const folder of [box, 'All'])
      dovecot.deliver(user, `From: bo@kunde.dk\r\nSubject: Nameless in ${box}\r\n\r\nHi\r\n`, { box: folder, at: start + 5 * day });
  dovecot.deliver(user, mail('Dealt with', { id: 'done@all' }), { box: 'All', at: start + 6 * day });
  const channelId = await connect(user);
  const watch = await watching();
  await hub.hasArchive(channelId, 'in');
  await hub.hasMessages(channelId, 5);
  await hub.processor.nudge();
  expect(await threads(channelId)).toEqual({
    'Moved back': 'open 1',
    Waiting: 'closed 2',
    'Nameless in INBOX': 'open 1',
    'Dealt with': 'closed 1',
  });
  // Nothing was fetched in vain, nor counted twice.
  expect(await folders(channelId)).toEqual(['archive:All 1/1', 'inbox 3/3', 'sent 1/1']);
  await watch.close();
});

it.each(['Archive', 'All'])('CHN-2 what somebody puts away into %s while it is on its way in comes from there', async (box) => {
  const user = `meanwhile-${box.toLowerCase()}@firma.dk`;
  for (let n = 0; n < 100; n += 1) dovecot.deliver(user, mail(`Mail ${n}`, { id: `${n}@${user}` }), { at: start + n * 1000 });
  const last = mail('Put away', { id: `last@${user}` });
  const name = dovecot.deliver(user, last, { at: start + day });
  dovecot.deliver(user, mail('First', { id: `first@${user}` }), { box, at: start });
  if (box === 'All') dovecot.deliver(user, last, { box, at: start + day });
  const channelId = await connect(user);
  let moved = false;
  const watch = await hub.watch({
    policy: { ca: dovecot.certificate.cert },
    times: { look: 50 },
    taken: () => {
      if (!moved && box === 'All') dovecot.delete(user, name);
      if (!moved && box === 'Archive') dovecot.move(user, name, 'INBOX', box);
      moved = true;
      void hub.processor.nudge();
    },
  });
  await hub.hasArchive(channelId, 'in');
  await hub.hasMessages(channelId, 102);
  const [putAway] = (await hub.conversations(channelId)).filter(({ subject }) => subject === 'Put away');
  expect(putAway).toMatchObject({ status: 'closed', messageCount: 1 });
  await watch.close();
});

it('CHN-2 I8 an import that stops in the archive goes on there, and under another UIDVALIDITY nothing comes twice', async () => {
  const user = 'resumed@firma.dk';
  const box = 'Archive';
  for (let n = 0; n < 120; n += 1) dovecot.deliver(user, mail(`Mail ${n}`, { id: `${n}@resumed` }), { box, at: start + n * 1000 });
  const channelId = await connect(user);
  const stopped = new Promise<void>((resolve) => {
    const first = hub.watch({
      policy: { ca: dovecot.certificate.cert },
      taken: () => resolve(first.then((watch) => watch.close())),
    });
  });
  await stopped;
  expect(await folders(channelId)).toContain('archive:Archive 100/120');
  expect((await hub.channel(channelId)).mailbox?.archived).toBe('wanted');
  const second = await watching();
  await hub.hasArchive(channelId, 'in');
  expect(await folders(channelId)).toContain('archive:Archive 120/120');
  await second.close();

  dovecot.changeUidValidity(user, box);
  await hub.signInAgain(channelId, { settings: settings(user), oauth: null, secret: password });
  expect((await hub.channel(channelId)).mailbox?.archived).toBe('wanted');
  const third = await watching();
  await hub.hasArchive(channelId, 'in');
  await hub.processor.nudge();
  expect(await hub.messages(channelId)).toHaveLength(120);
  await third.close();
});

it('CHN-2 a mailbox without an archive says so; one by the name of it will do, and is found when one signs in again', async () => {
  const user = 'missing@firma.dk';
  dovecot.deliver(user, mail('Waiting', { id: 'waiting@missing' }), { at: start + day });
  const channelId = await connect(user);
  const watch = await watching();
  await hub.hasArchive(channelId, 'missing');
  await hub.hasMessages(channelId, 1);
  dovecot.deliver(user, mail('Dealt with', { id: 'done@missing' }), { box: 'Archives', at: start + day });
  await hub.signInAgain(channelId, { settings: settings(user), oauth: null, secret: password });
  await hub.hasArchive(channelId, 'in');
  await hub.hasMessages(channelId, 2);
  expect(await threads(channelId)).toEqual({ Waiting: 'open 1', 'Dealt with': 'closed 1' });
  await watch.close();
});
