import '../utils/i18n/every-language';
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { anybodySignedIn } from './auth/anybody-signed-in';
import { authRoutes } from './auth/auth-routes';
import { putExtensionClient, redirectUrisOf } from './auth/extension-client';
import { hubSecret } from './auth/hub-secret';
import { makeAuth } from './auth/make-auth';
import { makeVerifyBearer } from './auth/verify-bearer';
import { visitorOf } from './auth/visitor-of';
import { findPreset } from './channels/email/imap/find-preset';
import { mailboxTransportOf } from './channels/email/imap/mailbox-transport';
import { MailboxWatch } from './channels/email/imap/mailbox-watch';
import { Mailboxes } from './channels/email/imap/mailboxes';
import { PasswordSeal } from './channels/email/imap/password-seal';
import { recordSending } from './channels/email/imap/record-sending';
import { testMailbox } from './channels/email/imap/test-mailbox';
import { IncomingQueue } from './channels/email/incoming-queue';
import { startMailIn } from './channels/email/mail-in';
import { noMailServer } from './channels/email/no-mail-server';
import { NudgedLoop } from './channels/email/nudged-loop';
import { providerMail } from './channels/email/oauth/provider-mail';
import { OutboundSender } from './channels/email/outbound-sender';
import { reachByDns, reachHostedAddress } from './channels/email/reach-hosted-address';
import { smtpTransport } from './channels/email/smtp-transport';
import { outboundChannel } from './db/commit-writes';
import type { HubDatabase } from './db/database';
import { DrizzleHubStore } from './db/drizzle-hub-store';
import { openEpoch } from './db/open-epoch';
import { DrizzleOutboundQueue } from './db/outbound-queue';
import { rowsOf } from './db/rows-of';
import { Witness } from './db/witness';
import { FileFolder } from './files/file-folder';
import { freedChannel } from './files/free-files';
import { HubFiles } from './files/hub-files';
import { sweepFiles } from './files/sweep-files';
import { createApp, type DevelopmentRoutes } from './http/app';
import { isLoopback } from './http/is-loopback';
import { Pokes } from './http/pokes';
import { Presence } from './http/presence';
import type { HubOptions } from './hub-options';
import { fetchPublicImage } from './images/fetch-public-image';
import { startJobs } from './jobs/start-jobs';
import { LocalMailbox } from './mailbox/local-mailbox';
import { localTransport } from './mailbox/local-transport';
import { databaseGauges } from './metrics/database-gauges';
import { HubMetrics } from './metrics/hub-metrics';
import { mailNotices } from './notices/mail-notices';
import { noticeOfBounceAddress } from './notices/notice-marks';
import { NoticeQueue } from './notices/notice-queue';
import { Sightings } from './notices/sightings';
import { takeBounce } from './notices/take-bounce';
import { makeSampleWorkspace } from './sample/make-sample-workspace';
import { alone } from './start/alone';
import { clientAddress } from './start/client-address';
import { findAdministrator } from './start/find-administrator';
import { inviteAdministrator } from './start/invite-administrator';
import { listenHttp } from './start/listen-http';
import { lockDataFolder } from './start/lock-data-folder';
import { openHubDatabase } from './start/open-hub-database';
import { peopleOf } from './start/people-of';
import { portProblem } from './start/port-problem';
import { replyTokenSigner } from './start/reply-token-signer';
import { requireFreePort } from './start/require-free-port';
import { setUp } from './start/set-up';
import { Undoing } from './start/undoing';
import { within } from './start/within';
import { FaultTally } from './sync/fault-tally';

export interface RunningHub {
  url: string;
  smtp: { host: string; port: number };
  /** Addresses mail is taken for. */
  addresses: string[];
  /** Where outgoing mail goes: out by a mail server, into the page `/mailbox` of this machine, or nowhere until a mail server is set. */
  outgoing: 'mail-server' | 'mailbox' | 'waits';
  /** Whether nobody has signed in to it yet. */
  unused: boolean;
  /** A fresh one-time link that signs the administrator in, who may choose a new password by it. */
  invite(): Promise<{ link: string; name: string }>;
  stop(): Promise<void>;
}

/** ms between beats of the witness. */
const beat = 60_000;
/** ms after which it is written down who was seen; another hub on the database reads it there. */
const sightingsKept = 30_000;

/** Starts a hub with everything in it, or throws and leaves nothing running. */
export async function startHub(options: HubOptions, fault: (fault: unknown) => void, development?: DevelopmentRoutes): Promise<RunningHub> {
  const undoing = new Undoing(fault);
  try {
    return await start(options, fault, undoing, development);
  } catch (cause) {
    await undoing.undo();
    throw cause;
  }
}

async function start(
  options: HubOptions,
  fault: (fault: unknown) => void,
  undoing: Undoing,
  development: DevelopmentRoutes | undefined,
): Promise<RunningHub> {
  const now = Date.now;
  await mkdir(options.data, { recursive: true, mode: 0o700 });
  undoing.add(await lockDataFolder(options.data));
  const http = await listenHttp({ port: options.port, host: options.listen });
  undoing.add(() => http.close());
  await requireFreePort({ port: options.smtpPort, host: options.listen }, 'incoming mail', '--smtp-port');
  const url = options.publicUrl ?? `http://127.0.0.1:${http.port}`;

  const { database, place, keep } = await openHubDatabase(options, fault);
  undoing.add(() => database.close());
  const { db } = database;
  const witness = new Witness(db, join(options.data, 'witness'));
  const epoch = await openEpoch(db, witness, place);
  const metrics = new HubMetrics(() => pokes.count, database.pool);
  databaseGauges(metrics.registry, db, fault);
  const store = new DrizzleHubStore(
    db,
    () => epoch.id,
    now,
    () => epoch.restored,
    (why) => metrics.conflict(why),
  );
  const bytes = new FileFolder(options.files);
  const files = new HubFiles(db, bytes, now);
  const outbound = new DrizzleOutboundQueue(store, now, () => witness.advance());
  await outbound.recordHeld();
  if (database.kind === 'pglite') await outbound.giveUpSending();

  const mailDomain = options.mailDomain ?? mailDomainOf(url);
  await alone(database, async () => {
    if (await findAdministrator(db)) return;
    if (options.sample) await makeSampleWorkspace({ store, now: now(), keepFile: (bytes) => keepFile(files, bytes) });
    else await setUp(store, { now: now(), mailDomain });
  });
  await keep();

  const secret = await hubSecret(database.kind === 'pglite' ? { file: join(options.data, 'secret') } : { db }, options.secret);
  const redirectUris = redirectUrisOf(options.redirectUris);
  const name = () => workspaceName(database);
  const authHost = { db, baseUrl: url, name, redirectUris, secret, report: fault, people: peopleOf({ db, store, now }) };
  await putExtensionClient(authHost);
  const hostName = new URL(url).hostname;
  // Read by its page without signing in, so on this machine alone.
  const mailbox = options.smtpUrl || !isLoopback(hostName) ? undefined : new LocalMailbox(join(options.data, 'mailbox'), now);
  const pokes = new Pokes(store, fault);
  undoing.add(async () => pokes.stop());
  await pokes.listen(database);
  const presence = new Presence(store, fault);
  undoing.add(async () => presence.stop());
  await presence.listen(database);

  const sign = replyTokenSigner(secret);
  const seal = new PasswordSeal(secret);
  const mailboxes = new Mailboxes(db, seal);
  const report = (problem: string) => fault(new Error(problem));
  const ask: typeof fetch = (...request) => fetch(...request);
  const provider = providerMail({ db, seal, mailboxes, fetch: ask, now, baseUrl: url, report });
  if (database.kind === 'pglite') await mailboxes.releaseAll();
  const transport = options.smtpUrl ? smtpTransport(options.smtpUrl, hostName) : mailbox ? localTransport(mailbox) : noMailServer;
  const ownTransport = mailboxTransportOf({ store, mailboxes, hostName, provider });
  const sender = new OutboundSender({
    queue: outbound,
    files,
    sign,
    now,
    transport: metrics.counted('hub', transport),
    ownTransport: async (channelId) => {
      const own = await ownTransport(channelId);
      return own && metrics.counted('mailbox', own);
    },
    readMessage: ({ messageId, conversationId }) =>
      store.transaction('all', async ({ reader }) => {
        const message = await reader.find('messages', messageId, conversationId);
        return message && { message, html: (await reader.find('bodies', messageId))?.html ?? null };
      }),
    recordSending: recordSending(store, now),
    report: (problem, mail) => fault(new Error(`outgoing mail ${mail.id}: ${problem}`)),
  });
  undoing.add(() => within(1000, sender.close()));
  await database.listen(
    outboundChannel,
    () => void sender.nudge(),
    () => void sender.nudge(),
  );

  const sightings = new Sightings(db, now);
  const notices = {
    queue: new NoticeQueue(store, now()),
    sightings,
    transport: metrics.counted('notice', transport),
    baseUrl: url,
    name,
    mailDomain,
    sign,
    now,
    report,
  };

  const mailIn = await startMailIn(
    {
      db,
      alone: database.kind === 'pglite',
      store,
      files,
      sign,
      now,
      report,
      tried: (result) => metrics.takenIn(result),
      hostName,
      noticeBounces: {
        noticeOfBounce: (address) => noticeOfBounceAddress(address, mailDomain, sign),
        takeBounce: (id, raw) => takeBounce(id, raw, notices),
      },
      dataFolder: options.data,
      ...options.smtpCertificate,
    },
    { port: options.smtpPort, address: options.listen },
  ).catch((cause: NodeJS.ErrnoException) => {
    throw portProblem(cause, options.smtpPort, 'incoming mail', '--smtp-port');
  });
  undoing.add(() => within(800, mailIn.close()));
  const watch = new MailboxWatch({
    ...{ database, mailboxes, files, store, now, provider, report },
    policy: {},
    taken: () => void mailIn.settled(),
    revoke: provider.revoke,
  });
  undoing.add(() => within(1000, watch.close()));
  await watch.start();
  const sweep = new NudgedLoop(() => sweepFiles({ db, bytes, now, report: fault, stopped: () => sweep.closed }), fault);
  undoing.add(() => within(600, sweep.close()));
  await database.listen(
    freedChannel,
    () => void sweep.nudge(),
    () => void sweep.nudge(),
  );
  const jobsHost = { database, store, outbound, now, mailNotices: () => mailNotices(notices), sweepFiles: () => sweep.nudge(), fault };
  const stopJobs = await alone(database, () => startJobs(jobsHost));
  undoing.add(() => within(600, stopJobs()));
  const beating = setInterval(() => witness.advance().catch(fault), beat);
  undoing.add(async () => clearInterval(beating));
  const sighting = setInterval(() => sightings.flush().catch(fault), sightingsKept);
  undoing.add(async () => {
    clearInterval(sighting);
    await within(300, sightings.flush());
  });

  const auth = makeAuth(authHost);
  http.serve(
    createApp(
      {
        db,
        store,
        files,
        pokes,
        presence,
        metrics,
        metricsToken: options.metricsToken,
        sightings,
        sendsMail: () => transport !== noMailServer,
        mailbox,
        mailboxSetup: {
          ...{ store, mailboxes, now, findPreset, provider },
          revoke: provider.revoke,
          test: (settings, password) => testMailbox(settings, password, { hostName, report }),
        },
        hosted: { domain: mailDomain, reach: (address) => reachHostedAddress(address, { ...reachByDns, hostName }) },
        moves: { queue: new IncomingQueue(db), nudge: () => void mailIn.settled() },
        now,
        name,
        baseUrl: url,
        redirectUris,
        verify: makeVerifyBearer(authHost),
        visitor: visitorOf(authHost, auth),
        authRoutes: authRoutes(authHost, auth, clientAddress(options.trustProxy)),
        fetchImage: fetchPublicImage,
        faults: new FaultTally(),
        report: (cause, act) => fault(new Error(`${act.name} ${act.uuid}`, { cause })),
        fault,
      },
      development,
    ),
  );
  // Ended first, as it began to serve last: nobody asks a hub whose database is closing.
  undoing.add(() => http.close());
  void sender.nudge();
  return {
    url,
    smtp: { host: options.listen === '0.0.0.0' ? hostName : options.listen, port: mailIn.port },
    addresses: await mailAddresses(database),
    outgoing: options.smtpUrl ? 'mail-server' : mailbox ? 'mailbox' : 'waits',
    unused: !(await anybodySignedIn(db)),
    invite: () => inviteAdministrator({ db, store, baseUrl: url, now: now() }),
    stop: () => undoing.undo(),
  };
}

async function keepFile(files: HubFiles, bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  await files.put(hash, bytes);
  return hash;
}

async function workspaceName({ db }: HubDatabase): Promise<string> {
  const [row] = await rowsOf<{ name: string }>(db, sql`select doc->>'name' as name from workspaces where not deleted order by id limit 1`);
  return row?.name ?? 'Samtale';
}

async function mailAddresses({ db }: HubDatabase): Promise<string[]> {
  const rows = await rowsOf<{ address: string }>(
    db,
    sql`select doc->>'address' as address from channels where not deleted and doc->>'kind' = 'email' and (doc->>'removed')::boolean is not true order by id`,
  );
  return rows.map((row) => row.address);
}

/** On loopback there is no domain of ours: one that is reserved for examples (RFC 2606), so that no mail goes astray. */
const mailDomainOf = (url: string) => {
  const { hostname } = new URL(url);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/i.test(hostname) ? hostname : 'samtale.example';
};
