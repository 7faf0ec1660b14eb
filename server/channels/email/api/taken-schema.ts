import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

/** How far a mailbox that is reached by its provider's API has been taken over. */
export const mailboxCursors = pgTable('mailbox_cursors', {
  channelId: uuid('channel_id').primaryKey(),
  /** From where on the provider tells what is new, in its own words; `null` until all that was there has been taken. */
  cursor: text('cursor'),
  found: integer('found').notNull(),
  taken: integer('taken').notNull(),
});

/** Mails of such a mailbox that are done with, whatever became of them: a look through everything fetches none of them again. */
export const takenMails = pgTable('taken_mails', { channelId: uuid('channel_id').notNull(), remoteId: text('remote_id').notNull() }, (table) => [
  primaryKey({ columns: [table.channelId, table.remoteId] }),
]);
