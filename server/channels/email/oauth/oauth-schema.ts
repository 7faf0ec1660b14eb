import { bigint, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { MailProvider } from '../../../../domain/model/mailbox';
import type { MailSignInOutcome } from '../../../../sync/mail-sign-in-protocol';
import type { MailAccess } from './providers';

/** By which client of Google's or Microsoft's a workspace's mailboxes are signed in: registered there by its administrator. */
export const mailClients = pgTable(
  'mail_clients',
  {
    workspaceId: uuid('workspace_id').notNull(),
    provider: text('provider').$type<MailProvider>().notNull(),
    clientId: text('client_id').notNull(),
    sealedSecret: text('sealed_secret').notNull(),
    /** Microsoft's directory; empty for Google. */
    tenant: text('tenant').notNull(),
    access: text('access').$type<MailAccess>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.provider] })],
);

/** A sign-in at a provider that an agent began: its way back is known by the state's hash, once. Afterwards it holds what came of it. */
export const mailSignIns = pgTable('mail_sign_ins', {
  id: uuid('id').primaryKey(),
  agentId: uuid('agent_id').notNull(),
  workspaceId: uuid('workspace_id').notNull(),
  provider: text('provider').$type<MailProvider>().notNull(),
  access: text('access').$type<MailAccess>().notNull(),
  /** The mailbox it signs in to again; `null` for one that will be connected. */
  channelId: uuid('channel_id'),
  /** `null` once somebody came back with it. */
  stateHash: text('state_hash').unique(),
  /** The code verifier, then the refresh token, sealed. */
  sealed: text('sealed').notNull(),
  outcome: jsonb('outcome').$type<MailSignInOutcome>(),
  /** ms */
  begunAt: bigint('begun_at', { mode: 'number' }).notNull(),
});

export type MailSignIn = typeof mailSignIns.$inferSelect;
