import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Contact } from '../../domain/model/contact';
import type { Conversation } from '../../domain/model/conversation';
import type { Message } from '../../domain/model/message';
import { acceptMail } from '../../server/channels/email/accept-mail';
import { IncomingProcessor } from '../../server/channels/email/incoming-processor';
import { IncomingQueue } from '../../server/channels/email/incoming-queue';
import { MailParser } from '../../server/channels/email/mail-parser';
import type { HubDatabase } from '../../server/db/database';
import { DrizzleHubStore } from '../../server/db/drizzle-hub-store';
import { migrate } from '../../server/db/migrate';
import { openPostgres } from '../../server/db/open-postgres';
import { type PrivatePostgres, startPrivatePostgres } from '../support/private-postgres';
import { channelRow, inboxRow, workspaceId, write } from '../support/rows';
import { until } from './until';

let server: PrivatePostgres;
let databases: HubDatabase[] = [];
const bytes = new Map<string, Uint8Array>();
const files = {
  put: async (hash: string, raw: Uint8Array) => void bytes.set(hash, raw),
  putAll: async (many: readonly { hash: string; bytes: Uint8Array }[]) => {
    for (const file of many) bytes.set(file.hash, file.bytes);
  },
  find: async (hash: string) => bytes.get(hash),
};
const reports: string[] = [];

/** A parser that holds mails with this in them until they are let go: a mail that takes long to read. */
class SlowParser extends MailParser {
  readonly held: string[] = [];
  private letGo: (() => void)[] = [];
  constructor(private readonly slow: string) {
    super();
  }

  override async read(...args: Parameters<MailParser['read']>) {
    if (this.slow && Buffer.from(args[0]).includes(this.slow)) {
      this.held.push(this.slow);
      await new Promise<void>((resolve) => this.letGo.push(resolve));
    }
    return super.read(...args);
  }

  release() {
    for (const go of this.letGo.splice(0)) go();
  }
}

/** One hub's way in for mail: its own connections, its own parser, on the database both share. */
function hub(n: number, slow = '') {
  const database = databases[n];
  if (!database) throw new Error('no database');
  const parser = new SlowParser(slow);
  const queue = new IncomingQueue(database.db);
  const store = new DrizzleHubStore(database.db, () => 'epoch');
  const work = new IncomingProcessor({
    queue,
    store,
    files,
    parser,
    sign: () => new Uint8Array(32),
    now: Date.now,
    report: (problem) => reports.push(problem),
  });
  const close = async () => {
    await work.close();
    await parser.close();
  };
  return { queue, work, parser, close };
}

beforeAll(async () => {
  server = await startPrivatePostgres();
  const url = await server.createDatabase('mail');
  databases = [1, 2].map(() => openPostgres(url, (fault) => reports.push(String(fault))));
  const [first] = databases;
  if (!first) throw new Error('no database');
  await migrate(first.db);
  await new DrizzleHubStore(first.db, () => 'epoch').transaction('all', (transaction) =>
    transaction.commit([
      write('workspaces', { id: workspaceId, space: `workspace:${workspaceId}`, name: 'Havnegaard' }),
      write('inboxes', inboxRow(10)),
      write('inboxes', inboxRow(11)),
      write('channels', channelRow(30, 10, 'salg@firma.dk')),
      write('channels', channelRow(31, 11, 'support@firma.dk')),
    ]),
  );
});
beforeEach(() => {
  reports.length = 0;
});
afterAll(async () => {
  for (const database of databases) await database.close();
  await server.stop();
});

interface Words {
  subject: string;
  id?: string;
  references?: string[];
  from?: string;
  to?: string;
}
async function accept({ subject, id = `<${v7()}@kunde.dk>`, references = [], from = 'bo@kunde.dk', to = 'salg@firma.dk' }: Words) {
  const head = [
    `From: ${from}`,
    `Subject: ${subject}`,
    `Message-ID: ${id}`,
    'Date: Sat, 21 Nov 2026 10:00:00 +0100',
    ...(references.length > 0 ? [`References: ${references.join('\r\n ')}`] : []),
  ];
  const channel = to === 'salg@firma.dk' ? channelRow(30, 10, to) : channelRow(31, 11, to);
  const recipients = [{ address: to, channel, workspaceId }];
  const [database] = databases;
  if (!database) throw new Error('no database');
  const queue = new IncomingQueue(database.db);
  await acceptMail({ raw: Buffer.from(`${head.join('\r\n')}\r\n\r\nHej`), envelopeFrom: from, recipients }, { files, queue, now: Date.now });
  return id;
}
async function docs<T>(table: string, field: string, values: string[]): Promise<T[]> {
  const found = await databases[0]?.query(`select doc from ${table} where not deleted and doc->>'${field}' = any($1) order by doc->>'receivedAt'`, [
    values,
  ]);
  return (found?.rows ?? []).map(({ doc }) => doc as T);
}
const messages = (...subjects: string[]) => docs<Message>('messages', 'subject', subjects);

it('THR-1 two hubs take two mails of one thread at once: the answer waits for the mail it answers, and lands in its conversation', async () => {
  const [one, other] = [hub(0, 'Slow question'), hub(1)];
  const question = await accept({ subject: 'Slow question' });
  const slow = one.work.nudge();
  await until(() => one.parser.held.length > 0, 'the question to be read');
  await accept({ subject: 'Quick answer', references: [question] });
  await accept({ subject: 'Something else' });
  await other.work.nudge();
  // What belongs to no thread goes on meanwhile.
  expect((await messages('Slow question', 'Quick answer', 'Something else')).map(({ subject }) => subject)).toEqual(['Something else']);

  one.parser.release();
  await slow;
  await Promise.all([one.close(), other.close()]);
  const thread = await messages('Slow question', 'Quick answer');
  expect(thread.map(({ subject }) => subject)).toEqual(['Slow question', 'Quick answer']);
  expect(new Set(thread.map(({ conversationId }) => conversationId)).size).toBe(1);
  const [conversation] = await docs<Conversation>('conversations', 'subject', ['Slow question']);
  expect(conversation?.messageCount).toBe(2);
  expect(reports).toEqual([]);
});

it('I12 an answer waits no longer for a mail that is put aside than for one at work', async () => {
  const work = hub(0);
  const lost = await accept({ subject: 'Put aside' });
  const mail = await work.queue.claim(Date.now());
  await work.queue.tryAgain(mail?.id ?? '', Date.now() + 3_600_000, 'not today');
  await accept({ subject: 'Goes on', references: [lost] });
  await work.work.nudge();
  await work.close();
  expect(await messages('Goes on')).toHaveLength(1);
  await work.queue.done(mail?.id ?? '', null);
});

it('K4 many mails at two hubs at once: each answer in its thread, counted once; one contact a sender; the same mail once', async () => {
  const questions = await Promise.all(Array.from({ length: 4 }, (_, n) => accept({ subject: `Thread ${n}`, from: 'ida@kunde.dk' })));
  for (let round = 0; round < 5; round++)
    await Promise.all(questions.map((id, n) => accept({ subject: `Answer to ${n}`, references: [id], from: 'ida@kunde.dk' })));
  const twice = await accept({ subject: 'Twice', from: 'ida@kunde.dk' });
  await accept({ subject: 'Twice', id: twice, from: 'ida@kunde.dk' });
  await accept({ subject: 'To the other inbox', from: 'ida@kunde.dk', to: 'support@firma.dk' });
  const hubs = [hub(0), hub(1)];
  await Promise.all(hubs.map(({ work }) => work.nudge()));
  await Promise.all(hubs.map(({ work }) => work.nudge()));
  await Promise.all(hubs.map(({ close }) => close()));

  for (const [n] of questions.entries()) {
    const thread = await messages(`Thread ${n}`, `Answer to ${n}`);
    expect(thread).toHaveLength(6);
    expect(new Set(thread.map(({ conversationId }) => conversationId)).size).toBe(1);
    expect((await docs<Conversation>('conversations', 'subject', [`Thread ${n}`]))[0]?.messageCount).toBe(6);
  }
  expect(await messages('Twice')).toHaveLength(1);
  expect((await docs<Contact>('contacts', 'name', ['ida@kunde.dk'])).map(({ emails }) => emails)).toEqual([['ida@kunde.dk']]);
  expect(reports).toEqual([]);
});
