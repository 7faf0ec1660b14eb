import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import PgBoss from 'pg-boss';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { openPostgres } from '../../server/db/open-postgres';
import { rowsOf } from '../../server/db/rows-of';
import { jobs } from '../../server/jobs/start-jobs';
import { unpackedExtensionId } from '../../utils/browser/extension-id';
import { HubProcess } from '../e2e/support/hub-process';
import { sendMail } from '../e2e/support/send-mail';
import { FakeSmtpServer } from '../support/fake-smtp-server';
import { type PrivatePostgres, startPrivatePostgres } from '../support/private-postgres';
import { HubAgent } from './hub-agent';
import { until } from './until';

// Whole processes start here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let postgres: PrivatePostgres;
let sink: FakeSmtpServer;
let env: Record<string, string>;
let hubs: HubProcess[] = [];
let folder: string;
/** One at each hub. */
let agents: HubAgent[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samtale-dump-'));
  postgres = await startPrivatePostgres();
  sink = await FakeSmtpServer.start();
  env = { DATABASE_URL: await postgres.createDatabase('hub'), SAMTALE_SMTP_URL: sink.url, SAMTALE_FILES: join(folder, 'files') };
  hubs = await Promise.all([HubProcess.start({ env }), HubProcess.start({ env })]);
  agents = await Promise.all(hubs.map((hub) => HubAgent.signIn(hub.url, hub.invitation)));
});
afterAll(async () => {
  await Promise.all(hubs.map((hub) => hub.stop()));
  await sink.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

function at<T>(list: readonly T[], n: number): T {
  const found = list[n];
  if (!found) throw new Error(`nothing at ${n}`);
  return found;
}
const hubAt = (n: number) => at(hubs, n);
const agentAt = (n: number) => at(agents, n);
const rows = <Row>(database: string, statement: ReturnType<typeof sql>) => {
  const opened = openPostgres(database, () => undefined);
  return rowsOf<Row>(opened.db, statement).finally(() => opened.close());
};

async function conversationAt(hub: HubProcess, agent: HubAgent, subject: string) {
  await sendMail(hub.smtp, { from: 'Bo <bo@kunde.example>', to: 'inbox@samtale.example', subject, text: 'Hello' });
  const find = async () => (await agent.inboxRows()).find((change) => change.table === 'conversations' && change.row?.subject === subject);
  await until(async () => (await find()) !== undefined, `the mail "${subject}"`);
  const found = await find();
  if (found?.table !== 'conversations' || !found.row) throw new Error('no conversation');
  return found.row;
}
const replyTo = (conversation: { id: string; channelId: string | null }, n: number) => ({
  messageId: v7(),
  conversationId: conversation.id,
  channelId: conversation.channelId,
  to: [{ name: 'Bo', address: 'bo@kunde.example' }],
  cc: [],
  bcc: [],
  subject: `Answer ${n}`,
  text: `Answer ${n}`,
  html: `<p>Answer ${n}</p>`,
  attachments: [],
  inReplyTo: null,
  draftId: null,
});

const aComment = (conversationId: string) => ({
  messageId: v7(),
  conversationId,
  text: '',
  html: '',
  mentions: [],
  attachments: [],
  draftId: null,
});

function connect(agent: HubAgent, frames: { type: string }[]): WebSocket {
  const socket = new WebSocket(`${agent.url.replace('http', 'ws')}/sync/socket`, { origin: `chrome-extension://${unpackedExtensionId}` });
  socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', token: agent.token, clientId: agent.clientId })));
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  return socket;
}

describe('two hubs on one PostgreSQL', () => {
  it('make one workspace, though they started at once', async () => {
    expect(await rows(env.DATABASE_URL ?? '', sql`select count(*)::int as n from workspaces`)).toEqual([{ n: 1 }]);
  });

  it('poke across: what happens at one, agents at the other hear of', async () => {
    const [here, there] = [agentAt(0), agentAt(1)];
    const frames: { type: string }[] = [];
    let socket = connect(there, frames);
    // A machine too busy to greet within two seconds is hung up on; the extension comes again, and so do we.
    await until(() => {
      if (socket.readyState === WebSocket.CLOSED) socket = connect(there, frames);
      return frames.some((frame) => frame.type === 'welcome');
    }, 'the welcome');
    await conversationAt(hubAt(0), here, 'Poke');
    await until(() => frames.some((frame) => frame.type === 'poke'), 'the poke');
    socket.close();
  });

  it('VIEW-10 what is deleted for good at one leaves the folder of both at once, unless it came within the hour', async () => {
    const { id: conversationId } = await conversationAt(hubAt(1), agentAt(1), 'Deleted for good');
    const database = env.DATABASE_URL ?? '';
    const [mail] = await rows<{ hash: string }>(
      database,
      sql`update files set at = 0 from messages where doc->>'conversationId' = ${conversationId} and doc->>'rawHash' = hash returning hash`,
    );
    const hash = mail?.hash ?? '';
    const kept = join(env.SAMTALE_FILES ?? '', hash.slice(0, 2), hash);
    expect(existsSync(kept)).toBe(true);
    const acts = ['trashConversation', 'deleteForever'].map((name) => agentAt(0).act(name, { conversationId }));
    expect((await agentAt(0).push(acts)).outcomes.map(({ refused }) => refused)).toEqual([null, null]);
    await until(() => !existsSync(kept), 'the end of its bytes');
    await until(async () => (await rows(database, sql`select 1 from files where hash = ${hash}`)).length === 0, 'the end of their record');
  });

  it('K4 I4 under eight writers, four at each, no pull of either skips a row', async () => {
    const { id: conversationId } = await conversationAt(hubAt(0), agentAt(0), 'Writers');
    const inbox = (await agentAt(0).pull()).spaces.find((space) => space.startsWith('inbox:')) ?? '';
    const written = new Set<string>();
    let writing = true;
    const write = async (w: number) => {
      const device = agentAt(w % 2).another();
      for (let n = 0; n < 20; n++) {
        const acts = [1, 2].map(() => device.act('addComment', { ...aComment(conversationId), text: `${w}-${n}` }));
        const { outcomes } = await device.push(acts);
        expect(outcomes.map(({ refused }) => refused)).toEqual([null, null]);
        for (const { args } of acts) written.add((args as { messageId: string }).messageId);
      }
    };
    const pull = async (p: number) => {
      const device = agentAt(p % 2).another();
      const seen = new Set<string>();
      const cursors: Record<string, number> = { [inbox]: 0 };
      for (let n = p; ; n++) {
        const last = !writing;
        // From one hub to the other and back: a cursor means the same at both.
        const { changes, more } = await device.pull(cursors, hubAt(n % 2).url);
        for (const { space, to, rows } of changes) {
          expect(to).toBeGreaterThanOrEqual(cursors[space] ?? 0);
          cursors[space] = to;
          for (const { id } of rows) seen.add(id);
        }
        if (last && !more) return seen;
      }
    };
    const pullers = [0, 1, 2].map(pull);
    await Promise.all(Array.from({ length: 8 }, (_, w) => write(w)));
    writing = false;
    expect(written.size).toBe(320);
    for (const seen of await Promise.all(pullers)) expect([...written].filter((id) => !seen.has(id))).toEqual([]);
  });

  it('send each mail once', async () => {
    const agent = agentAt(0);
    const conversation = await conversationAt(hubAt(0), agent, 'Once');
    const replies = Array.from({ length: 20 }, (_, n) => agent.act('sendReply', replyTo(conversation, n)));
    expect((await agent.push(replies)).outcomes.every((outcome) => outcome.refused === null)).toBe(true);
    await until(async () => {
      const [left] = await rows<{ n: number }>(env.DATABASE_URL ?? '', sql`select count(*)::int as n from outbound_state where state <> 'sent'`);
      return left?.n === 0;
    }, 'all mails sent');
    const subjects = sink.received.map((mail) => /^Subject: (.*)$/m.exec(mail.raw)?.[1]?.trim());
    expect(subjects.sort()).toEqual(Array.from({ length: 20 }, (_, n) => `Answer ${n}`).sort());
  });

  it('each job is one job for both', async () => {
    const schedules = await rows<{ name: string }>(env.DATABASE_URL ?? '', sql`select name from jobs.schedule order by name`);
    expect(schedules.map((row) => row.name)).toEqual(Object.keys(jobs).sort());
  });

  it('jobs that are due are done by one of them each, once', async () => {
    const database = openPostgres(env.DATABASE_URL ?? '', () => undefined);
    try {
      // Every time a hub takes a job is written down.
      await database.query('create table taken (job uuid)');
      await database.query(
        "create function note_taken() returns trigger language plpgsql as 'begin insert into public.taken values (new.id); return null; end'",
      );
      await database.query(
        "create trigger note_taken after update on jobs.job for each row when (old.state <> 'active' and new.state = 'active') execute function note_taken()",
      );
      const boss = new PgBoss({ db: { executeSql: (text: string, values?: unknown[]) => database.query(text, values) }, schema: 'jobs' });
      const sent = await Promise.all([1, 2].map(() => boss.send('prune-tombstones', {})));
      const open = () => database.query("select id from jobs.job where id = any($1) and state <> 'completed'", [sent]);
      await until(async () => (await open()).rows.length === 0, 'both jobs done');
      const { rows: taken } = await database.query('select job from taken where job = any($1) order by job', [sent]);
      expect(taken.map(({ job }) => job)).toEqual(sent.sort());
    } finally {
      await database.close();
    }
  });
});

it('K12 a restored dump sends nothing by itself', async () => {
  const agent = agentAt(0);
  const conversation = await conversationAt(hubAt(0), agent, 'Dump');
  const epoch = (await agent.pull()).epoch;
  sink.behaviour = { mail: '451 later' };
  expect((await agent.push([agent.act('sendReply', replyTo(conversation, 99))])).outcomes).toMatchObject([{ refused: null }]);
  const waiting = async (database: string) =>
    (await rows<{ state: string }>(database, sql`select state from outbound_state order by at desc, id desc limit 1`))[0]?.state;
  await until(async () => (await waiting(env.DATABASE_URL ?? '')) === 'queued' && sink.connections > 0, 'the mail put off');
  const mended = agent.act('addComment', { ...aComment(conversation.id), text: 'Before the dump' });
  expect((await agent.push([mended])).outcomes).toMatchObject([{ refused: null }]);
  const dump = join(folder, 'hub.dump');
  // The server's tools run as its own user: the dump goes by way of our memory, and may be read by it.
  const text = await postgres.tool('pg_dump', ['--no-owner', '-d', env.DATABASE_URL ?? '']);
  writeFileSync(dump, text);
  chmodSync(folder, 0o755);

  const lost = agent.act('addComment', { ...aComment(conversation.id), text: 'After the dump' });
  expect((await agent.push([lost])).outcomes).toMatchObject([{ refused: null }]);
  const restored = await postgres.createDatabase('restored');
  await postgres.tool('psql', ['-q', '-v', 'ON_ERROR_STOP=1', '-d', restored, '-f', dump]);
  // In the restored database the mail is due at once.
  await postgres.tool('psql', ['-q', '-d', restored, '-c', 'update outbound_state set not_before = 0']);
  // A mail server of its own: the hubs that were dumped go on, and send theirs when its time comes.
  const ear = await FakeSmtpServer.start();
  const hub = await HubProcess.start({ env: { ...env, DATABASE_URL: restored, SAMTALE_SMTP_URL: ear.url } });
  try {
    const states = await rows<{ state: string }>(restored, sql`select distinct state from outbound_state where state <> 'sent'`);
    expect(states).toEqual([{ state: 'unknown' }]);
    const again = await HubAgent.signIn(hub.url, hub.invitation);
    expect((await again.pull()).epoch).not.toBe(epoch);
    const shown = (await again.inboxRows()).flatMap((change) => (change.table === 'messages' && change.row ? [change.row] : []));
    expect(shown.find((message) => message.subject === 'Answer 99')?.delivery?.state).toBe('unknown');
    // Asked by a client, it knows what it has and what it lost.
    expect(await again.knownActs([mended.uuid, lost.uuid])).toEqual([mended.uuid]);
    // What somebody had done before, and tells of now, is held as well: this agent does not say which epoch it knew.
    const told = again.act('sendReply', replyTo(conversation, 98));
    expect((await again.push([told])).outcomes).toMatchObject([{ refused: null }]);
    expect(await rows(restored, sql`select state from outbound_state where id = ${told.uuid}`)).toEqual([{ state: 'unknown' }]);
    expect(ear.connections).toBe(0);
  } finally {
    await hub.stop();
    await ear.close();
  }
});
