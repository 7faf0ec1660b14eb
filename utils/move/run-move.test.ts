import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { readMail } from '../../server/channels/email/read-mail';
import type { MovedMail } from '../../sync/move-protocol';
import { SeededRandom } from '../../tests/simulation/seeded-random';
import { channelRow, id, write } from '../../tests/support/rows';
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
import { mendMove, runMove, stopMove } from './run-move';

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
  await hub.commit([write('channels', channelRow(30, 10, 'salg@firma.dk'))]);
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
  /** All that can be seen of it, without ids and times. */
  const seen = () => {
    const all = hub.store.all('messages');
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

  const before = there.seen();
  await runMove(there.host(here.db), target);
  expect(there.seen()).toEqual(before);
  // What the team did since stays; what was done here since goes along.
  await there.hub.act(2, 'reopenConversation', {
    conversationId: there.hub.store.all('conversations').find(({ subject }) => subject === 'Billeder')?.id ?? '',
  });
  await here.comment('Borde', 'Et til');
  await runMove(there.host(here.db), target);
  const after = there.seen();
  expect(after.find(({ thread }) => thread[0] === 'Billeder')?.thread[1]).toBe('open');
  expect(after.find(({ thread }) => thread[0] === 'Borde')?.messages).toContain('comment internal Et til ');
  expect((await row(here.db))?.result).toMatchObject({ whole: true, differences: [{ kind: 'state', subject: 'Billeder', count: 1 }] });
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
