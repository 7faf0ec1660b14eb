import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Write } from '../../domain/core/tx';
import { findPreset } from '../../server/channels/email/imap/find-preset';
import { Mailboxes } from '../../server/channels/email/imap/mailboxes';
import { PasswordSeal } from '../../server/channels/email/imap/password-seal';
import { IncomingProcessor } from '../../server/channels/email/incoming-processor';
import { IncomingQueue } from '../../server/channels/email/incoming-queue';
import { MailParser } from '../../server/channels/email/mail-parser';
import { providerMail } from '../../server/channels/email/oauth/provider-mail';
import { DrizzleHubStore } from '../../server/db/drizzle-hub-store';
import { FileFolder } from '../../server/files/file-folder';
import { HubFiles } from '../../server/files/hub-files';
import { createApp, type DevelopmentRoutes } from '../../server/http/app';
import { Pokes } from '../../server/http/pokes';
import { Presence } from '../../server/http/presence';
import { LocalMailbox } from '../../server/mailbox/local-mailbox';
import { databaseGauges } from '../../server/metrics/database-gauges';
import { HubMetrics } from '../../server/metrics/hub-metrics';
import { Sightings } from '../../server/notices/sightings';
import { listenHttp } from '../../server/start/listen-http';
import { FaultTally } from '../../server/sync/fault-tally';
import type { SyncHost } from '../../server/sync/sync-host';
import type { MailboxTestAnswer } from '../../sync/mailbox-protocol';
import { unpackedRedirectUri } from '../../utils/browser/extension-id';
import { freshPGlite } from '../support/pglite-snapshot';
import { id, smallWorkspace, workspaceId } from '../support/rows';

interface TestHubOptions {
  baseUrl?: string;
  metricsToken?: string;
  development?: DevelopmentRoutes;
  /** ms after which a silent device is taken to be gone. */
  presenceTimes?: { lapse: number };
}

/** The hub's HTTP side over PGlite, with the small workspace in it. `Bearer agent-3` is agent 3: signing in has tests of its own. */
export async function startTestHub({ baseUrl, metricsToken, development, presenceTimes }: TestHubOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'samtale-test-hub-'));
  const database = await freshPGlite();
  const clock = { now: Date.now() };
  const now = () => clock.now;
  const store = new DrizzleHubStore(database.db, () => 'epoch-1', now);
  const files = new HubFiles(database.db, new FileFolder(join(folder, 'files')), now);
  const faults: unknown[] = [];
  const fault = (cause: unknown) => void faults.push(cause);
  const pokes = new Pokes(store, fault);
  await pokes.listen(database);
  const presence = new Presence(store, fault, presenceTimes);
  await presence.listen(database);
  const mailbox = new LocalMailbox(join(folder, 'mailbox'), now);
  const http = await listenHttp({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${http.port}`;
  const syncHost: SyncHost = { store, now, faults: new FaultTally(), report: fault };
  const verify = async (authorization: string | null | undefined) => {
    const agent = /^Bearer agent-(\d+)$/.exec(authorization ?? '')?.[1];
    return agent === undefined ? undefined : { agentId: id(Number(agent)), workspaceId };
  };
  const images: string[] = [];
  const seal = new PasswordSeal('secret of the hub');
  const mailboxes = new Mailboxes(database.db, seal);
  /** Google and Microsoft, where a test has stand-ins for them. */
  const outside: { fetch: typeof fetch } = {
    fetch: async () => {
      throw new Error('nobody is outside');
    },
  };
  const provider = providerMail({
    ...{ db: database.db, seal, mailboxes, now, baseUrl: baseUrl ?? url },
    fetch: (...request) => outside.fetch(...request),
    report: (problem) => fault(new Error(problem)),
  });
  const mailboxTest: { answer: MailboxTestAnswer } = { answer: { imap: null, smtp: null } };
  const parser = new MailParser();
  const processor = new IncomingProcessor({
    queue: new IncomingQueue(database.db),
    store,
    files,
    parser,
    sign: () => new Uint8Array(32),
    now,
    report: fault,
  });
  const metrics = new HubMetrics(() => pokes.count, undefined);
  databaseGauges(metrics.registry, database.db, fault);
  const sightings = new Sightings(database.db, now);
  const noticeMail = { canSend: true };
  http.serve(
    createApp(
      {
        ...syncHost,
        db: database.db,
        files,
        pokes,
        presence,
        metrics,
        metricsToken,
        sightings,
        sendsMail: () => noticeMail.canSend,
        mailbox,
        mailboxSetup: {
          store,
          mailboxes,
          now,
          provider,
          revoke: provider.revoke,
          test: async () => mailboxTest.answer,
          findPreset: (address) => findPreset(address, { mx: async () => [], srv: async () => [] }),
        },
        moves: { queue: new IncomingQueue(database.db), nudge: () => void processor.nudge() },
        hosted: { domain: 'havnegaard.example', reach: async (address) => ({ code: 'only-here', server: address, words: '' }) },
        verify,
        fault,
        name: async () => 'Havnegaard',
        baseUrl: baseUrl ?? url,
        redirectUris: [unpackedRedirectUri],
        // A browser that says so in a cookie: signing in has its own tests.
        visitor: async ({ headers }) => /visitor=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1],
        authRoutes: new Hono(),
        fetchImage: async (address) => {
          images.push(address);
          return 'data:image/png;base64,AA==';
        },
      },
      development,
    ),
  );
  const commit = (writes: readonly Write[]) => store.transaction('all', (transaction) => transaction.commit(writes));
  await commit(smallWorkspace());
  // A kept connection may end just when it is asked for on a machine that does much else; the hub's own clients ask once more.
  const request = (agent: number | null, path: string, init: RequestInit = {}) =>
    fetch(url + path, {
      ...init,
      headers: { connection: 'close', ...(agent === null ? {} : { authorization: `Bearer agent-${agent}` }), ...init.headers },
    });

  return {
    url,
    database,
    store,
    files,
    mailbox,
    clock,
    faults,
    images,
    mailboxes,
    mailboxTest,
    sightings,
    noticeMail,
    outside,
    provider,
    syncHost,
    processor,
    commit,
    request,
    post: (agent: number | null, path: string, body: unknown) =>
      request(agent, path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    stop: async () => {
      pokes.stop();
      presence.stop();
      await http.close();
      await processor.close();
      await parser.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type TestHub = Awaited<ReturnType<typeof startTestHub>>;
