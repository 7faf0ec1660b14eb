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
const files = { put: async (hash: string, raw: Uint8Array) => void bytes.set(hash, raw), find: async (hash: string) => bytes.get(hash) };
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
        hasFile: (hash) => transaction.hasFile(hash),
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

describe('the queue', () => {
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
