import type { Left } from '../../domain/core/define-mutation';
import { type Refusal, refuse } from '../../domain/core/refusal';
import { runMutation } from '../../domain/core/run-mutation';
import type { Id } from '../../domain/model/ids';
import { findMutation } from '../../domain/mutations';
import { commitWrites } from './commit-writes';
import { DexieReader } from './dexie-reader';
import { rowKey } from './row-key';
import type { StoreTables } from './store-tables';
import type { OutboxEntry, RowKey } from './stored-rows';

type Act = Pick<OutboxEntry, 'uuid' | 'name' | 'args' | 'claimedAt'>;
export type ActResult = { refused: Refusal; reads: RowKey[] } | { refused?: undefined; writes: RowKey[]; reads: RowKey[]; left: Left['left'] };

/** Runs an act's rule over this store as `agentId` and writes what it decides, over what the hub left. */
export async function runAct(tables: StoreTables, agentId: Id, act: Act, again?: true): Promise<ActResult> {
  const mutation = findMutation(act.name);
  if (!mutation) return { refused: refuse('unknown-mutation'), reads: [] };
  const reader = new DexieReader(tables);
  const meta = { at: act.claimedAt, claimedAt: act.claimedAt, uuid: act.uuid, by: { kind: 'agent' as const, agentId }, ...(again && { again }) };
  const outcome = await runMutation(reader, mutation, act.args, meta);
  const reads = [...reader.reads];
  if (outcome.refused) return { refused: outcome.refused, reads };
  await commitWrites(tables, agentId, outcome.writes);
  return { writes: outcome.writes.map(({ table, id }) => rowKey(table, id)), reads, left: outcome.left ?? [] };
}
