import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { readMail } from '../../server/channels/email/read-mail';
import type { MovedMail } from '../../sync/move-protocol';
import { SeededRandom } from '../../tests/simulation/seeded-random';
import { ArchiveDesk } from '../../tests/support/archive-desk';
import { agentRow, channelRow, id, write } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { databaseNameOf } from '../connection/database-name';
import { DeviceDatabase } from '../connection/device-database';
import { importMails } from '../import/import-mails';
import { indexMails } from '../import/index-mails';
import { readFoundMail } from '../import/read-found-mail';
import { setUpLocalWorkspace } from '../sources/local/set-up-local-workspace';
import { openDatabase, type SamtaleDatabase } from '../store/database';
import { me, metaRow } from '../store/me';
import { mutate } from '../store/mutate';
import { newId } from '../store/new-id';
import { putFile } from '../store/put-file';
import { MoveHalted, type MoveHost } from './move-host';
import { movedWhole } from './moved-whole';
import { chooseAnew, mendMove, runMove, stopMove } from './run-move';

const open: SamtaleDatabase[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const db of open.splice(0)) await db.delete();
});

const mail = (n: number, head: string) =>
  `Message-ID: <${n}@kunde.example>\nDate: ${new Date(Date.UTC(2026, 2, n, 9)).toUTCString()}\n${head}\n\nMail ${n}\n`;
const from = (n: number, subject: string) => mail(n, `From: Kari <kari${n}@kunde.example>\nTo: ida@firma.example\nSubject: ${subject}`);
const subjects = ['Stole', 'Borde', 'Lamper', 'Tasker', 'Kopper', 'Billeder'] as const;
const archive = [
  ...subjects.map((subject, at) => from(at + 1, subject)),
  mail(11, 'From: Ida <ida@firma.example>\nTo: kari1@kunde.example\nSubject: Re: Stole\nIn-Reply-To: <1@kunde.example>'),
  mail(12, 'From: Kari <kari1@kunde.example>\nTo: ida@firma.example\nSubject: Re: Stole\nIn-Reply-To: <11@kunde.example>'),
  mail(13, 'From: Ida <ida@firma.example>\nTo: kari2@kunde.example\nSubject: Re: Borde\nIn-Reply-To: <2@kunde.example>'),
];

/** A workspace of this computer in which somebody has worked: each thread stands differently. */
async function worked() {
  const words = { workspace: 'Her', inbox: 'Indbakke' };
  const { id: name } = await setUpLocalWorkspace(new DeviceDatabase(`d-${newId()}`), { name: 'Ida', addresses: ['ida@firma.example'], words }, 1);
  const db = openDatabase(databaseNameOf(name));
  open.push(db);
  const inboxId = (await db.inboxes.toArray())[0]?.id ?? '';
  const self = (await me(db))?.agentId ?? '';
  const text = archive.map((one) => `From - Mon Mar 02 10:00:00 2026\n${one}\n`).join('');
  const source = { name: 'a', files: [new File([text], 'a.mbox', { lastModified: 5 })] };
  await importMails({ db, reader: { index: indexMails, read: readFoundMail, close: () => undefined } }, inboxId, source);
  const threads = new Map((await db.conversations.toArray()).map((row) => [row.subject, row.id]));
  const of = (subject: string) => threads.get(subject) ?? '';
  const comment = (subject: string, words: string, attachments: Awaited<ReturnType<typeof attached>>[] = []) =>
    mutate(db, 'addComment', { messageId: newId(), conversationId: of(subject), text: words, html: '', mentions: [], attachments, draftId: null });
  const attached = async (name: string) => {
    const { hash, size, type } = await putFile(db, new Blob([name]));
    return { id: newId(), name, type, size, hash, contentId: null, inline: false, notStored: null };
  };
  const conversation = (subject: string) => ({ conversationId: of(subject) });
  await comment('Stole', 'Husk benene', [await attached('ben.txt')]);
  await comment('Stole', 'Og sæderne');
  await mutate(db, 'assignConversation', { ...conversation('Stole'), ownerId: self });
  // Closed by our answer, opened by a person.
  await mutate(db, 'reopenConversation', conversation('Borde'));
  const ticketId = newId();
  await mutate(db, 'createTicket', { ...conversation('Lamper'), ticketId, name: 'Nye lamper' });
  await mutate(db, 'closeTicket', { ticketId });
  await comment('Tasker', 'Væk med den');
  await mutate(db, 'trashConversation', conversation('Tasker'));
  await mutate(db, 'markSpam', conversation('Kopper'));
  const content = { mode: 'reply' as const, to: [], cc: [], bcc: [], html: '<p>Halvt skrevet</p>', attachments: [] };
  await mutate(db, 'saveDraft', { ...conversation('Billeder'), draftId: newId(), forkId: newId(), basedOn: 0, content });
  await mutate(db, 'closeConversation', conversation('Billeder'));
  return { db, comment, of };
}

/** A hub in memory that reads mails by its own reading and rules, and a device of agent 2 connected to it. */
async function hubOf() {
  const hub = await SmallHub.start();
  // Who moves has account access there (K16).
  await hub.commit([write('channels', channelRow(30, 10, 'salg@firma.dk')), write('agents', agentRow(2, { accountAccess: true }))]);
  const client = new SmallClient(hub, 2);
  open.push(client.db);
  await client.sync();
  const states = new Map<string, MovedMail>();
  const take = async (local: SamtaleDatabase, { hash, folder, at }: { hash: string; folder: 'inbox' | 'sent'; at: number }) => {
    if (states.has(hash)) return;
    const blob = (await local.files.get(hash))?.blob;
    if (!blob) throw new Error('a mail without bytes');
    const ids = { conversationId: hub.id(), messageId: hub.id(), contactId: hub.id(), eventId: hub.id() };
    const arrival = {
      ids,
      channelId: id(30),
      receivedAt: at,
      rawHash: hash,
      envelopeFrom: null,
      repliesTo: null,
      mailbox: { folder, history: true },
    };
    const read = await readMail(new Uint8Array(await blob.arrayBuffer()), arrival);
    await hub.act('host', 'receiveMessage', read.mail);
    const all = hub.store.all('messages');
    const message = all.find((one) => one.id === ids.messageId) ?? all.find((one) => one.rfcMessageId === read.mail.rfcMessageId);
    if (!message) throw new Error('the hub kept no message');
    const state = message.id === ids.messageId ? 'taken' : 'known';
    states.set(hash, { hash, state, messageId: message.id, conversationId: message.conversationId });
  };
  const stateOf = (hash: string): MovedMail => states.get(hash) ?? { hash, state: 'unknown' };
  const host = (local: SamtaleDatabase): MoveHost => ({
    local,
    hub: client.db,
    async send(_inboxId, _from, mails) {
      for (const one of mails) await take(local, one);
      return mails.map(({ hash }) => stateOf(hash));
    },
    states: async (_inboxId, _from, hashes) => hashes.map(stateOf),
    nudge: () => undefined,
    pause: async () => {
      await client.sync();
    },
    now: Date.now,
    writtenOn: (at) => `Skrevet ${at}`,
  });
  /** All that can be seen of it, without ids and times, and without the lines that say who moved it here. */
  const seen = () => {
    const all = hub.store.all('messages').filter(({ kind }) => kind !== 'event');
    return hub.store
      .all('conversations')
      .map(({ id: conversationId, subject, status, spam, trashed, ownerId, ticketId }) => ({
        thread: [subject, status, spam?.reason ?? null, trashed !== null, ownerId === id(2)],
        ticket: hub.store.all('tickets').flatMap((ticket) => (ticket.id === ticketId ? [[ticket.name, ticket.status]] : [])),
        messages: all
          .filter((message) => message.conversationId === conversationId)
          .map(({ kind, direction, text, attachments }) => [kind, direction, text.trim(), attachments.map((file) => file.name).join()].join(' '))
          .sort(),
      }))
      .sort((a, b) => (String(a.thread[0]) < String(b.thread[0]) ? -1 : 1));
  };
  const drafts = () => hub.store.all('drafts').map(({ content }) => content.html);
  return { hub, client, host, seen, drafts };
}

const target = { to: 'hub', inboxId: id(10), hubName: 'Havnegaard', inboxName: 'Salg' };
const row = (db: SamtaleDatabase) => metaRow(db, 'move');

it('K16 a workspace stands in the hub as it stood here, both sides count the same, and moving again adds nothing', async () => {
  const [here, there] = [await worked(), await hubOf()];
  await runMove(there.host(here.db), target);
  const done = await row(here.db);
  expect(done).toMatchObject({ state: 'done', problem: null, mails: { total: 9, sent: 9, read: 9 }, threads: { total: 6, done: 6 } });
  expect(done?.result?.differences).toEqual([]);
  expect(done?.result).toMatchObject({ whole: true, known: 0, unreadable: 0, more: 0 });
  for (const { here: mine, there: theirs } of Object.values(done?.result?.counts ?? {})) expect(theirs).toBe(mine);
  expect(there.seen()).toEqual([
    { thread: ['Billeder', 'closed', null, false, false], ticket: [], messages: ['email in Mail 6 '] },
    { thread: ['Borde', 'open', null, false, false], ticket: [], messages: ['email in Mail 2 ', 'email out Mail 13 '] },
    { thread: ['Kopper', 'open', 'marked-by-agent', false, false], ticket: [], messages: ['email in Mail 5 '] },
    { thread: ['Lamper', 'closed', null, false, false], ticket: [['Nye lamper', 'closed']], messages: ['email in Mail 3 '] },
    {
      thread: ['Stole', 'open', null, false, true],
      ticket: [],
      messages: [
        'comment internal Husk benene ben.txt',
        'comment internal Og sæderne ',
        'email in Mail 1 ',
        'email in Mail 12 ',
        'email out Mail 11 ',
      ],
    },
    { thread: ['Tasker', 'open', null, true, false], ticket: [], messages: ['comment internal Væk med den ', 'email in Mail 4 '] },
  ]);
  expect(there.drafts()).toEqual(['<p>Halvt skrevet</p>']);
  // Then what is here is no only copy, until something is done here again.
  expect(await movedWhole(here.db)).toMatchObject({ inboxName: 'Salg', hubName: 'Havnegaard' });

  const before = there.seen();
  await runMove(there.host(here.db), target);
  expect(there.seen()).toEqual(before);
  // What the team did since stays; what was done here since goes along.
  await there.hub.act(2, 'reopenConversation', {
    conversationId: there.hub.store.all('conversations').find(({ subject }) => subject === 'Billeder')?.id ?? '',
  });
  await here.comment('Borde', 'Et til');
  expect(await movedWhole(here.db)).toBeUndefined();
  await runMove(there.host(here.db), target);
  const after = there.seen();
  expect(after.find(({ thread }) => thread[0] === 'Billeder')?.thread[1]).toBe('open');
  expect(after.find(({ thread }) => thread[0] === 'Borde')?.messages).toContain('comment internal Et til ');
  expect((await row(here.db))?.result).toMatchObject({ whole: true, differences: [{ kind: 'state', subject: 'Billeder', count: 1 }] });
});

it('THR-17 K16 what was merged here is merged there, with a draft begun in what was merged away, and moving again adds nothing', async () => {
  const [here, there] = [await worked(), await hubOf()];
  const merge = (from: string, into: string) =>
    mutate(here.db, 'mergeConversations', { conversationId: here.of(into), sourceId: here.of(from), keepTicketId: null });
  await merge('Billeder', 'Borde');
  await merge('Borde', 'Stole');
  await merge('Lamper', 'Stole');
  await runMove(there.host(here.db), target);
  const seen = there.seen();
  expect(seen.filter(({ messages }) => messages.length > 0).map(({ thread }) => thread[0])).toEqual(['Kopper', 'Stole', 'Tasker']);
  expect(seen.find(({ thread }) => thread[0] === 'Stole')).toEqual({
    thread: ['Stole', 'open', null, false, true],
    ticket: [['Nye lamper', 'closed']],
    messages: [
      'comment internal Husk benene ben.txt',
      'comment internal Og sæderne ',
      'email in Mail 1 ',
      'email in Mail 12 ',
      'email in Mail 2 ',
      'email in Mail 3 ',
      'email in Mail 6 ',
      'email out Mail 11 ',
      'email out Mail 13 ',
    ],
  });
  expect(there.drafts()).toEqual(['<p>Halvt skrevet</p>']);
  const result = (await row(here.db))?.result;
  expect(result).toMatchObject({ whole: true, differences: [] });
  for (const { here: mine, there: theirs } of Object.values(result?.counts ?? {})) expect(theirs).toBe(mine);
  await runMove(there.host(here.db), target);
  expect(there.seen()).toEqual(seen);
});

it('THR-17 K16 mails the hub has in one thread with others are not merged along, and that is named', async () => {
  const [here, there] = [await worked(), await hubOf()];
  const [chunk] = await here.db.threads
    .where('[conversationId+n]')
    .equals([here.of('Stole'), 0])
    .toArray();
  const newest = chunk?.messages.find(({ text }) => text.trim() === 'Mail 12');
  const newConversationId = newId();
  await mutate(here.db, 'splitConversation', { conversationId: here.of('Stole'), messageId: newest?.id ?? '', newConversationId });
  await mutate(here.db, 'mergeConversations', { conversationId: here.of('Borde'), sourceId: newConversationId, keepTicketId: null });
  await runMove(there.host(here.db), target);
  const of = (subject: string) =>
    there
      .seen()
      .find(({ thread }) => thread[0] === subject)
      ?.messages.filter((line) => line.startsWith('email'));
  expect(of('Stole')).toEqual(['email in Mail 1 ', 'email in Mail 12 ', 'email out Mail 11 ']);
  expect(of('Borde')).toEqual(['email in Mail 2 ', 'email out Mail 13 ']);
  const result = (await row(here.db))?.result;
  expect(result?.whole).toBe(true);
  expect(result?.differences).toContainEqual({ kind: 'apart', subject: 'Borde', count: 1 });
});

it('K16 X8 what the team had already stays as it left it: only words are added, and the result says so', async () => {
  const [here, there] = [await worked(), await hubOf()];
  const first = await there.host(here.db).send(id(10), newId(), []);
  expect(first).toEqual([]);
  const raw = new TextEncoder().encode(archive[5] ?? '');
  const ids = { conversationId: there.hub.id(), messageId: there.hub.id(), contactId: there.hub.id(), eventId: there.hub.id() };
  const arrival = { ids, channelId: id(30), receivedAt: Date.UTC(2026, 2, 6, 9), rawHash: 'b'.repeat(64), envelopeFrom: null, repliesTo: null };
  await there.hub.act('host', 'receiveMessage', (await readMail(raw, arrival)).mail);
  await here.comment('Billeder', 'Set');
  await runMove(there.host(here.db), target);
  const thread = there.seen().find((one) => one.thread[0] === 'Billeder');
  expect(thread).toEqual({ thread: ['Billeder', 'open', null, false, false], ticket: [], messages: ['comment internal Set ', 'email in Mail 6 '] });
  expect((await row(here.db))?.result).toMatchObject({
    whole: true,
    known: 1,
    differences: [{ kind: 'known-there', subject: 'Billeder', count: 1 }],
  });
});

it('K16 a mail whose bytes are not here is named, and what is here is not called whole', async () => {
  const [here, there] = [await worked(), await hubOf()];
  const [chunk] = await here.db.threads
    .where('[conversationId+n]')
    .equals([here.of('Kopper'), 0])
    .toArray();
  await here.db.files.delete(chunk?.messages[0]?.rawHash ?? '');
  await runMove(there.host(here.db), target);
  const result = (await row(here.db))?.result;
  expect(result).toMatchObject({
    whole: false,
    counts: { mails: { here: 9, there: 8 } },
    differences: [{ kind: 'mail-missing', subject: 'Kopper', count: 1 }],
  });
  expect(await movedWhole(here.db)).toBeUndefined();
});

it('K16 an hour without the hub is waited out; asked to stop it stops, and goes on; a hub that says no ends it with the reason', async () => {
  const [here, there] = [await worked(), await hubOf()];
  let away = 3;
  const host = there.host(here.db);
  const seen: string[] = [];
  const patient: MoveHost = {
    ...host,
    send: async (...args) => {
      away -= 1;
      if (away >= 0) throw new MoveHalted('offline');
      await stopMove(here.db);
      return host.send(...args);
    },
    pause: async (ms) => {
      seen.push((await row(here.db))?.state ?? '');
      await host.pause(ms);
    },
  };
  await runMove(patient, target);
  expect(seen).toEqual(['waiting', 'waiting', 'waiting']);
  expect(await row(here.db)).toMatchObject({ state: 'stopped', problem: null });
  const refusing = { ...host, states: async () => Promise.reject(new MoveHalted('not-allowed')) };
  await runMove(refusing, target);
  expect(await row(here.db)).toMatchObject({ state: 'failed', problem: 'not-allowed' });
  await runMove(host, target);
  expect(await row(here.db)).toMatchObject({ state: 'done', problem: null });
  expect((await row(here.db))?.result?.differences).toEqual([]);
});

it('K16 moved again by an account that signed in anew, or back from another inbox, what the team did since stays', async () => {
  const [here, there] = [await worked(), await hubOf()];
  const host = there.host(here.db);
  await runMove(host, target);
  const conversation = (subject: string) => there.hub.store.all('conversations').find((one) => one.subject === subject);
  const of = (subject: string) => ({ conversationId: conversation(subject)?.id ?? '' });
  await there.hub.act(2, 'closeConversation', of('Borde'));
  await there.hub.act(2, 'assignConversation', { ...of('Stole'), ownerId: null });
  await there.client.sync();
  const left = () => [conversation('Borde')?.status, conversation('Stole')?.ownerId];

  const anew = { ...target, to: 'signed in anew' };
  await runMove(host, anew);
  expect(left()).toEqual(['closed', null]);
  expect((await row(here.db))?.result).toMatchObject({
    whole: true,
    differences: expect.arrayContaining([{ kind: 'state', subject: 'Borde', count: 1 }]),
  });

  // Into another inbox by mistake, which takes nothing, and back.
  const elsewhere = { ...anew, inboxId: id(11), inboxName: 'Lager' };
  await runMove({ ...host, states: async () => Promise.reject(new MoveHalted('no-inbox')) }, elsewhere);
  expect(await row(here.db)).toMatchObject({ state: 'failed', inboxId: id(11), upTo: 0 });
  await chooseAnew(here.db);
  expect(await row(here.db)).toMatchObject({ state: 'choosing', problem: null });
  await here.comment('Billeder', 'Et til');
  await runMove(host, anew);
  expect(left()).toEqual(['closed', null]);
  // What was done here since goes along all the same.
  expect(there.seen().find(({ thread }) => thread[0] === 'Billeder')?.messages).toContain('comment internal Et til ');
});

it('K16 gone on with by an account that signed in anew, half of it through: what somebody did there meanwhile stays, what never came there comes', async () => {
  const [here, there] = [await worked(), await hubOf()];
  const host = there.host(here.db);
  // Its acts are there, and it ends before it is through.
  const stopped: MoveHost = {
    ...host,
    pause: async (ms) => {
      if ((await row(here.db))?.step === 'checking') await stopMove(here.db);
      await host.pause(ms);
    },
  };
  await runMove(stopped, target);
  expect(await row(here.db)).toMatchObject({ state: 'stopped', upTo: 0 });
  const conversation = (subject: string) => there.hub.store.all('conversations').find((one) => one.subject === subject);
  const of = (subject: string) => ({ conversationId: conversation(subject)?.id ?? '' });
  expect(conversation('Stole')?.ownerId).toBe(id(2));
  const ticketId = conversation('Lamper')?.ticketId ?? '';
  await there.hub.act(3, 'closeConversation', of('Borde'));
  await there.hub.act(2, 'assignConversation', { ...of('Stole'), ownerId: null });
  await there.hub.act(3, 'reopenTicket', { ticketId });
  await there.hub.act(3, 'restoreConversation', of('Tasker'));
  await there.client.sync();
  const left = () => [
    conversation('Borde')?.status,
    conversation('Stole')?.ownerId,
    conversation('Tasker')?.trashed,
    there.hub.store.all('tickets').find((ticket) => ticket.id === ticketId)?.status,
  ];
  const asLeft = ['closed', null, null, 'open'];
  expect(left()).toEqual(asLeft);
  // What is done here after that run began goes along.
  await mutate(here.db, 'reopenConversation', { conversationId: here.of('Billeder') });
  await here.comment('Billeder', 'Et til');

  const anew = { ...target, to: 'signed in anew' };
  // Stopped once more on its way, it knows it still.
  await runMove({ ...host, nudge: () => void stopMove(here.db) }, anew);
  await runMove(host, anew);
  expect(left()).toEqual(asLeft);
  expect(conversation('Billeder')?.status).toBe('open');
  expect(there.seen().find(({ thread }) => thread[0] === 'Billeder')?.messages).toContain('comment internal Et til ');
  expect((await row(here.db))?.result).toMatchObject({ whole: true });
});

it('K16 gone on with by an account that signed in anew, whose acts went with the old one: all of them are done', async () => {
  const [here, there] = [await worked(), await hubOf()];
  const host = there.host(here.db);
  await runMove({ ...host, nudge: () => void stopMove(here.db) }, target);
  expect(await row(here.db)).toMatchObject({ state: 'stopped', step: 'threads' });
  await there.client.db.outbox.clear();
  const signedIn = new SmallClient(there.hub, 2);
  open.push(signedIn.db);
  await signedIn.sync();
  const anew: MoveHost = {
    ...host,
    hub: signedIn.db,
    pause: async () => {
      await signedIn.sync();
    },
  };
  await runMove(anew, { ...target, to: 'signed in anew' });
  expect((await row(here.db))?.result).toMatchObject({ whole: true, differences: [] });
});

it('ALL-6 K16 taken back from an archive it still knows what it moved where, and what the team did since stays', async () => {
  const [here, there] = [await worked(), await hubOf()];
  await runMove(there.host(here.db), target);
  const borde = { conversationId: there.hub.store.all('conversations').find((one) => one.subject === 'Borde')?.id ?? '' };
  await there.hub.act(2, 'closeConversation', borde);
  await there.client.sync();

  const desk = new ArchiveDesk();
  const account = { id: newId(), agentName: 'Ida', email: 'ida@firma.example', createdAt: 1, lastOpenedAt: 1 };
  const { archive: file } = await desk.out(here.db, { ...account, kind: 'local', agentId: (await me(here.db))?.agentId ?? '' });
  await desk.opened(await desk.back(file), async (restored) => {
    // An inbox is chosen anew: the account it ran with is of the device, and gone with a reset.
    expect(await row(restored)).toMatchObject({ state: 'choosing', to: '', inboxId: target.inboxId, cursor: null, result: null });
    const [chat] = await restored.conversations.filter(({ subject }) => subject === 'Billeder').toArray();
    const words = { messageId: newId(), conversationId: chat?.id ?? '', text: 'Et til', html: '', mentions: [], attachments: [], draftId: null };
    await mutate(restored, 'addComment', words);
    await runMove(there.host(restored), { ...target, to: 'signed in anew' });
    expect((await row(restored))?.result).toMatchObject({ whole: true });
  });
  expect(there.hub.store.all('conversations').find(({ id: one }) => one === borde.conversationId)?.status).toBe('closed');
  expect(there.seen().find(({ thread }) => thread[0] === 'Billeder')?.messages).toContain('comment internal Et til ');
  await desk.close();
});

it('ALL-6 K16 taken back from an archive half moved, it goes on: what somebody did there meanwhile stays, what never came there comes, nothing twice', async () => {
  const [here, there] = [await worked(), await hubOf()];
  const host = there.host(here.db);
  const stopped: MoveHost = {
    ...host,
    pause: async (ms) => {
      if ((await row(here.db))?.step === 'checking') await stopMove(here.db);
      await host.pause(ms);
    },
  };
  await runMove(stopped, target);
  expect(await row(here.db)).toMatchObject({ state: 'stopped', upTo: 0 });
  const before = there.seen();
  const conversation = (subject: string) => there.hub.store.all('conversations').find((one) => one.subject === subject);
  const of = (subject: string) => ({ conversationId: conversation(subject)?.id ?? '' });
  await there.hub.act(3, 'closeConversation', of('Borde'));
  await there.hub.act(2, 'assignConversation', { ...of('Stole'), ownerId: null });
  await there.hub.act(3, 'restoreConversation', of('Tasker'));
  await there.client.sync();
  const left = () => [conversation('Borde')?.status, conversation('Stole')?.ownerId, conversation('Tasker')?.trashed];

  const desk = new ArchiveDesk();
  const account = { id: newId(), agentName: 'Ida', email: 'ida@firma.example', createdAt: 1, lastOpenedAt: 1 };
  const { archive: file } = await desk.out(here.db, { ...account, kind: 'local', agentId: (await me(here.db))?.agentId ?? '' });
  await desk.opened(await desk.back(file), async (restored) => {
    const [chat] = await restored.conversations.filter(({ subject }) => subject === 'Billeder').toArray();
    const conversationId = chat?.id ?? '';
    await mutate(restored, 'reopenConversation', { conversationId });
    const words = { messageId: newId(), conversationId, text: 'Et til', html: '', mentions: [], attachments: [], draftId: null };
    await mutate(restored, 'addComment', words);
    await runMove(there.host(restored), { ...target, to: 'signed in anew' });
    expect((await row(restored))?.result).toMatchObject({ whole: true });
  });
  expect(left()).toEqual(['closed', null, null]);
  expect(conversation('Billeder')?.status).toBe('open');
  const added = 'comment internal Et til ';
  const messages = (seen: typeof before) => seen.map((thread) => thread.messages.filter((message) => message !== added));
  expect(messages(there.seen())).toEqual(messages(before));
  expect(there.seen().find(({ thread }) => thread[0] === 'Billeder')?.messages).toContain(added);
  await desk.close();
});

/** A workspace with one more thing done in it, moved; what the hub has of it is asked for then. */
async function movedWith(work: (here: Awaited<ReturnType<typeof worked>>) => Promise<unknown>) {
  const [here, there] = [await worked(), await hubOf()];
  const done = async (what: ReturnType<typeof mutate>) => expect((await what).refused).toBeUndefined();
  await work(here);
  await runMove(there.host(here.db), target);
  const again = async () => {
    await there.client.sync();
    await runMove(there.host(here.db), target);
    return (await row(here.db))?.result;
  };
  const conversation = (subject: string) => there.hub.store.all('conversations').find((one) => one.subject === subject);
  const ticket = (subject: string) => there.hub.store.all('tickets').find(({ id }) => id === conversation(subject)?.ticketId);
  return { here, there, done, again, conversation, ticket, result: (await row(here.db))?.result };
}

const ticketOf = async (db: SamtaleDatabase, subject: string) =>
  (await db.conversations.filter((one) => one.subject === subject).first())?.ticketId ?? '';
const addTicket = (here: Awaited<ReturnType<typeof worked>>, subject: string, more: object = {}) =>
  mutate(here.db, 'createTicket', { conversationId: here.of(subject), ticketId: newId(), name: 'Ny sag', ...more });

it('K16 THR-15 a snoozed conversation is snoozed there, until the same time, and woken here it wakes there', async () => {
  const until = 1_900_000_000_000;
  const snooze = (subject: string, time: number | null) => (here: Awaited<ReturnType<typeof worked>>) =>
    mutate(here.db, 'snoozeConversation', { conversationId: here.of(subject), until: time });
  const moved = await movedWith(async (here) => [await snooze('Stole', until)(here), await snooze('Borde', null)(here)]);
  expect(moved.conversation('Stole')?.snoozed).toEqual({ until, by: id(2) });
  expect(moved.conversation('Borde')?.snoozed).toEqual({ until: null, by: id(2) });
  expect(moved.result).toMatchObject({ whole: true, differences: [] });
  await moved.done(mutate(moved.here.db, 'endSnooze', { conversationId: moved.here.of('Stole') }));
  await moved.there.hub.act(2, 'endSnooze', { conversationId: moved.conversation('Borde')?.id ?? '' });
  const result = await moved.again();
  expect(moved.conversation('Stole')?.snoozed).toBeUndefined();
  // What was done there meanwhile is not turned back, but named.
  expect(moved.conversation('Borde')?.snoozed).toBeUndefined();
  expect(result).toMatchObject({ whole: true, differences: [{ kind: 'snooze', subject: 'Borde', count: 1 }] });
});

it('K16 TKT-8 a ticket stands in its stage there, a closed one too, and goes along when it is moved on here', async () => {
  const moved = await movedWith(async (here) => {
    await addTicket(here, 'Stole', { stage: 'waiting-on-us' });
    await addTicket(here, 'Borde');
    await mutate(here.db, 'setTicketStage', { ticketId: await ticketOf(here.db, 'Borde'), stage: 'waiting-on-contact' });
    await mutate(here.db, 'closeTicket', { ticketId: await ticketOf(here.db, 'Borde') });
  });
  expect(moved.ticket('Stole')).toMatchObject({ stage: 'waiting-on-us', status: 'open' });
  expect(moved.ticket('Borde')).toMatchObject({ stage: 'closed', status: 'closed', openStage: 'waiting-on-contact' });
  expect(moved.result).toMatchObject({ whole: true, differences: [] });
  const { db } = moved.here;
  await moved.done(mutate(db, 'setTicketStage', { ticketId: await ticketOf(db, 'Stole'), stage: 'waiting-on-contact' }));
  await moved.done(mutate(db, 'reopenTicket', { ticketId: await ticketOf(db, 'Borde') }));
  expect(await moved.again()).toMatchObject({ whole: true, differences: [] });
  expect(moved.ticket('Stole')).toMatchObject({ stage: 'waiting-on-contact', status: 'open' });
  expect(moved.ticket('Borde')).toMatchObject({ stage: 'waiting-on-contact', status: 'open' });
  expect(moved.conversation('Borde')?.status).toBe('open');
  await moved.there.hub.act(2, 'setTicketStage', { ticketId: moved.ticket('Stole')?.id ?? '', stage: 'new' });
  expect(await moved.again()).toMatchObject({ whole: true, differences: [{ kind: 'stage', subject: 'Stole', count: 1 }] });
  expect(moved.ticket('Stole')?.stage).toBe('new');
});

it('K16 TKT-8 a stage of one’s own is found there by its name; where there is none it is named', async () => {
  const stage = { do: 'add' as const, name: 'Leveret', state: 'open' as const };
  const [here, there] = [await worked(), await hubOf()];
  const inboxId = (await here.db.inboxes.toArray())[0]?.id ?? '';
  const [delivered, odd, theirs] = [newId(), newId(), newId()];
  await mutate(here.db, 'changeStages', { inboxId, change: { ...stage, stageId: delivered } });
  await mutate(here.db, 'changeStages', { inboxId, change: { ...stage, name: 'Pakket', stageId: odd } });
  await there.hub.act('host', 'changeStages', { inboxId: id(10), change: { ...stage, name: 'leveret ', stageId: theirs } });
  await addTicket(here, 'Stole', { stage: delivered });
  await addTicket(here, 'Borde', { stage: odd });
  await runMove(there.host(here.db), target);
  const stages = there.hub.store.all('tickets').map((ticket) => ticket.stage);
  expect(stages.sort()).toEqual([theirs, 'closed', 'new'].sort());
  expect((await row(here.db))?.result).toMatchObject({ whole: true, differences: [{ kind: 'stage', subject: 'Borde', count: 1 }] });
});

it('K16 TKT-2 what was said of a ticket since goes along when moved again', async () => {
  const moved = await movedWith((here) => addTicket(here, 'Stole', { description: 'Seks', priority: 'high', category: 'Møbler' }));
  expect(moved.ticket('Stole')).toMatchObject({ name: 'Ny sag', description: 'Seks', priority: 'high', category: 'Møbler', ownerId: id(2) });
  const { db } = moved.here;
  const change = { ticketId: await ticketOf(db, 'Stole'), name: 'Stole til messen', priority: null, description: 'Otte', ownerId: null };
  await moved.done(mutate(db, 'updateTicket', change));
  expect(await moved.again()).toMatchObject({ whole: true, differences: [] });
  expect(moved.ticket('Stole')).toMatchObject({ name: 'Stole til messen', description: 'Otte', category: 'Møbler', ownerId: null });
  expect(moved.ticket('Stole')?.priority).toBeUndefined();
  await moved.there.hub.act(2, 'updateTicket', { ticketId: moved.ticket('Stole')?.id ?? '', name: 'Stole, solgt' });
  expect(await moved.again()).toMatchObject({ whole: true, differences: [{ kind: 'ticket', subject: 'Stole', count: 1 }] });
  expect(moved.ticket('Stole')?.name).toBe('Stole, solgt');
});

it('K16 TKT-1 two conversations on one ticket are on one there', async () => {
  const moved = await movedWith(async (here) => {
    await addTicket(here, 'Stole');
    await mutate(here.db, 'linkTicket', { conversationId: here.of('Borde'), ticketId: await ticketOf(here.db, 'Stole') });
  });
  expect(moved.ticket('Borde')).toEqual(moved.ticket('Stole'));
  expect(moved.ticket('Borde')?.name).toBe('Ny sag');
  expect(moved.result).toMatchObject({ whole: true, differences: [], counts: { tickets: { here: 2, there: 2 } } });
});

it('K16 a ticket that is not there keeps what is here from being offered for deletion', async () => {
  const moved = await movedWith((here) => addTicket(here, 'Stole'));
  // Blocked there, and its ticket is deleted with it (D6).
  await moved.there.hub.act(2, 'blockSender', { conversationId: moved.conversation('Stole')?.id ?? '', ruleId: newId() });
  const kinds = (await moved.again())?.differences.map(({ kind }) => kind);
  expect(kinds?.sort()).toEqual(['state', 'ticket-missing']);
  expect((await row(moved.here.db))?.result?.whole).toBe(false);
});

it('K16 VIEW-9 D14 who is blocked, refused or always let through is so there; a rule of the team stays, and is named', async () => {
  const [here, there] = [await worked(), await hubOf()];
  const workspaceId = (await me(here.db))?.workspaceId ?? '';
  const rule = (kind: 'allow' | 'deny' | 'block', pattern: string) =>
    mutate(here.db, 'setSenderRule', { ruleId: newId(), workspaceId, kind, pattern });
  await mutate(here.db, 'blockSender', { conversationId: here.of('Stole'), ruleId: newId() });
  await rule('deny', '@reklame.example');
  await rule('allow', 'ven@kunde.example');
  await rule('deny', 'hold@kunde.example');
  await there.hub.act(2, 'setSenderRule', { ruleId: newId(), workspaceId: id(1), kind: 'allow', pattern: 'hold@kunde.example' });
  await runMove(there.host(here.db), target);
  const rules = () =>
    there.hub.store
      .all('senderRules')
      .map(({ kind, pattern }) => `${kind} ${pattern}`)
      .sort();
  const all = ['allow hold@kunde.example', 'allow ven@kunde.example', 'block kari1@kunde.example', 'deny @reklame.example'];
  expect(rules()).toEqual(all);
  const stole = there.hub.store.all('conversations').find(({ subject }) => subject === 'Stole');
  expect(stole?.spam).toMatchObject({ reason: 'blocked-sender', rule: 'kari1@kunde.example' });
  expect((await row(here.db))?.result).toMatchObject({
    whole: true,
    differences: [{ kind: 'sender-rule', subject: 'hold@kunde.example', count: 1 }],
  });
  // What was decided about them since goes along; what the team decided meanwhile stays.
  await mutate(here.db, 'unblockSender', { conversationId: here.of('Stole') });
  await rule('block', '@reklame.example');
  const ven = there.hub.store.all('senderRules').find(({ pattern }) => pattern === 'ven@kunde.example');
  await there.hub.act(2, 'removeSenderRule', { ruleId: ven?.id ?? '' });
  await runMove(there.host(here.db), target);
  expect(rules()).toEqual(['allow hold@kunde.example', 'block @reklame.example']);
  expect(there.hub.store.all('conversations').find(({ subject }) => subject === 'Stole')?.spam).toBeNull();
});

it('K16 THR-16 THR-18 what it is tagged with and whether one follows it are so there; what was changed there since is named', async () => {
  const moved = await movedWith(async (here) => {
    const conversationId = here.of('Borde');
    await mutate(here.db, 'tagConversation', { conversationId, tagId: newId(), name: 'VIP' });
    await mutate(here.db, 'followConversation', { conversationId });
  });
  expect(moved.result).toMatchObject({ whole: true, differences: [] });
  const { id: conversationId = '', tags: [tagId = ''] = [] } = moved.conversation('Borde') ?? {};
  await moved.there.hub.act(2, 'untagConversation', { conversationId, tagId });
  await moved.there.hub.act(2, 'unfollowConversation', { conversationId });
  const differences = [
    { kind: 'followed', subject: 'Borde', count: 1 },
    { kind: 'tags', subject: 'Borde', count: 1 },
  ];
  expect(await moved.again()).toMatchObject({ whole: true, differences });
});

it('K16 THR-21 how far one has read, and what one wants to look at again, is so there', async () => {
  const seenAt = Date.UTC(2026, 2, 1, 9);
  const moved = await movedWith((here) => mutate(here.db, 'setReadMark', { conversationId: here.of('Stole'), seenAt, unread: true }));
  const mark = () => moved.there.hub.store.all('readMarks').find(({ conversationId }) => conversationId === moved.conversation('Stole')?.id);
  expect(mark()).toMatchObject({ seenAt, unread: true });
  expect(moved.result).toMatchObject({ whole: true, differences: [] });
  await moved.done(mutate(moved.here.db, 'setReadMark', { conversationId: moved.here.of('Stole'), seenAt: seenAt + 5 }));
  expect(await moved.again()).toMatchObject({ whole: true, differences: [] });
  expect(mark()).toMatchObject({ seenAt: seenAt + 5 });
  expect(mark()?.unread).toBeUndefined();
});

it('K16 RPL-8 a draft that was written on since goes along; written on there as well, both texts are there', async () => {
  const moved = await movedWith(async () => undefined);
  const [draft] = await moved.here.db.drafts.toArray();
  const write = async (html: string) => {
    const one = await moved.here.db.drafts.get(draft?.id ?? '');
    if (!one) throw new Error('no draft');
    const { id: draftId, conversationId, revision: basedOn, content } = one;
    await moved.done(mutate(moved.here.db, 'saveDraft', { draftId, forkId: newId(), conversationId, basedOn, content: { ...content, html } }));
  };
  await write('<p>Helt skrevet</p>');
  await moved.again();
  expect(moved.there.drafts()).toEqual(['<p>Helt skrevet</p>']);
  await write('<p>Skrevet om</p>');
  expect(await moved.again()).toMatchObject({ whole: true, differences: [] });
  expect(moved.there.drafts().sort()).toEqual(['<p>Helt skrevet</p>', '<p>Skrevet om</p>']);
});

it('K16 one that is nobody’s any more here is nobody’s there', async () => {
  const moved = await movedWith(async () => undefined);
  expect(moved.conversation('Stole')?.ownerId).toBe(id(2));
  await moved.done(mutate(moved.here.db, 'assignConversation', { conversationId: moved.here.of('Stole'), ownerId: null }));
  await moved.again();
  expect(moved.conversation('Stole')?.ownerId).toBeNull();
});

class Killed extends Error {}

/** The page is closed at the n-th thing it does: nothing of it happens any more, not even its tidying up. */
function mortal(host: MoveHost, life: number): { host: MoveHost; bury(): void } {
  let left = life;
  let buried = false;
  const step = () => {
    left -= 1;
    if (!buried && left < 0) throw new Killed();
  };
  const hooked = [host.hub.outbox, host.hub.files, host.local.meta] as const;
  for (const table of hooked) {
    table.hook('creating', step);
    table.hook('updating', step);
  }
  const bury = () => {
    buried = true;
    for (const table of hooked) {
      table.hook('creating').unsubscribe(step);
      table.hook('updating').unsubscribe(step);
    }
  };
  const dies =
    <Args extends unknown[], T>(work: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      step();
      const answer = await work(...args);
      // Or after it was heard there and before it is known here.
      step();
      return answer;
    };
  return { host: { ...host, send: dies(host.send), states: dies(host.states), pause: dies(host.pause) }, bury };
}

it('K16 F11 killed at any step and begun again, nothing is lost and nothing doubled', { timeout: 120_000 }, async () => {
  // Each kill is told as the fault it is.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const whole = await hubOf();
  await runMove(whole.host((await worked()).db), target);
  for (let n = 0; n < 4; n++) {
    const random = new SeededRandom(Number(process.env.TEST_SEED ?? 1) + n);
    const [here, there] = [await worked(), await hubOf()];
    let killed = 0;
    while ((await row(here.db))?.state !== 'done') {
      const { host, bury } = mortal(there.host(here.db), random.int(1, 25 + 10 * killed));
      await runMove(host, target).catch(() => undefined);
      bury();
      await mendMove(here.db);
      killed += 1;
    }
    expect(there.seen(), `seed ${random.seed}, killed ${killed} times`).toEqual(whole.seen());
    expect(there.drafts()).toEqual(whole.drafts());
    expect((await row(here.db))?.result, `seed ${random.seed}`).toMatchObject({
      whole: true,
      differences: [],
      counts: { comments: { here: 3, there: 3 } },
    });
    expect(killed).toBeGreaterThan(2);
  }
});
