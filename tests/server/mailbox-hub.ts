import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Channel } from '../../domain/model/channel';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import type { MailboxSettings } from '../../domain/model/mailbox';
import type { Message } from '../../domain/model/message';
import type { RunnerHost } from '../../server/channels/email/imap/mailbox-runner';
import { MailboxWatch } from '../../server/channels/email/imap/mailbox-watch';
import { Mailboxes, type MailboxWay } from '../../server/channels/email/imap/mailboxes';
import { PasswordSeal } from '../../server/channels/email/imap/password-seal';
import { connectMailboxAs, signInAs } from '../../server/channels/email/imap/sign-in-mailbox';
import { IncomingProcessor } from '../../server/channels/email/incoming-processor';
import { IncomingQueue } from '../../server/channels/email/incoming-queue';
import { MailParser } from '../../server/channels/email/mail-parser';
import { type ProviderMail, providerMail } from '../../server/channels/email/oauth/provider-mail';
import type { HubDatabase } from '../../server/db/database';
import { DrizzleHubStore } from '../../server/db/drizzle-hub-store';
import { rowsOf } from '../../server/db/rows-of';
import { FileFolder } from '../../server/files/file-folder';
import { HubFiles } from '../../server/files/hub-files';
import { freshPGlite } from '../support/pglite-snapshot';
import { agentRow, id, inboxRow, memberRow, smallWorkspace, write } from '../support/rows';
import { until } from './until';

/** The parts of a hub that take mail from mailboxes, over a database of their own. Agent 5 has account access and is in inbox 10. */
export class MailboxHub {
  readonly problems: string[] = [];
  /** ms a provider's service asked us to wait. */
  readonly pauses: number[] = [];
  /** The tokens' clock, where a test sets it. */
  readonly clock: { now?: number } = {};
  readonly provider: ProviderMail;
  /** Google and Microsoft, where a test has stand-ins for them. */
  outside: typeof fetch = async () => {
    throw new Error('nobody is outside');
  };
  private readonly folder = mkdtempSync(join(tmpdir(), 'samtale-mailbox-'));
  readonly store: DrizzleHubStore;
  readonly mailboxes: Mailboxes;
  readonly files: HubFiles;
  readonly processor: IncomingProcessor;
  private readonly parser = new MailParser();
  private readonly watches: MailboxWatch[] = [];
  private made = 100;

  private constructor(readonly database: HubDatabase) {
    const { db } = database;
    this.store = new DrizzleHubStore(db, () => 'epoch');
    const seal = new PasswordSeal('secret of the hub');
    this.mailboxes = new Mailboxes(db, seal);
    this.files = new HubFiles(db, new FileFolder(join(this.folder, 'files')));
    const report = (problem: string) => void this.problems.push(problem);
    this.provider = providerMail({
      ...{ db, seal, mailboxes: this.mailboxes, now: () => this.clock.now ?? Date.now(), report },
      fetch: (...request) => this.outside(...request),
      baseUrl: 'https://hub.example',
      pause: async (ms) => void this.pauses.push(ms),
    });
    this.processor = new IncomingProcessor({
      queue: new IncomingQueue(db),
      store: this.store,
      files: this.files,
      parser: this.parser,
      sign: (text) => createHmac('sha256', 'key').update(text).digest(),
      now: Date.now,
      report,
    });
  }

  /** On PGlite of its own, or on a migrated database that several share; the first of those fills it. */
  static async start(database?: HubDatabase, first = true): Promise<MailboxHub> {
    const hub = new MailboxHub(database ?? (await freshPGlite()));
    if (!first) return hub;
    await hub.store.transaction('all', (transaction) =>
      transaction.commit([
        ...smallWorkspace(),
        write('agents', agentRow(5, { accountAccess: true })),
        write('members', memberRow(24, 10, 5)),
        write('inboxes', inboxRow(12)),
      ]),
    );
    return hub;
  }

  get signInHost() {
    return { store: this.store, mailboxes: this.mailboxes, now: Date.now, revoke: this.provider.revoke };
  }

  /** Another hub process on the same database. */
  async watch(over: Partial<RunnerHost> = {}): Promise<MailboxWatch> {
    const { mailboxes, files, store, database, provider } = this;
    const watch = new MailboxWatch({
      database,
      mailboxes,
      files,
      store,
      provider,
      revoke: provider.revoke,
      now: Date.now,
      policy: {},
      taken: () => void this.processor.nudge(),
      report: (problem) => void this.problems.push(problem),
      times: { pauses: [20], refused: 3_600_000, ask: 50 },
      ...over,
    });
    this.watches.push(watch);
    await watch.start();
    return watch;
  }

  connect = (address: string, settings: MailboxSettings, password: string, importSince = 0, archived = false): Promise<Id> =>
    this.connectBy(address, { settings, oauth: null, secret: password }, importSince, archived);

  /** Signed in at a provider, as after coming back from there. */
  async connectBy(address: string, way: MailboxWay, importSince = 0, archived = false): Promise<Id> {
    this.made += 1;
    const channelId = id(this.made);
    const details = {
      name: address,
      fromName: 'company' as const,
      companyName: 'Havnegaard',
      signatureHtml: '',
      logForwardsTo: 'original-sender' as const,
    };
    const provider = way.oauth ? { provider: way.oauth.provider } : {};
    const args = { channelId, inboxId: id(10), address, ...details, reopenTicketOnAnswer: false, importSince, archived, ...provider };
    const refused = await connectMailboxAs(this.signInHost, id(5), args, way);
    if (refused) throw new Error(`connecting was refused: ${JSON.stringify(refused)}`);
    return channelId;
  }

  async signInAgain(channelId: Id, way: MailboxWay) {
    const refused = await signInAs(this.signInHost, id(5), channelId, way);
    if (refused) throw new Error(`signing in was refused: ${JSON.stringify(refused)}`);
  }

  /** Messages that came by this channel's address, by when they were received. */
  async messages(channelId: Id): Promise<Message[]> {
    const rows = await rowsOf<{ doc: Message }>(
      this.database.db,
      sql`select messages.doc from messages join conversations on conversations.id = messages.within
          where conversations.doc->>'channelId' = ${channelId} and not messages.deleted order by (messages.doc->>'receivedAt')::bigint, messages.id`,
    );
    return rows.map(({ doc }) => doc);
  }

  async conversations(channelId: Id): Promise<Conversation[]> {
    const rows = await rowsOf<{ doc: Conversation }>(
      this.database.db,
      sql`select doc from conversations where doc->>'channelId' = ${channelId} and not deleted`,
    );
    return rows.map(({ doc }) => doc);
  }

  subjects = async (channelId: Id) => (await this.messages(channelId)).map(({ subject }) => subject);

  async channel(channelId: Id): Promise<Channel> {
    const channel = await this.store.transaction('all', ({ reader }) => reader.find('channels', channelId));
    if (!channel) throw new Error('no channel');
    return channel;
  }

  /** Until so many mails of this channel have become messages. */
  hasMessages = (channelId: Id, count: number) => until(async () => (await this.messages(channelId)).length >= count, `${count} messages`);
  hasStanding = (channelId: Id, state: string) =>
    until(async () => (await this.channel(channelId)).mailbox?.standing.state === state, `a mailbox that is ${state}`);

  hasArchive = (channelId: Id, state: string) =>
    until(async () => (await this.channel(channelId)).mailbox?.archived === state, `an archive that is ${state}`);

  /** So that the next watch has its own alone. */
  forgetMailboxes = () => this.database.query('delete from mailboxes');

  async stop() {
    await Promise.all(this.watches.map((watch) => watch.close()));
    await this.processor.close();
    await this.parser.close();
    await this.database.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
