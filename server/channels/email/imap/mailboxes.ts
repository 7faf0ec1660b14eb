import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Id } from '../../../../domain/model/ids';
import type { MailboxSettings } from '../../../../domain/model/mailbox';
import type { Database } from '../../../db/database';
import { rowsOf } from '../../../db/rows-of';
import { incomingMails } from '../incoming-schema';
import { type MailboxFolder, type MailboxRow, mailboxes, mailboxFolders } from './mailbox-schema';
import type { PasswordSeal } from './password-seal';

/** NOTIFY channel that says a mailbox was connected, changed or signed out; the payload is its channel. */
export const mailboxChannel = 'samtale_mailbox';

/** For how long a process that fell silent keeps a mailbox, seconds. */
const lease = 60;

export interface MailboxSignIn {
  channelId: Id;
  workspaceId: Id;
  address: string;
  settings: MailboxSettings;
  password: string;
  importSince: number;
  /** ms */
  at: number;
}

/** The hub's own record of the team's mailboxes: how one signs in, who works at them, how far they have been taken over. */
export class Mailboxes {
  constructor(
    private readonly db: Database,
    private readonly seal: PasswordSeal,
  ) {}

  /** Keeps how to sign in, new or changed. Another account begins at its beginning; the same one goes on where it was. */
  async signIn(db: Database, { channelId, workspaceId, address, settings, password, importSince, at }: MailboxSignIn): Promise<void> {
    const [before] = await db.select().from(mailboxes).where(eq(mailboxes.channelId, channelId));
    const sameAccount = before?.settings.user === settings.user && before.settings.imap.host === settings.imap.host;
    if (before && !sameAccount) await db.delete(mailboxFolders).where(eq(mailboxFolders.channelId, channelId));
    const changed = { settings, sealedPassword: this.seal.seal(channelId, password), owner: null, leasedUntil: null };
    await db
      .insert(mailboxes)
      .values({ channelId, workspaceId, address, importSince, connectedAt: at, ...changed })
      .onConflictDoUpdate({ target: mailboxes.channelId, set: { ...changed, ...(sameAccount ? {} : { connectedAt: at }) } });
    await db.execute(sql`select pg_notify(${mailboxChannel}, ${channelId})`);
  }

  /** Forgets the password. How far its folders were taken is kept: whoever signs in again gets nothing twice. */
  async signOut(db: Database, channelId: Id): Promise<void> {
    await db.delete(mailboxes).where(eq(mailboxes.channelId, channelId));
    await db.execute(sql`select pg_notify(${mailboxChannel}, ${channelId})`);
  }

  async find(channelId: Id): Promise<MailboxRow | undefined> {
    const [row] = await this.db.select().from(mailboxes).where(eq(mailboxes.channelId, channelId));
    return row;
  }

  passwordOf = (mailbox: MailboxRow): string | undefined => this.seal.open(mailbox.channelId, mailbox.sealedPassword);

  /** Passwords of channels that were signed out by an act alone. */
  async forgetSignedOut(): Promise<void> {
    await this.db.execute(
      sql`delete from mailboxes using channels where channels.id = mailboxes.channel_id::text and not channels.deleted
          and channels.doc->'mailbox'->'standing'->>'state' = 'signed-out'`,
    );
  }

  /** Mailboxes nobody works at, for this process alone until its lease ends. */
  async claim(owner: Id): Promise<MailboxRow[]> {
    const free = this.db
      .select({ channelId: mailboxes.channelId })
      .from(mailboxes)
      .where(sql`owner is null or leased_until < now()`)
      .for('update', { skipLocked: true });
    return this.db.update(mailboxes).set({ owner, leasedUntil: leaseEnd }).where(inArray(mailboxes.channelId, free)).returning();
  }

  /** Keeps what this process works at; answers what is still its own. */
  async renew(owner: Id): Promise<Set<Id>> {
    const kept = await this.db
      .update(mailboxes)
      .set({ leasedUntil: leaseEnd })
      .where(eq(mailboxes.owner, owner))
      .returning({ channelId: mailboxes.channelId });
    return new Set(kept.map(({ channelId }) => channelId));
  }

  async release(owner: Id): Promise<void> {
    await this.db.update(mailboxes).set({ owner: null, leasedUntil: null }).where(eq(mailboxes.owner, owner));
  }

  /** For a process that is alone with its database: whoever worked at mailboxes before it is dead, lease or not. */
  async releaseAll(): Promise<void> {
    await this.db.update(mailboxes).set({ owner: null, leasedUntil: null });
  }

  foldersOf(channelId: Id): Promise<MailboxFolder[]> {
    return this.db.select().from(mailboxFolders).where(eq(mailboxFolders.channelId, channelId));
  }

  /** Mails fetched and not yet in a conversation. */
  async waitingOf(channelId: Id): Promise<number> {
    const [row] = await rowsOf<{ count: string }>(
      this.db,
      sql`select count(*) as count from incoming_mails where state = 'waiting' and channel_id = ${channelId}`,
    );
    return Number(row?.count ?? 0);
  }

  /**
   * Mails and how far that brings their folders, together or not at all: what is fetched twice is taken once. Nothing is kept for a
   * process that is not the owner any more; answers whether it is.
   */
  async take(owner: Id, folders: MailboxFolder[], mails: (typeof incomingMails.$inferInsert)[]): Promise<boolean> {
    return this.db.transaction(async (db) => {
      const [folder] = folders;
      const [owned] = folder
        ? await db
            .select({ channelId: mailboxes.channelId })
            .from(mailboxes)
            .where(and(eq(mailboxes.channelId, folder.channelId), eq(mailboxes.owner, owner)))
            .for('share')
        : [];
      if (!owned) return false;
      if (mails.length > 0) await db.insert(incomingMails).values(mails);
      for (const { channelId, folder: name, ...reached } of folders)
        await db
          .insert(mailboxFolders)
          .values({ channelId, folder: name, ...reached })
          .onConflictDoUpdate({ target: [mailboxFolders.channelId, mailboxFolders.folder], set: reached });
      return true;
    });
  }
}

const leaseEnd = sql.raw(`now() + interval '${lease} seconds'`) as unknown as Date;
