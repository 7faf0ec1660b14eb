import type { Left } from '../../domain/core/define-mutation';
import type { Actor } from '../../domain/core/meta';
import { type Refusal, refuse } from '../../domain/core/refusal';
import { runMutation } from '../../domain/core/run-mutation';
import type { Write } from '../../domain/core/tx';
import { findMutation } from '../../domain/mutations';
import { commitLocally } from './commit-locally';
import { DexieReader } from './dexie-reader';
import { dropUnusedFiles } from './drop-unused-files';
import { forgetPreviews } from './forget-hidden';
import { forgetPurged } from './forget-purged';
import { type Me, metaRow } from './me';
import type { StoreTables } from './store-tables';
import type { OutboxEntry } from './stored-rows';

export type LocalAct = Pick<OutboxEntry, 'uuid' | 'name' | 'args' | 'claimedAt'> & { by: Actor };

/** Undo is offered for ten seconds; within the day is more than anybody asks. */
const undoKept = 86_400_000;
/** How many acts back one is known again: pages repeat only what they did a moment ago. */
const remembered = 20;

/**
 * Does an act in a workspace that has no hub: this device is the host, so its clock counts and what the rule decides is the truth at once,
 * with nothing to take back and nothing to push. Inside one transaction. `onWrites` hears what was written, and which of
 * many rows were left as they are.
 */
export async function actLocally(
  tables: StoreTables,
  { agentId }: Me,
  { uuid, name, args, claimedAt, by }: LocalAct,
  onWrites?: (writes: readonly Write[], left: Left['left']) => void,
): Promise<{ refused: Refusal; uuid?: undefined } | undefined> {
  const local = await metaRow(tables, 'local');
  if (!local) throw new Error('this database belongs to a hub');
  if (local.newest.includes(uuid)) return undefined;
  const mutation = findMutation(name);
  if (!mutation) return { refused: refuse('unknown-mutation') };
  const outcome = await runMutation(new DexieReader(tables), mutation, args, { at: claimedAt, claimedAt: null, uuid, by });
  if (outcome.refused) return { refused: outcome.refused };
  if (outcome.writes.some((write) => leavesTheHouse(write) && !(local.sample && write.table === 'outboundMails')))
    return { refused: refuse('needs-hub') };
  const version = local.version + 1;
  await commitLocally(tables, agentId, outcome.writes, version);
  await tables.meta.put({ ...local, version, newest: [uuid, ...local.newest].slice(0, remembered) });
  // Many that go by themselves are seen to together (`purgeTrash`).
  if (name === 'deleteForever' && by.kind === 'agent') await dropUnusedFiles(tables, new Set(await forgetPurged(tables, outcome.writes)));
  await forgetPreviews(tables, outcome.writes);
  if (by.kind === 'agent')
    await tables.undoEntries
      .where('at')
      .below(claimedAt - undoKept)
      .delete();
  onWrites?.(outcome.writes, outcome.left ?? []);
  return undefined;
}

/** An intent nobody here can carry out: a mail to send, a link into a workspace others cannot reach. */
const leavesTheHouse = ({ table, after }: Write) => after !== null && (table === 'outboundMails' || table === 'invitations');
