import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Refusal } from '../../domain/core/refusal';
import type { SyncedTable, TableName } from '../../domain/core/tables';
import { bootstrapRank, newestAt } from './conversation-order';
import { filesOfRow } from './files-of-row';
import { hostTable } from './host-table';
import { syncedTable } from './synced-table';

export const workspaces = syncedTable('workspaces');
export const agents = syncedTable('agents');
export const contacts = syncedTable('contacts', { emails: `gin (doc->'emails') jsonb_path_ops` });
export const companies = syncedTable('companies');
export const deals = syncedTable('deals');
export const senderRules = syncedTable('senderRules', { pattern: `space, (doc->>'pattern')` });
export const inboxes = syncedTable('inboxes');
/** Unique over all inboxes: no rule of one sees the channels of another (CHN-4, INB-6). */
export const channels = syncedTable('channels', { address: `unique (doc->>'address')` });
export const stoppedChannels = syncedTable('stoppedChannels');
export const members = syncedTable('members', { agent: `(doc->>'agentId')` });
export const teams = syncedTable('teams');
export const tickets = syncedTable('tickets', { number: `space, ((doc->>'number')::bigint) desc`, contact: `(doc->>'contactId'), id` });
export const conversations = syncedTable('conversations', {
  ticket: `(doc->>'ticketId')`,
  address: `space, (doc->>'contactAddress'), id desc`,
  owner: `space, (doc->>'ownerId'), (doc->>'status')`,
  snoozed: `((doc->'snoozed'->>'until')::bigint)`,
  bootstrap: `space, ${bootstrapRank}, ${newestAt} desc, id desc`,
});
export const messages = syncedTable('messages', {
  thread: `within, ((doc->>'receivedAt')::bigint) desc, id desc`,
  files: `gin (${filesOfRow}) jsonb_path_ops`,
});
export const drafts = syncedTable('drafts', { conversation: `space, within` });
export const readMarks = syncedTable('readMarks', { conversation: 'within' });
export const notificationSettings = syncedTable('notificationSettings');
export const contextSettings = syncedTable('contextSettings');
export const viewSettings = syncedTable('viewSettings');
export const undoEntries = syncedTable('undoEntries', { age: `((doc->>'at')::bigint)` });

/** A Message-ID may be longer than an index entry, hence its digest. */
export const mailIds = hostTable('mailIds', { rfc: `(doc->>'inboxId'), md5(doc->>'rfcMessageId')` });
export const purgedMails = hostTable('purgedMails');
export const bodies = hostTable('bodies');
export const hiddenMessages = hostTable('hiddenMessages');
export const outboundMails = hostTable('outboundMails');
export const invitations = hostTable('invitations', { token: `(doc->>'tokenHash')` });

export const syncedSchema = {
  workspaces,
  agents,
  contacts,
  companies,
  deals,
  senderRules,
  inboxes,
  channels,
  stoppedChannels,
  members,
  teams,
  tickets,
  conversations,
  messages,
  drafts,
  readMarks,
  undoEntries,
  notificationSettings,
  contextSettings,
  viewSettings,
} satisfies Record<SyncedTable, unknown>;
export const hostSchema = { mailIds, purgedMails, bodies, hiddenMessages, outboundMails, invitations } satisfies Record<
  Exclude<TableName, SyncedTable>,
  unknown
>;
export const rowSchema = { ...syncedSchema, ...hostSchema };

/**
 * The version counter of each space, the lock all writers into it take, last and in id order (K4). `writtenBy` is the last
 * writer's transaction id: it tells whether somebody wrote since a snapshot.
 */
export const spaces = pgTable('spaces', {
  id: text().primaryKey(),
  version: bigint({ mode: 'number' }).notNull().default(0),
  prunedBelow: bigint('pruned_below', { mode: 'number' }).notNull().default(0),
  writtenBy: text('written_by').notNull().default('0'),
});

/** How many conversations stand in each view of an inbox (`counterKeysOf`). */
export const counters = pgTable('counters', { space: text().notNull(), key: text().notNull(), count: bigint({ mode: 'number' }).notNull() }, (t) => [
  primaryKey({ columns: [t.space, t.key] }),
]);

/** One row a client: the last of its acts that was settled, and whose it is (K16). */
export const clients = pgTable('clients', {
  id: text().primaryKey(),
  agentId: text('agent_id').notNull(),
  lastMutationId: bigint('last_mutation_id', { mode: 'number' }).notNull().default(0),
});

/** Which act stood behind a client's number … */
export const applied = pgTable(
  'applied',
  { clientId: text('client_id').notNull(), mutationId: bigint('mutation_id', { mode: 'number' }).notNull(), uuid: text().notNull() },
  (t) => [primaryKey({ columns: [t.clientId, t.mutationId] })],
);
/** … and what became of each act, whoever pushed it first: a copied profile pushes the same act under another number (K11). */
export const acts = pgTable('acts', {
  uuid: text().primaryKey(),
  refusal: jsonb().$type<Refusal>(),
  at: bigint({ mode: 'number' }).notNull(),
});

/** Where each outbound mail stands; `lease` names the attempt that may settle it, until `leasedUntil` (ms). */
export const outboundState = pgTable(
  'outbound_state',
  {
    id: text().primaryKey(),
    /** `held`: found unsent in a restored database, to be written down as unknown. `cancelled`: taken back. Nobody sends either any more. */
    state: text({ enum: ['queued', 'sending', 'held', 'sent', 'failed', 'unknown', 'cancelled'] }).notNull(),
    at: bigint({ mode: 'number' }).notNull(),
    attempts: integer().notNull().default(0),
    lease: text(),
    leasedUntil: bigint('leased_until', { mode: 'number' }),
    /** ms; a queued mail is not tried before. */
    notBefore: bigint('not_before', { mode: 'number' }).notNull().default(0),
    text: text().notNull().default(''),
  },
  (t) => [index('outbound_state_state').on(t.state, t.notBefore)],
);

/** Files whose bytes lie in the folder or are being written there, by the sha256 of them. */
export const files = pgTable(
  'files',
  {
    hash: text().primaryKey(),
    /** ms, when they were last given to the hub. */
    at: bigint({ mode: 'number' }).notNull(),
    /** A message named it when the sweep last looked; no longer surely so once one that did has gone. */
    named: boolean().notNull().default(false),
  },
  (t) => [index('files_to_look_at').on(t.hash).where(sql`not named`)],
);

/** Who may name a file in an act: who uploaded it (their agent space), and the inboxes with a message that holds it. Knowing a hash is not enough. */
export const fileSpaces = pgTable('file_spaces', { hash: text().notNull(), space: text().notNull() }, (t) => [
  primaryKey({ columns: [t.hash, t.space] }),
]);

/** One row: which database this is (K12). `beat` only grows; a witness file beside the hub's data remembers the highest seen. */
export const hub = pgTable('hub', {
  id: integer().primaryKey(),
  epoch: text().notNull(),
  fingerprint: text().notNull(),
  beat: bigint({ mode: 'number' }).notNull().default(0),
  /** Whether this epoch began with a restore: mails of acts done before may have gone out (I2). */
  restored: boolean().notNull().default(false),
});
