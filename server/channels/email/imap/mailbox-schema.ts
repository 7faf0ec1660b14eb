import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { MailboxSettings } from '../../../../domain/model/mailbox';
import type { MailboxOAuth } from '../oauth/providers';

/** A team's own mailbox as the hub knows it; no client ever gets a row of this. One hub process at a time works at it, by its lease. */
export const mailboxes = pgTable('mailboxes', {
  channelId: uuid('channel_id').primaryKey(),
  workspaceId: uuid('workspace_id').notNull(),
  address: text('address').notNull(),
  /** Its servers; none where it is reached by its provider's API. */
  settings: jsonb('settings').$type<MailboxSettings>(),
  /** Signed in at a provider instead of by a password. */
  oauth: jsonb('oauth').$type<MailboxOAuth>(),
  /** The password, or the provider's refresh token, sealed with a key drawn from the hub's secret. */
  sealedPassword: text('sealed_password').notNull(),
  importSince: bigint('import_since', { mode: 'number' }).notNull(),
  /** What the server got before this (ms) is history. */
  connectedAt: bigint('connected_at', { mode: 'number' }).notNull(),
  /** The hub process at work, until `leasedUntil` by the database's clock. */
  owner: uuid('owner'),
  leasedUntil: timestamp('leased_until', { withTimezone: true }),
});

/** Whose mails a channel's folders and cursor tell of, kept when it is signed out: another account at the same address begins at its beginning. */
export const mailboxAccounts = pgTable('mailbox_accounts', { channelId: uuid('channel_id').primaryKey(), account: text('account').notNull() });

/** The inbox, Sent, or a folder of the archive by its path. */
export type FolderKey = 'inbox' | 'sent' | `archive:${string}`;

/** How far each of its folders has been taken over. UIDs below `lastUid` under this `uidValidity` are done with, whatever became of them. */
export const mailboxFolders = pgTable(
  'mailbox_folders',
  {
    channelId: uuid('channel_id').notNull(),
    folder: text('folder').$type<FolderKey>().notNull(),
    uidValidity: text('uid_validity').notNull(),
    lastUid: bigint('last_uid', { mode: 'number' }).notNull(),
    /** Mails known to be there since `importSince`, and how many of them were taken: progress. */
    found: integer('found').notNull(),
    taken: integer('taken').notNull(),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.folder] })],
);

export type MailboxRow = typeof mailboxes.$inferSelect;
export type MailboxFolder = typeof mailboxFolders.$inferSelect;
