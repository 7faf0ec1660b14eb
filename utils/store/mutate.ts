import type { Left } from '../../domain/core/define-mutation';
import { type Refusal, refuse } from '../../domain/core/refusal';
import type { Id } from '../../domain/model/ids';
import { type ArgsOf, type MutationName, schemaVersion } from '../../domain/mutations';
import { isDiskFull } from '../../sync/is-disk-full';
import { actLocally } from './act-locally';
import { clientRow } from './client-row';
import type { SamtaleDatabase } from './database';
import { me, metaRow } from './me';
import { newId } from './new-id';
import { runAct } from './run-act';
import { type StoreTables, transact } from './store-tables';
import { withReopen } from './with-reopen';

/** `left`: of an act on many, the rows that it left as they are. */
export type MutateAnswer = ({ uuid: Id; refused?: undefined } & Left) | { refused: Refusal; uuid?: undefined };

/**
 * Does an act here and queues it for the hub, in one transaction that is on the disk when the promise settles: what shows is
 * safe, whether or not the worker lives. A refusal writes nothing, and neither does a full disk, which refuses as well (F9).
 * In a workspace of this computer alone nobody waits for it: it is done, and nothing is queued.
 */
export async function mutate<N extends MutationName>(db: SamtaleDatabase, name: N, args: ArgsOf<N>): Promise<MutateAnswer> {
  return enqueue(db, name, args);
}

/**
 * `mutate` for an act whose name is only known at run time, as one taken from *Not applied*. `claimedAt`: when it was really done, in a
 * workspace that moves.
 */
export async function enqueue(db: SamtaleDatabase, name: string, args: unknown, claimedAt = Date.now()): Promise<MutateAnswer> {
  const act = { uuid: newId(), name, args: JSON.parse(JSON.stringify(args)), claimedAt };
  try {
    return await withReopen(db, () => transact(db, (tables) => performAct(tables, act)));
  } catch (error) {
    if (isDiskFull(error)) return { refused: refuse('disk-full') };
    throw error;
  }
}

/** One act, in a transaction that is there. */
export async function performAct(tables: StoreTables, act: { uuid: Id; name: string; args: unknown; claimedAt: number }): Promise<MutateAnswer> {
  const self = await me(tables);
  // Our own row is missing before the first pull and while a reset workspace comes in anew (K13): nobody acts yet.
  if (!self || !(await tables.agents.get(self.agentId))) return { refused: refuse('not-allowed') };
  const local = await metaRow(tables, 'local');
  if (local) {
    let left: Left['left'] = [];
    const by = { kind: 'agent', agentId: self.agentId } as const;
    const refused = await actLocally(tables, self, { ...act, by }, (_, those) => {
      left = those;
    });
    return refused ?? { uuid: act.uuid, left };
  }
  // The connection was lost and opened again after this very act was written: once is enough (F13).
  if (await tables.outbox.where('uuid').equals(act.uuid).first()) return { uuid: act.uuid, left: [] };
  const result = await runAct(tables, self.agentId, act);
  if (result.refused) return { refused: result.refused };
  const client = await clientRow(tables);
  const id = client.lastId + 1;
  await tables.meta.put({ ...client, lastId: id });
  await tables.outbox.add({ id, ...act, schemaVersion, epoch: client.epoch, state: 'pending', writes: result.writes, reads: result.reads });
  return { uuid: act.uuid, left: result.left };
}
