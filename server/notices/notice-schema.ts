import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { WaitingNotice } from '../../domain/notification/due-mail';

/**
 * Notices kept for mail (NTF-2), a row for each agent, conversation and wait, or for each account owner and channel that stopped (CHN-4): while it waits, later notices join it, so that there is one
 * mail. From `sending` on it is that mail, as in `outbound_state`: `again` waits for another try, `unknown` is never sent again.
 */
export const noticeMails = pgTable(
  'notice_mails',
  {
    id: text().primaryKey(),
    agentId: text('agent_id').notNull(),
    inboxId: text('inbox_id').notNull(),
    /** What it is about: one of the two. */
    conversationId: text('conversation_id'),
    channelId: text('channel_id'),
    notices: jsonb().$type<WaitingNotice[]>().notNull(),
    state: text({ enum: ['waiting', 'sending', 'again', 'sent', 'failed', 'unknown'] }).notNull(),
    /** ms, of its first notice; of a channel's latest stop. */
    at: bigint({ mode: 'number' }).notNull(),
    attempts: integer().notNull().default(0),
    leasedUntil: bigint('leased_until', { mode: 'number' }),
    /** ms; not looked at before. */
    notBefore: bigint('not_before', { mode: 'number' }).notNull(),
    /** The mail server's words. */
    text: text().notNull().default(''),
  },
  (t) => [
    uniqueIndex('notice_mails_waiting').on(t.agentId, t.conversationId).where(sql`state = 'waiting'`),
    uniqueIndex('notice_mails_waiting_stop').on(t.agentId, t.channelId).where(sql`state = 'waiting'`),
    index('notice_mails_due').on(t.state, t.notBefore),
  ],
);

/** When a device of an agent was last online (ms), and the language it asked for. */
export const sightings = pgTable('sightings', {
  agentId: text('agent_id').primaryKey(),
  at: bigint({ mode: 'number' }).notNull(),
  locale: text(),
});

/** Addresses of agents from which mail came back for good: nothing is sent there until somebody asks for it again. */
export const returnedAddresses = pgTable('returned_addresses', {
  address: text().primaryKey(),
  at: bigint({ mode: 'number' }).notNull(),
});
