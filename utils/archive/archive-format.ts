import * as z from 'zod/mini';
import { tables } from '../../domain/core/tables';
import { DraftContent } from '../../domain/model/draft';
import { Id, Millis } from '../../domain/model/ids';
import { TypedWords } from '../connection/typed-words';

/** Goes up when an older Samtale could no longer understand what is written; it then says so. */
export const archiveFormat = 1;

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Path = z.string().check(z.minLength(1), z.maxLength(1000));
const { invitations: _links, outboundMails: _intents, hiddenMessages: _vault, messages, conversations, bodies, ...others } = tables;

/** Bytes that are kept, once for each hash. */
const ArchivedFile = z.object({
  hash: Sha256,
  path: Path,
  type: z.string().check(z.maxLength(200)),
  size: z.int().check(z.nonnegative()),
  at: Millis,
});
/** A mail as a file any mail program reads: as it came, or `made` from what is known of it. */
const ArchivedMail = z.object({ messageId: Id, path: Path, sha256: Sha256, made: z.boolean() });
const FileNames = z.array(z.string().check(z.maxLength(1000)));
const ArchivedImport = z.object({
  id: Id,
  name: z.string().check(z.maxLength(1000)),
  size: z.number(),
  modified: z.number(),
  at: Millis,
  state: z.enum(['waiting', 'looking', 'running', 'stopping', 'stopped', 'done', 'undoing', 'undone', 'no-mail', 'failed', 'disk-full']),
  looked: z.number(),
  total: z.int(),
  done: z.int(),
  fresh: z.int(),
  known: z.int(),
  unreadable: z.int(),
  stayed: z.exactOptional(z.int()),
  refused: z.exactOptional(FileNames),
  names: z.exactOptional(z.object({ fresh: FileNames, known: FileNames, unreadable: FileNames })),
});

/**
 * What each table's lines are, in the order they stand in an archive: rows by the model, and what the store keeps beside them. A line of a model's
 * table has its `version` too. Intents to send and links into the workspace stay where they can be carried out,
 * and so does what hidden messages said (D15).
 */
export const archiveTables = {
  ...others,
  conversations,
  messages,
  bodies,
  imports: ArchivedImport,
  imported: z.object({ id: Id, importId: Id, conversationId: Id }),
  /** Typed and not saved as a draft yet. */
  typed: z.extend(TypedWords, { conversationId: Id, content: DraftContent }),
  /** What a hub had not taken: for a person to read; its effect is in the rows. */
  unsent: z.object({ state: z.enum(['waiting', 'refused']), act: z.json() }),
  files: ArchivedFile,
  mails: ArchivedMail,
} as const;
export type ArchiveTable = keyof typeof archiveTables;
export type ArchiveRow<T extends ArchiveTable> = z.infer<(typeof archiveTables)[T]>;
export const archiveTableNames = Object.keys(archiveTables) as ArchiveTable[];

/** Tables with more to them than rows that are written as they are. */
const ofTheirOwn = ['conversations', 'messages', 'bodies', 'typed', 'unsent', 'files', 'mails'] as const satisfies ArchiveTable[];
export type RowTable = Exclude<ArchiveTable, (typeof ofTheirOwn)[number]>;
/** All others: a new table of the model goes along by itself. */
export const rowTables = archiveTableNames.filter((table): table is RowTable => !(ofTheirOwn as readonly string[]).includes(table));

/** Tables of the model, whose lines carry a version. */
export type ModelTable = Extract<ArchiveTable, keyof typeof tables>;
export const isModelTable = (table: ArchiveTable): table is ModelTable => table in tables;

/** Why something of the workspace is not in the archive: it is on the hub and not on this device. */
const Missing = z.object({
  /** Conversations whose older messages, or all of whose rows, are still on the hub. */
  conversations: z.int().check(z.nonnegative()),
  html: z.int().check(z.nonnegative()),
  files: z.int().check(z.nonnegative()),
  originals: z.int().check(z.nonnegative()),
});
export type Missing = z.infer<typeof Missing>;

const Version = z.int().check(z.nonnegative());
/** Where a workspace that is its own host stood: its last version, and the acts it would know again. Earlier archives say no more. */
const AsHost = z.object({
  version: Version,
  newest: z.array(Id).check(z.maxLength(100)),
  /** How long what is in trash has lain there (D26). */
  trash: z.optional(z.object({ seenAt: Millis, lain: z.record(Id, z.object({ since: Millis, counted: Millis })) })),
  /** Up to which version each inbox of a hub has what was done here, and which was the last. */
  moved: z.optional(
    z.object({
      inboxId: Id,
      hubName: z.string(),
      inboxName: z.string(),
      upTo: Version,
      upToOf: z.exactOptional(z.record(Id, Version)),
      /** … and up to which it may have some, by a run that was not through. */
      begunOf: z.exactOptional(z.record(Id, Version)),
    }),
  ),
});

export const Manifest = z.object({
  samtale: z.literal('workspace'),
  format: z.literal(archiveFormat),
  made: z.iso.datetime(),
  from: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('local') }),
    z.object({ kind: z.literal('hub'), name: z.string(), origin: z.string() }),
  ]),
  workspace: z.string(),
  account: z.object({ agentName: z.string().check(z.maxLength(200)), email: z.string().check(z.maxLength(320)) }),
  me: z.object({ agentId: Id, workspaceId: Id }),
  local: z.nullable(AsHost),
  counts: z.partialRecord(z.enum(archiveTableNames), z.int().check(z.nonnegative())),
  /** Of the messages that are mails: how many files are as they came, how many are made; everything else of a thread is rows only. */
  mails: z.object({ asTheyCame: z.int(), made: z.int(), rowsOnly: z.int() }),
  notHere: Missing,
  parts: z.array(z.object({ path: Path, table: z.enum(archiveTableNames), rows: z.int().check(z.positive()), size: z.int(), sha256: Sha256 })),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestPath = 'manifest.json';
