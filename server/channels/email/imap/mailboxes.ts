import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Id } from '../../../../domain/model/ids';
import type { MailboxSettings } from '../../../../domain/model/mailbox';
import type { Database } from '../../../db/database';
import { rowsOf } from '../../../db/rows-of';
import { mailboxCursors, takenMails } from '../api/taken-schema';
import { incomingMails } from '../incoming-schema';
import type { MailboxOAuth } from '../oauth/providers';
import { type MailboxFolder, type MailboxRow, mailboxAccounts, mailboxes, mailboxFolders } from './mailbox-schema';
import type { PasswordSeal } from './password-seal';

/** NOTIFY channel that says a mailbox was connected, changed or signed out; the payload is its channel. */
export const mailboxChannel = 'samtale_mailbox';

/**
 * For how long a process that fell silent keeps a mailbox, seconds. One that was only frozen writes nothing afterwards (`whileOwned`), so too
 * short a lease costs a sign-in at the mailbox and never a mail.
 */
const lease = 15;

/** How one signs in: at its servers by a password, or by a provider's refresh token, at servers or by its API. */
export interface MailboxWay {
  settings: MailboxSettings | null;
  oauth: MailboxOAuth | null;
  /** Password or refresh token. */
  secret: string;
}

export interface MailboxSignIn {
  channelId: Id;
  workspaceId: Id;
  address: string;
  way: MailboxWay;
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
  async signIn(db: Database, { channelId, workspaceId, address, way, importSince, at }: MailboxSignIn): Promise<void> {
    const account = accountOf(way);
    const [before] = await db.select().from(mailboxAccounts).where(eq(mailboxAccounts.channelId, channelId));
    const { settings, oauth, secret } = way;
    const sameAccount = before?.account === account;
    if (!sameAccount) for (const table of [mailboxFolders, mailboxCursors, takenMails]) await db.delete(table).where(eq(table.channelId, channelId));
    await db.insert(mailboxAccounts).values({ channelId, account }).onConflictDoUpdate({ target: mailboxAccounts.channelId, set: { account } });
    const changed = { settings, oauth, sealedPassword: this.seal.seal(channelId, secret), owner: null, leasedUntil: null };
    await db
      .insert(mailboxes)
      .values({ channelId, workspaceId, address, importSince, connectedAt: at, ...changed })
      .onConflictDoUpdate({ target: mailboxes.channelId, set: { ...changed, ...(sameAccount ? {} : { connectedAt: at }) } });
    await db.execute(sql`select pg_notify(${mailboxChannel}, ${channelId})`);
  }

  /** Forgets the password, and answers what it forgot. Whose it was and how far its folders were taken is kept: whoever signs in again gets nothing twice. */
  async signOut(db: Database, channelId: Id): Promise<MailboxRow | undefined> {
    const [forgotten] = await db.delete(mailboxes).where(eq(mailboxes.channelId, channelId)).returning();
    await db.execute(sql`select pg_notify(${mailboxChannel}, ${channelId})`);
    return forgotten;
  }

  /** Frees a mailbox, so that whoever works at it begins anew at once, however long its pause is. */
  async tryAgain(db: Database, channelId: Id): Promise<void> {
    await db.update(mailboxes).set({ owner: null, leasedUntil: null }).where(eq(mailboxes.channelId, channelId));
    await db.execute(sql`select pg_notify(${mailboxChannel}, ${channelId})`);
  }

  /** A refresh token that came in place of this mailbox's, unless another one did meanwhile. Answers it as sealed. */
  async keepSecret({ channelId, sealedPassword }: MailboxRow, secret: string): Promise<string> {
    const sealed = this.seal.seal(channelId, secret);
    await this.db
      .update(mailboxes)
      .set({ sealedPassword: sealed })
      .where(and(eq(mailboxes.channelId, channelId), eq(mailboxes.sealedPassword, sealedPassword)));
    return sealed;
  }

  async find(channelId: Id): Promise<MailboxRow | undefined> {
    const [row] = await this.db.select().from(mailboxes).where(eq(mailboxes.channelId, channelId));
    return row;
  }

  passwordOf = (mailbox: MailboxRow): string | undefined => this.seal.open(mailbox.channelId, mailbox.sealedPassword);

  /** Forgets the passwords of channels that were signed out by an act alone, and answers what it forgot. */
  async forgetSignedOut(): Promise<MailboxRow[]> {
    const signedOut = sql`select id::uuid from channels where not deleted and doc->'mailbox'->'standing'->>'state' = 'signed-out'`;
    return this.db.delete(mailboxes).where(sql`channel_id in (${signedOut})`).returning();
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
  async renew(owner: Id): Promise<Map<Id, MailboxRow>> {
    const kept = await this.db.update(mailboxes).set({ leasedUntil: leaseEnd }).where(eq(mailboxes.owner, owner)).returning();
    return new Map(kept.map((mailbox) => [mailbox.channelId, mailbox]));
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

  /** Runs this for the process that works at a mailbox alone; answers whether it is the one. */
  whileOwned(owner: Id, channelId: Id, run: (db: Database) => Promise<void>): Promise<boolean> {
    return this.db.transaction(async (db) => {
      const [owned] = await db
        .select({ channelId: mailboxes.channelId })
        .from(mailboxes)
        .where(and(eq(mailboxes.channelId, channelId), eq(mailboxes.owner, owner)))
        .for('share');
      if (owned) await run(db);
      return owned !== undefined;
    });
  }

  /**
   * Mails and how far that brings their folders, together or not at all: what is fetched twice is taken once. Nothing is kept for a
   * process that is not the owner any more; answers whether it is.
   */
  async take(owner: Id, folders: MailboxFolder[], mails: (typeof incomingMails.$inferInsert)[]): Promise<boolean> {
    const [folder] = folders;
    if (!folder) return false;
    return this.whileOwned(owner, folder.channelId, async (db) => {
      if (mails.length > 0) await db.insert(incomingMails).values(mails);
      for (const { channelId, folder: name, ...reached } of folders)
        await db
          .insert(mailboxFolders)
          .values({ channelId, folder: name, ...reached })
          .onConflictDoUpdate({ target: [mailboxFolders.channelId, mailboxFolders.folder], set: reached });
    });
  }
}

/** As `mailbox_accounts` was filled where mailboxes were connected before it: none of the three holds a line end. */
const accountOf = ({ oauth, settings }: MailboxWay): string =>
  [oauth?.provider, settings?.user, settings?.imap.host].filter((part) => part !== undefined).join('\n');

const leaseEnd = sql.raw(`now() + interval '${lease} seconds'`) as unknown as Date;
