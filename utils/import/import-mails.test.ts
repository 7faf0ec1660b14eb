import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { databaseNameOf } from '../connection/database-name';
import { DeviceDatabase } from '../connection/device-database';
import { setUpLocalWorkspace } from '../sources/local/set-up-local-workspace';
import { openDatabase, type SamtaleDatabase } from '../store/database';
import { metaRow } from '../store/me';
import { mutate } from '../store/mutate';
import { newId } from '../store/new-id';
import { readThread } from '../store/read-thread';
import { viewCounts } from '../store/view-counts';
import { importMails, queueImport } from './import-mails';
import { indexMails } from './index-mails';
import type { MailReader } from './mail-reader';
import { readFoundMail } from './read-found-mail';
import { stopImport } from './run-imports';
import { undoImport } from './undo-import';
import { unreadable } from './unreadable-mail';

const open: SamtaleDatabase[] = [];
afterEach(async () => {
  for (const db of open.splice(0)) await db.delete();
});

async function workspace() {
  const words = { workspace: 'On this computer', inbox: 'Inbox' };
  const device = new DeviceDatabase(`device-${newId()}`);
  const { id } = await setUpLocalWorkspace(device, { name: 'Ida', addresses: ['ida@firma.example'], words }, 1);
  const db = openDatabase(databaseNameOf(id));
  open.push(db);
  const inboxId = (await db.inboxes.toArray())[0]?.id ?? '';
  return { db, inboxId, counts: () => viewCounts(db, inboxId) };
}

/** In this thread: what the worker does, without one. */
const reader = (onRead?: (at: number) => unknown): MailReader => {
  let at = 0;
  return {
    index: indexMails,
    async read(found, about) {
      at += 1;
      await onRead?.(at);
      return readFoundMail(found, about);
    },
    close: () => undefined,
  };
};

const day = (n: number) => new Date(Date.UTC(2026, 2, n, 9)).toUTCString();
const mail = (n: number, head: string, body = `Mail ${n}`) =>
  `Message-ID: <${n}@kunde.example>\nDate: ${day(n)}\n${head}\nContent-Type: text/plain; charset=utf-8\n\n${body}\n`;
const asked = mail(1, 'From: Kari <kari@kunde.example>\nTo: ida@firma.example\nSubject: Stole');
const answered = mail(2, 'From: Ida <ida@firma.example>\nTo: kari@kunde.example\nSubject: Re: Stole\nIn-Reply-To: <1@kunde.example>');
const other = mail(3, 'From: Per <per@kunde.example>\nTo: ida@firma.example\nSubject: Borde', '>From here\nFaktura');
const mbox = (...mails: string[]) => mails.map((one) => `From - Mon Mar 02 10:00:00 2026\n${one}\n`).join('');
const fileOf = (text: string, name = 'arkiv.mbox') => new File([text], name, { lastModified: 5 });
const sourceOf = (...files: File[]) => ({ name: files[0]?.name ?? '', files });

it('SUR-9 D21 an archive becomes threads: answers in their place whatever the order, ours as ours, closed where the last word is ours', async () => {
  const { db, inboxId, counts } = await workspace();
  const row = await importMails({ db, reader: reader() }, inboxId, sourceOf(fileOf(mbox(answered, other, asked))));
  expect(row).toMatchObject({ state: 'done', total: 3, done: 3, fresh: 3, known: 0, unreadable: 0 });
  expect(await counts()).toMatchObject({ open: 1, closed: 1, spam: 0 });
  const [first, second] = await db.conversations.orderBy('id').toArray();
  expect(first).toMatchObject({ subject: 'Stole', status: 'closed', messageCount: 2, contactName: 'Kari', dueAt: null });
  expect(second).toMatchObject({ subject: 'Borde', status: 'open', dueAt: null, lastInboundAt: Date.parse(day(3)) });
  const { messages } = await readThread(db, first?.id ?? '');
  expect(messages.map(({ direction, text, pending }) => [direction, text, pending])).toEqual([
    ['in', 'Mail 1', false],
    ['out', 'Mail 2', false],
  ]);
  expect((await readThread(db, second?.id ?? '')).messages[0]?.text).toBe('From here\nFaktura');
  expect(await db.outbox.count()).toBe(0);
});

it('SUR-9 of files given together those not begun are noted, and one stopped while it waits is left as it is until it is given again', async () => {
  const { db, inboxId } = await workspace();
  const [first, second] = [sourceOf(fileOf(mbox(asked), 'a.mbox')), sourceOf(fileOf(mbox(other), 'b.mbox'))];
  const [a, b] = [await queueImport(db, first, 2), await queueImport(db, second, 1)];
  expect((await db.imports.toArray()).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  expect(await stopImport(db, b)).toBe(1);
  expect(await importMails({ db, reader: reader() }, inboxId, first, a)).toMatchObject({ id: a, state: 'done', fresh: 1 });
  expect(await importMails({ db, reader: reader() }, inboxId, second, b)).toMatchObject({ id: b, state: 'stopped', done: 0, fresh: 0 });
  expect(await importMails({ db, reader: reader() }, inboxId, second)).toMatchObject({ id: b, state: 'done', fresh: 1 });
  expect(await db.imports.count()).toBe(2);
});

it('X8 nothing twice: the same file again, the same mail in a file of its own', async () => {
  const { db, inboxId } = await workspace();
  const file = fileOf(mbox(asked, answered));
  await importMails({ db, reader: reader() }, inboxId, sourceOf(file));
  expect(await importMails({ db, reader: reader() }, inboxId, sourceOf(file))).toMatchObject({ fresh: 0, known: 2 });
  expect(await importMails({ db, reader: reader() }, inboxId, sourceOf(fileOf(asked, 'a.eml'), fileOf(other, 'b.eml')))).toMatchObject({
    total: 2,
    fresh: 1,
    known: 1,
  });
  expect(await db.conversations.count()).toBe(2);
});

it('SUR-9 stopped, it goes on where it stood when the same file is given again', async () => {
  const { db, inboxId } = await workspace();
  const mails = Array.from({ length: 65 }, (_, n) => mail(n + 1, `From: k${n}@kunde.example\nTo: ida@firma.example\nSubject: ${n}`));
  const file = fileOf(mbox(...mails));
  // Twenty are written, the next twenty are being read.
  const stop = (at: number) => at === 25 && db.imports.toCollection().modify({ state: 'stopping' });
  const stopped = await importMails({ db, reader: reader(stop) }, inboxId, sourceOf(file));
  expect(stopped.state).toBe('stopped');
  expect(stopped.done).toBeLessThan(65);
  expect(await db.conversations.count()).toBe(stopped.done);
  const read: number[] = [];
  const whole = await importMails({ db, reader: reader((at) => read.push(at)) }, inboxId, sourceOf(file));
  expect(whole).toMatchObject({ id: stopped.id, state: 'done', done: 65, fresh: 65, known: 0 });
  expect(read).toHaveLength(65 - stopped.done);
});

it('SUR-9 twenty mails are one write; mails of one thread among them find each other, and one that comes twice is known', async () => {
  const { db, inboxId } = await workspace();
  const before = (await metaRow(db, 'local'))?.version ?? 0;
  const begun = Array.from({ length: 19 }, (_, n) => mail(n + 10, `From: k${n}@kunde.example\nTo: ida@firma.example\nSubject: ${n}`));
  const row = await importMails({ db, reader: reader() }, inboxId, sourceOf(fileOf(mbox(asked, answered, ...begun, asked))));
  expect(row).toMatchObject({ done: 22, fresh: 21, known: 1 });
  expect((await metaRow(db, 'local'))?.version).toBe(before + 2);
  expect(await db.conversations.count()).toBe(20);
  expect((await db.conversations.toArray()).filter(({ messageCount }) => messageCount === 2)).toHaveLength(1);
});

it('SUR-9 undone, all it brought is gone but what somebody worked in, and it may come again', async () => {
  const { db, inboxId, counts } = await workspace();
  const withFile = `Message-ID: <9@kunde.example>\nDate: ${day(9)}\nFrom: liv@kunde.example\nSubject: Fil\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSe\n--b\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment; filename=a.txt\n\nhundrede\n--b--\n`;
  const source = sourceOf(fileOf(mbox(asked, answered, other, withFile)));
  const { id } = await importMails({ db, reader: reader() }, inboxId, source);
  expect(await db.files.count()).toBe(5);
  const worked = (await db.conversations.toArray()).find(({ subject }) => subject === 'Borde')?.id ?? '';
  const comment = { messageId: newId(), conversationId: worked, text: 'Ring', html: '<p>Ring</p>', attachments: [], mentions: [], draftId: null };
  await mutate(db, 'addComment', comment);
  await undoImport(db, id);
  expect((await db.conversations.toArray()).map(({ subject }) => subject)).toEqual(['Borde']);
  expect(await counts()).toMatchObject({ open: 1, closed: 0 });
  expect([await db.imported.count(), await db.files.count(), await db.mailIds.count(), await db.bodies.count()]).toEqual([0, 1, 1, 1]);
  expect(await db.imports.get(id)).toMatchObject({ state: 'undone', stayed: 1 });
  expect(await importMails({ db, reader: reader() }, inboxId, source)).toMatchObject({ fresh: 3, known: 1 });
});

it('SUR-9 undone, it is known how many of its mails stayed: none, and none of those that were gone for good before', async () => {
  const { db, inboxId } = await workspace();
  const { id } = await importMails({ db, reader: reader() }, inboxId, sourceOf(fileOf(mbox(asked, answered, other))));
  const gone = (await db.conversations.toArray()).find(({ subject }) => subject === 'Borde')?.id ?? '';
  await mutate(db, 'trashConversation', { conversationId: gone });
  expect(await mutate(db, 'deleteForever', { conversationId: gone })).not.toHaveProperty('refused.refused');
  await undoImport(db, id);
  expect(await db.conversations.count()).toBe(0);
  expect(await db.imports.get(id)).toMatchObject({ state: 'undone', stayed: 0 });
});

it('S31 a mail too large or not to be read is kept raw and shown as that; a file that is none is said to be', async () => {
  const { db, inboxId } = await workspace();
  const deep = `Subject: dyb\nFrom: a@b.example\nMIME-Version: 1.0\n${Array.from({ length: 60 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`).join('')}\nx\n`;
  const large = new File([`Subject: stor\n\n${'x'.repeat(41 * 1024 * 1024)}`], 'stor.eml');
  const picture = new File([new Uint8Array([137, 80, 78, 71, 0, 1])], 'logo.png');
  const row = await importMails({ db, reader: reader() }, inboxId, sourceOf(fileOf(deep, 'deep.eml'), large, picture));
  expect(row).toMatchObject({ state: 'done', total: 2, fresh: 2, unreadable: 2, refused: ['logo.png'] });
  const messages = (await Promise.all((await db.conversations.toArray()).map(({ id }) => readThread(db, id)))).flatMap((thread) => thread.messages);
  expect(messages.map(({ unreadable }) => unreadable).sort()).toEqual(['too-deep', 'too-large']);
  for (const { rawHash } of messages) expect((await db.files.get(rawHash ?? ''))?.size).toBeLessThanOrEqual(1024 * 1024);
  expect(await importMails({ db, reader: reader() }, inboxId, sourceOf(picture))).toMatchObject({ state: 'no-mail', total: 0 });
});

it('SUR-9 a file that goes while it is read ends the import where it stands', async () => {
  const { db, inboxId } = await workspace();
  const gone = reader((at) => {
    if (at === 30) throw new Error('the file was moved');
  });
  const mails = Array.from({ length: 45 }, (_, n) => mail(n + 1, `From: k${n}@kunde.example\nSubject: ${n}`));
  const row = await importMails({ db, reader: gone }, inboxId, sourceOf(fileOf(mbox(...mails))));
  expect(row).toMatchObject({ state: 'failed', total: 45 });
  expect(await db.conversations.count()).toBe(row.done);
});

it('ALL-6 of files of one mail each the row says which were new, here already or not to be read; of an archive it names none', async () => {
  const { db, inboxId } = await workspace();
  await importMails({ db, reader: reader() }, inboxId, sourceOf(fileOf(mbox(other))));
  const read = reader();
  const odd: MailReader = {
    ...read,
    read: (found, about) => (found.file.name === 'svar.eml' ? unreadable(found, about, 'crashed') : read.read(found, about)),
  };
  const files = [fileOf(asked, 'stole.eml'), fileOf(answered, 'svar.eml'), fileOf(other, 'borde.eml'), fileOf('x', 'brev.txt')];
  const row = await importMails({ db, reader: odd }, inboxId, sourceOf(...files));
  expect(row).toMatchObject({ fresh: 2, known: 1, unreadable: 1, refused: ['brev.txt'] });
  expect(row.names).toEqual({ fresh: ['stole.eml'], known: ['borde.eml'], unreadable: ['svar.eml'] });
  expect((await db.imports.toArray()).filter(({ names }) => names === undefined)).toHaveLength(1);
});
