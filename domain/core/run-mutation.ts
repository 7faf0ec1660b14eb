import { leaveLines } from '../audit/leave-lines';
import { targetOf } from '../merge/target-of';
import { agentSpace } from '../model/ids';
import { BufferedTx } from './buffered-tx';
import type { Left, Mutation } from './define-mutation';
import { agentOf, type Meta } from './meta';
import { type Refusal, refuse } from './refusal';
import type { RowReader, Tx, Write } from './tx';
import { undoEntryOf } from './undo-entry-of';

export type Outcome = { refused: Refusal; writes?: undefined } | ({ refused?: undefined; writes: Write[] } & Partial<Left>);

/**
 * Runs one mutation over a store's reader and returns what to commit, or why not. The host commits all of `writes` or none.
 * Arguments that do not fit their schema are a refusal: they come from another machine, perhaps of another version.
 */
export async function runMutation(reader: RowReader, mutation: Mutation, rawArgs: unknown, meta: Meta): Promise<Outcome> {
  const parsed = mutation.args.safeParse(rawArgs);
  if (!parsed.success) return { refused: refuse('bad-arguments', { where: parsed.error.issues[0]?.path.join('.') ?? '' }) };
  if (mutation.actor !== 'any' && mutation.actor !== meta.by.kind) return { refused: refuse('not-allowed') };

  const buffer = new BufferedTx(reader);
  const actor = agentOf(meta.by);
  if (actor && (await buffer.tx.agents.find(actor))?.active === false) return { refused: refuse('deactivated') };
  const args = mutation.actor === 'system' ? parsed.data : await meant(buffer.tx, parsed.data);
  const said = (await mutation.may(meta.by, args, buffer.tx)) ?? (await mutation.run(buffer.tx, args, meta));
  if (said && 'refused' in said) return { refused: said };

  if (!mutation.silent) await leaveLines(buffer, meta);
  const writes = await buffer.writes();
  // What deletes a ticket for good is not taken back, and no copy of it is kept (D6).
  const forGood = writes.some(({ table, before, after }) => table === 'tickets' && before && !after);
  if (!mutation.undoable || !actor || forGood) return { writes, ...said };
  const entry = undoEntryOf(writes, { id: meta.uuid, space: agentSpace(actor), act: mutation.name, at: meta.at });
  return { writes: [...writes, { table: 'undoEntries', id: entry.id, within: undefined, before: undefined, after: entry }] };
}

/** What is said of a conversation that was merged away is meant for the one it lies in now, however late it is heard (D16). What the host hears of says so itself. */
async function meant(tx: Tx, args: unknown): Promise<unknown> {
  if (typeof args !== 'object' || args === null || !('conversationId' in args) || typeof args.conversationId !== 'string') return args;
  return { ...args, conversationId: await targetOf(tx, args.conversationId) };
}
