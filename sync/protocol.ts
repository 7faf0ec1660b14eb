import * as z from 'zod/mini';
import { Refusal } from '../domain/core/refusal';
import { type SyncedTable, syncedTables } from '../domain/core/tables';
import { Id, Millis, SpaceId } from '../domain/model/ids';

/** Grows when who speaks the one before cannot go on. A hub names the ones it speaks in `/hub`. */
export const protocolVersion = 1;

/**
 * Grows with every change of the wire's form, also with those an older device lives with (0050). Rows one could not read are asked for again by the
 * first version of Samtale that knows more.
 */
export const wireRevision = 1;

/** Rows a pull answers with at most; a page never cuts inside a version, so one may be a little longer. */
export const pullLimit = 1000;
/** Conversations (with all their messages) of one bootstrap page. */
export const bootstrapPage = 50;
export const pushLimit = 50;
/** Acts one question about them names at most. */
export const actsLimit = 1000;

/** `GET /hub`, open to anyone: is this a hub, and can we talk? */
export const HubInfo = z.object({
  samtale: z.literal('hub'),
  name: z.string(),
  protocolVersions: z.array(z.int()),
  schemaVersions: z.array(z.int()),
  /** The hub's clock, ms. */
  now: Millis,
});
export type HubInfo = z.infer<typeof HubInfo>;

/** One pending act of a client. `id` counts up by one per client; `uuid` is the act's own and the same at every try (K11). */
export const PushedMutation = z.object({
  id: z.int().check(z.positive()),
  uuid: Id,
  name: z.string().check(z.maxLength(100)),
  args: z.json(),
  schemaVersion: z.int().check(z.positive()),
  claimedAt: Millis,
  /** The epoch its author knew when doing it; not every client says. After a restore mails of older acts are held (K12). */
  epoch: z.optional(z.nullable(z.string().check(z.maxLength(100)))),
});
export type PushedMutation = z.infer<typeof PushedMutation>;

export const PushRequest = z.object({
  clientId: Id,
  epoch: z.nullable(z.string().check(z.maxLength(100))),
  mutations: z.array(PushedMutation).check(z.minLength(1), z.maxLength(pushLimit)),
});
export type PushRequest = z.infer<typeof PushRequest>;

/** What became of one mutation, the same at every try. */
export const PushOutcome = z.object({ id: z.int(), uuid: Id, refused: z.nullable(Refusal) });
export type PushOutcome = z.infer<typeof PushOutcome>;

/**
 * `outcomes` holds the leading mutations that were settled. `stopped` says why the rest was not looked at:
 * `client-forked`: this id was used with another uuid, take a new clientId and push again (K11);
 * `gap`: ids are missing below `lastMutationId + 1`, push from there; `attachment-missing`: upload `hash` first (K18);
 * `new-epoch`: the hub was restored, resync first.
 */
export const PushResponse = z.object({
  epoch: z.string(),
  lastMutationId: z.int().check(z.nonnegative()),
  outcomes: z.array(PushOutcome),
  stopped: z.nullable(
    z.discriminatedUnion('why', [
      z.object({ why: z.literal('client-forked') }),
      z.object({ why: z.literal('gap') }),
      z.object({ why: z.literal('attachment-missing'), hash: z.string() }),
      z.object({ why: z.literal('new-epoch') }),
    ]),
  ),
});
export type PushResponse = z.infer<typeof PushResponse>;

const rowSchemas = Object.entries(syncedTables).map(([table, schema]) =>
  z.object({
    table: z.literal(table as SyncedTable),
    id: Id,
    version: z.int().check(z.positive()),
    row: z.nullable(schema),
    within: z.nullable(Id),
    movedFrom: z.optional(z.array(Id)),
    movedTo: z.nullable(SpaceId),
  }),
);

/** A row at a version, or its tombstone (`row: null`). `within` is the conversation of a message; its tombstone says where else it may lie (`movedFrom`). */
export const RowChange = z.discriminatedUnion(
  'table',
  rowSchemas as unknown as [(typeof rowSchemas)[number], ...(typeof rowSchemas)[number][]],
) as unknown as z.ZodMiniType<RowChange>;
export type RowChange = {
  [T in SyncedTable]: {
    table: T;
    id: Id;
    version: number;
    row: z.infer<(typeof syncedTables)[T]> | null;
    within: Id | null;
    movedFrom?: Id[] | undefined;
    movedTo: SpaceId | null;
  };
}[SyncedTable];

/** `cursors`: for each space the client holds, the version it has seen all of. A space it has not listed is new to it. */
export const PullRequest = z.object({
  clientId: Id,
  epoch: z.nullable(z.string().check(z.maxLength(100))),
  cursors: z.record(SpaceId, z.int().check(z.nonnegative())),
});
export type PullRequest = z.infer<typeof PullRequest>;

/** What is new in one space, up to a version. */
export const SpaceChange = z.object({ space: SpaceId, to: z.int().check(z.nonnegative()), rows: z.array(RowChange) });

/** All of it read in one REPEATABLE READ snapshot (K4). */
export const PullResponse = z.object({
  epoch: z.string(),
  /** The hub's clock, ms. */
  now: Millis,
  agentId: Id,
  workspaceId: Id,
  /** Every space the agent is in. Rows of any other go; inbox spaces without a cursor are bootstrapped. */
  spaces: z.array(SpaceId),
  /** Spaces whose cursor is of no use (pruned below, or ahead of us): drop their rows and bootstrap again (K13). */
  reset: z.array(SpaceId),
  changes: z.array(SpaceChange),
  /** More is waiting above the cursors given. While so, `lastMutationId` is null: own acts are confirmed only with all their rows. */
  more: z.boolean(),
  lastMutationId: z.nullable(z.int().check(z.nonnegative())),
});
export type PullResponse = z.infer<typeof PullResponse>;

/** One page of an inbox: open conversations newest first, then the rest newest first (K7). `after` is the cursor of the page before. */
export const BootstrapRequest = z.object({
  clientId: Id,
  space: SpaceId,
  after: z.nullable(z.string().check(z.maxLength(200))),
  /** Or: just these threads, whole (rows that a delta brought before their history was here). */
  conversationIds: z.optional(z.array(Id).check(z.maxLength(bootstrapPage))),
});
export type BootstrapRequest = z.infer<typeof BootstrapRequest>;

export const BootstrapResponse = z.object({
  epoch: z.string(),
  /** The space's version when this page was read. The client keeps the one of its first page as cursor and pulls deltas from there. */
  version: z.int().check(z.nonnegative()),
  rows: z.array(RowChange),
  after: z.nullable(z.string()),
  total: z.int().check(z.nonnegative()),
  /** Counters by key (`counterKeysOf`), exact at `version`: shown until the bootstrap is done. */
  counters: z.record(z.string(), z.int()),
});
export type BootstrapResponse = z.infer<typeof BootstrapResponse>;

/** Asked after a restore: which of these acts does this hub have? Those it has refused it does not have (K12). */
export const KnownActsRequest = z.object({ uuids: z.array(Id).check(z.maxLength(actsLimit)) });
export type KnownActsRequest = z.infer<typeof KnownActsRequest>;
export const KnownActsResponse = z.object({ epoch: z.string(), known: z.array(Id) });
export type KnownActsResponse = z.infer<typeof KnownActsResponse>;

/** Frames of the one WebSocket, `/sync/socket`. The first from the client carries the token, never the URL (K19). */
/** What somebody does in a conversation they have open. */
export const Doing = z.enum(['reading', 'reply', 'comment']);
export type Doing = z.infer<typeof Doing>;
export const Place = z.object({ conversationId: Id, doing: Doing });
export type Place = z.infer<typeof Place>;
export const Present = z.object({ agentId: Id, doing: Doing });
export type Present = z.infer<typeof Present>;

export const ClientFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), token: z.string(), clientId: Id }),
  z.object({ type: z.literal('beat') }),
  /** What is open on this device just now (THR-14). */
  z.object({ type: z.literal('here'), places: z.array(Place).check(z.maxLength(10)) }),
]);
export type ClientFrame = z.infer<typeof ClientFrame>;
export const HubFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('welcome') }),
  z.object({ type: z.literal('beat') }),
  /** Something changed in these spaces; a lost poke costs delay, never data. */
  z.object({ type: z.literal('poke'), spaces: z.array(SpaceId) }),
  /** Who else has this conversation open, all of them. */
  z.object({ type: z.literal('presence'), conversationId: Id, who: z.array(Present) }),
]);
export type HubFrame = z.infer<typeof HubFrame>;

/** Every error answer of the hub: a code for the program, words for a person reading a log. */
export const HubError = z.object({ error: z.string(), message: z.string() });
