import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { MailFolder } from '../../../domain/mail/mail-folder';

/** Which message a mail became; `known` where the inbox had it. */
export interface Became {
  how: 'taken' | 'known' | 'unreadable';
  messageId: string;
  conversationId: string;
}

/**
 * Mail the listener has said 250 to. The row and the raw file it names are written before that answer, so a mail accepted is
 * never lost; it goes (state `done`) only in the transaction that puts its message into the conversation. One row per inbox
 * a mail is addressed to (D22). The ids of what it will become are fixed here, so every try makes the same rows.
 */
export const incomingMails = pgTable(
  'incoming_mails',
  {
    id: uuid('id').primaryKey(),
    channelId: uuid('channel_id').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    /** sha256 of the mail as it came; the bytes lie in the file store. */
    rawHash: text('raw_hash').notNull(),
    rawSize: integer('raw_size').notNull(),
    /** Envelope sender, empty for bounces; `null` where the way in has no envelope. */
    envelopeFrom: text('envelope_from'),
    /** The address of ours it was sent to, with its reply token if it had one. */
    envelopeTo: text('envelope_to').notNull(),
    receivedAt: bigint('received_at', { mode: 'number' }).notNull(),
    ids: jsonb('ids').$type<{ conversationId: string; messageId: string; contactId: string; eventId: string }>().notNull(),
    /** Its Message-ID, and those it refers to: what belongs to one thread is taken in one after the other. */
    rfcMessageId: text('rfc_message_id'),
    refersTo: text('refers_to').array().notNull().default([]),
    state: text('state', { enum: ['waiting', 'done'] }).notNull(),
    tries: integer('tries').notNull(),
    /** Not before this: the end of a worker's lease, or of the pause after a failed try. */
    dueAt: bigint('due_at', { mode: 'number' }).notNull(),
    /** Of a team's own mailbox: its folder, whether it is history, and whether only its beginning was fetched. */
    mailbox: jsonb('mailbox').$type<{ folder: MailFolder; history: boolean; cut: boolean }>(),
    /** 1 goes behind everything that is 0: history must not keep today's mail waiting. */
    rank: integer('rank').notNull().default(0),
    /** What went wrong at the last try, for the hub's administrator. */
    problem: text('problem'),
    /** Once done: the message it is, its own or the one the inbox had already (X8). */
    became: jsonb('became').$type<Became>(),
  },
  (table) => [
    // Two ways to what waits and no more: one by due time was taken where a database has no statistics, and read all of it at every claim.
    index('incoming_mails_waiting').on(table.rfcMessageId).where(sql`state = 'waiting'`),
    index('incoming_mails_next').on(table.rank, table.receivedAt, table.id).where(sql`state = 'waiting'`),
  ],
);

export type IncomingMail = typeof incomingMails.$inferSelect;
