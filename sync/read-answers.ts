import * as z from 'zod/mini';
import { RefusalCode } from '../domain/core/refusal';
import type { SpaceId } from '../domain/model/ids';
import type { UnknownRow, WithUnknown } from './ports';
import { BootstrapResponse, PullResponse, PushOutcome, PushResponse, RowChange, SpaceChange } from './protocol';
import { readingOf } from './reading-of';

/** Rows are looked at one by one: one of them must not stop the others. */
const rows = z.array(z.unknown());
/** … of `/sync/pull`, for `readPull`. */
export const PullAnswer = readingOf(z.extend(PullResponse, { changes: z.array(z.extend(SpaceChange, { rows })) }));
/** … of `/sync/bootstrap`, for `readBootstrap`. */
export const BootstrapAnswer = readingOf(z.extend(BootstrapResponse, { rows }));
const Row = readingOf(RowChange);

/** Why a newer hub refused may be nothing this device has words for; refused it was all the same, and what stands behind it goes on. */
const refused = z.nullable(
  z.object({ refused: z.catch(RefusalCode, 'newer-hub'), detail: z.optional(z.catch(z.record(z.string(), z.union([z.string(), z.number()])), {})) }),
);

/** The hub's answers as a device reads them, which may be older than the hub is (0050). */
export const PushAnswer = readingOf(z.extend(PushResponse, { outcomes: z.array(z.extend(PushOutcome, { refused })) }));

export function readPull(answer: z.infer<typeof PullAnswer>): WithUnknown<PullResponse> {
  const unknown: UnknownRow[] = [];
  const changes = answer.changes.map((change) => ({ ...change, rows: readRows(change.space, change.rows, unknown) }));
  return { ...answer, changes, ...(unknown.length > 0 && { unknown }) };
}

export function readBootstrap(space: SpaceId, answer: z.infer<typeof BootstrapAnswer>): WithUnknown<BootstrapResponse> {
  const unknown: UnknownRow[] = [];
  const known = readRows(space, answer.rows, unknown);
  return { ...answer, rows: known, ...(unknown.length > 0 && { unknown }) };
}

/** What can be read; the rest is named in `unknown`. */
function readRows(space: SpaceId, changes: readonly unknown[], unknown: UnknownRow[]): RowChange[] {
  return changes.flatMap((change) => {
    const read = Row.safeParse(change);
    if (read.success) return read.data;
    const named = Named.safeParse(change).data;
    unknown.push({ space, row: named ? `${named.table}/${named.id}` : '' });
    return [];
  });
}

const Named = z.object({ table: z.string(), id: z.string() });
