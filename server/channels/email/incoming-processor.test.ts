import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../domain/model/message';
import { freshPGlite } from '../../../tests/support/pglite-snapshot';
import { channelRow, id, inboxRow, workspaceId, write } from '../../../tests/support/rows';
import type { HubDatabase } from '../../db/database';
import { DrizzleHubStore } from '../../db/drizzle-hub-store';
import type { HubStore } from '../../sync/hub-store';
import { acceptMail } from './accept-mail';
import { IncomingProcessor } from './incoming-processor';
import { IncomingQueue } from './incoming-queue';
import { incomingMails } from './incoming-schema';
import { MailParser } from './mail-parser';

let database: HubDatabase;
let store: DrizzleHubStore;
let queue: IncomingQueue;
const parser = new MailParser();
const bytes = new Map<string, Uint8Array>();
const files = {
  put: async (hash: string, raw: Uint8Array) => void bytes.set(hash, raw),
  putAll: async (many: readonly { hash: string; bytes: Uint8Array }[]) => {
    for (const file of many) bytes.set(file.hash, file.bytes);
  },
  find: async (hash: string) => bytes.get(hash),
};
const clock = { now: 1_800_000_000_000 };
const now = () => clock.now;

beforeAll(async () => {
  database = await freshPGlite();
  store = new DrizzleHubStore(database.db, () => 'epoch');
  queue = new IncomingQueue(database.db);
  await store.transaction('all', (transaction) =>
    transaction.commit([
      write('workspaces', { id: workspaceId, space: `workspace:${workspaceId}`, name: 'Havnegaard' }),
      write('inboxes', inboxRow(10)),
      write('channels', channelRow(30, 10, 'salg@firma.dk')),
    ]),
  );
});
beforeEach(() => database.db.delete(incomingMails));
afterAll(async () => {
  await parser.close();
  await database.close();
});

const accept = async (subject: string) => {
  clock.now += 1000;
  const recipients = [{ address: 'salg@firma.dk', channel: channelRow(30, 10, 'salg@firma.dk'), workspaceId }];
  await acceptMail(
    { raw: Buffer.from(`From: bo@kunde.dk\r\nSubject: ${subject}\r\n\r\nHej`), envelopeFrom: 'bo@kunde.dk', recipients },
    { files, queue, now },
  );
};
const processor = (over: HubStore = store, reports: string[] = []) =>
  new IncomingProcessor({ queue, store: over, files, parser, sign: () => new Uint8Array(32), now, report: (problem) => reports.push(problem) });

async function messages(): Promise<Message[]> {
  const { rows } = await database.query("select doc from messages order by doc->>'receivedAt'");
  return rows.map(({ doc }) => doc as Message);
}

/** A store whose commit falls over messages with a subject, as a rule with a mistake in it would. */
const poisonedBy = (subject: string): HubStore => ({
  epoch: () => store.epoch(),
  isRestored: () => store.isRestored(),
  snapshot: (run) => store.snapshot(run),
  transaction: (scope, run) =>
    store.transaction(scope, (transaction) =>
      run({
        reader: transaction.reader,
        client: (clientId, agentId) => transaction.client(clientId, agentId),
        applied: (clientId, mutationId) => transaction.applied(clientId, mutationId),
        appliedByUuid: (uuid) => transaction.appliedByUuid(uuid),
        recordApplied: (entry) => transaction.recordApplied(entry),
        hasFile: (...args) => transaction.hasFile(...args),
        commit: async (writes) => {
          if (writes.some(({ table, after }) => table === 'messages' && after?.subject === subject)) throw new Error('the rule fell over it');
          await transaction.commit(writes);
        },
      }),
    ),
});

it('S32 a mail the rule falls over is tried three times, then shown as unreadable; the mails around it come in at once', async () => {
  await accept('Before');
  await accept('Poison');
  await accept('After');
  const reports: string[] = [];
  const work = processor(poisonedBy('Poison'), reports);
  await work.nudge();
  expect((await messages()).map(({ subject }) => subject)).toEqual(['Before', 'After']);

  clock.now += 5_000;
  await work.nudge();
  expect(await messages()).toHaveLength(2);
  clock.now += 60_000;
  await work.nudge();
  await work.close();
  const [unreadable, ...more] = (await messages()).filter((message) => message.unreadable !== null);
  expect(more).toEqual([]);
  expect(unreadable).toMatchObject({ unreadable: 'crashed', attachments: [{ name: 'message.eml' }] });
  expect(Buffer.from(bytes.get(unreadable?.rawHash ?? '') ?? []).toString()).toContain('Subject: Poison');
  expect(reports.filter((report) => report.includes('the rule fell over it'))).toHaveLength(3);
});

it('F7 running a mail a second time makes no second message: the process died before it noted that it was done', async () => {
  await accept('Once');
  const work = processor();
  await work.nudge();
  await database.db.update(incomingMails).set({ state: 'waiting', dueAt: 0, tries: 0 });
  await work.nudge();
  await work.close();
  expect((await messages()).filter(({ subject }) => subject === 'Once')).toHaveLength(1);
});

it('a mail that takes the process down each time is shown as unreadable without being read again', async () => {
  await accept('Killer');
  await database.db.update(incomingMails).set({ tries: 3 });
  const work = processor();
  await work.nudge();
  await work.close();
  expect((await messages()).some(({ subject }) => subject === 'Killer')).toBe(false);
  expect((await messages()).filter(({ unreadable }) => unreadable === 'crashed').length).toBeGreaterThan(0);
});

/** As a mailbox's history is fetched. */
const asHistory = () => database.db.update(incomingMails).set({ rank: 1 });
const historyOf = async (...subjects: string[]) => {
  for (const subject of subjects) await accept(subject);
  await asHistory();
};

it('S32 history is taken in many at once, answers with what they answer; one the rule falls over is found, and those around it come in', async () => {
  await historyOf('Older', 'Bad apple', 'Question\r\nMessage-ID: <q@kunde.dk>', 'Answer\r\nReferences: <q@kunde.dk>');
  const reports: string[] = [];
  const work = processor(poisonedBy('Bad apple'), reports);
  await work.nudge();
  await work.close();
  const taken = (await messages()).filter(({ subject }) => ['Older', 'Bad apple', 'Question', 'Answer'].includes(subject));
  expect(taken.map(({ subject }) => subject)).toEqual(['Older', 'Question', 'Answer']);
  expect(new Set(taken.map(({ conversationId }) => conversationId)).size).toBe(2);
  const { rows } = await database.query("select doc->>'messageCount' as count from conversations where doc->>'subject' = 'Question'");
  expect(rows).toEqual([{ count: '2' }]);
  expect(reports.filter((report) => /^4 mails are taken in one by one/.test(report))).toHaveLength(1);
});

it('P13 history goes in with one version for many mails', async () => {
  await historyOf('H1', 'H2', 'H3\r\nMessage-ID: <h3@kunde.dk>', 'H4\r\nReferences: <h3@kunde.dk>');
  const work = processor();
  await work.nudge();
  await work.close();
  const { rows } = await database.query("select distinct version from messages where doc->>'subject' like 'H_'");
  expect(rows).toHaveLength(1);
  expect((await messages()).filter(({ subject }) => /^H\d$/.test(subject))).toHaveLength(4);
});

describe('the queue', () => {
  it('gives out history together, never with today’s mail, with one that was tried before, or with what another process is busy with', async () => {
    await historyOf('Q\r\nMessage-ID: <q2@kunde.dk>', 'A\r\nReferences: <q2@kunde.dk>', 'Apart', 'Last');
    const most = { mails: 10, bytes: 1_000_000 };
    const question = await queue.claim(clock.now);
    const together = await queue.claimHistory(clock.now, most);
    // The answer waits for its question, which somebody else has.
    expect(together).toHaveLength(2);
    expect(together.flatMap(({ refersTo }) => refersTo)).toEqual([]);
    await queue.giveBack([question?.id ?? '', ...together.map(({ id }) => id)], clock.now);
    expect((await queue.claimHistory(clock.now, most)).map(({ tries }) => tries)).toEqual([1, 1, 1, 1]);
    await queue.release(clock.now);
    expect(await queue.claimHistory(clock.now, most)).toEqual([]);
    await database.db.update(incomingMails).set({ tries: 0, dueAt: 0 });
    expect(await queue.claimHistory(clock.now, { ...most, bytes: 140 })).toHaveLength(2);
    await queue.release(clock.now);
    await database.db.update(incomingMails).set({ tries: 0 });
    await accept('Today');
    expect(await queue.claimHistory(clock.now, most)).toEqual([]);
    expect((await queue.claim(clock.now))?.rank).toBe(0);
  });

  it('hands a mail to one process alone, oldest first, and to another when the first is silent for a minute', async () => {
    await accept('One');
    await accept('Two');
    const [first, second, none] = [await queue.claim(clock.now), await queue.claim(clock.now), await queue.claim(clock.now)];
    expect((first?.receivedAt ?? 0) < (second?.receivedAt ?? 0)).toBe(true);
    expect(none).toBeUndefined();
    const again = await queue.claim(clock.now + 60_001);
    expect([again?.id, again?.tries]).toEqual([first?.id, 2]);
  });

  it('I12 lets a process that is alone go on at once with what a dead one was busy with', async () => {
    await accept('Cut short');
    await queue.claim(clock.now);
    expect(await queue.claim(clock.now)).toBeUndefined();
    await queue.release(clock.now);
    expect((await queue.claim(clock.now))?.tries).toBe(2);
  });

  it('keeps nothing of what was done a week ago, and everything that waits', async () => {
    await accept('Done');
    await accept('Waits');
    const done = await queue.claim(clock.now);
    await queue.done(done?.id ?? id(0), null);
    await queue.forgetDoneBefore(clock.now + 60_001);
    const { rows } = await database.query('select state from incoming_mails');
    expect(rows).toEqual([{ state: 'waiting' }]);
  });
});
