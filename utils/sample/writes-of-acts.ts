import { BufferedTx } from '../../domain/core/buffered-tx';
import { runMutation } from '../../domain/core/run-mutation';
import { type TableName, tableNames } from '../../domain/core/tables';
import type { RowReader, TxTable, Write } from '../../domain/core/tx';
import type { Id } from '../../domain/model/ids';
import type { Act } from './act';

/** Acts of one transaction: a commit costs more than a rule. */
export const together = 40;

/** Left out of a sample: nothing of its past is to be sent now, and undo of an act weeks old is of no use. */
const notKept = new Set<Write['table']>(['outboundMails', 'undoEntries']);

/** What acts write together, each through the same rule as everything else and seeing what those before it wrote. A refusal here is a fault of the sample. */
export async function writesOfActs(reader: RowReader, acts: readonly Act[]): Promise<Write[]> {
  const all = new BufferedTx(reader);
  for (const act of acts) await runOne(all, act);
  return all.writes();
}

async function runOne(all: BufferedTx, { mutation, args, at, uuid, by }: Act) {
  const outcome = await runMutation(readerOf(all), mutation, args, { at, claimedAt: null, uuid, by });
  if (outcome.refused) throw new Error(`the sample's ${mutation.name} is refused: ${JSON.stringify(outcome.refused)}`);
  for (const write of outcome.writes) if (!notKept.has(write.table)) put(all, write);
}

/** What one act reads: the store, and what the acts before it in the same transaction wrote. */
const readerOf = ({ tx }: BufferedTx): RowReader => ({
  find: <T extends TableName>(table: T, id: Id, within?: Id) => (tx[table] as TxTable<T>).find(id, within),
  query: (name, args) => tx.query(name, args),
});

function put({ tx }: BufferedTx, write: Write) {
  const table = tableNames.find((name) => name === write.table);
  if (!table) throw new Error(`no table ${write.table}`);
  if (write.after) (tx[table].put as (row: typeof write.after) => void)(write.after);
  else tx[table].delete(write.id, write.within);
}
