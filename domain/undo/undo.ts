import * as z from 'zod/mini';
import { takeLinesBack } from '../audit/take-lines-back';
import { moveMessages } from '../conversation/move-messages';
import { ownedHere } from '../conversation/owned-here';
import { stillOwed } from '../conversation/still-owed';
import { defineMutation } from '../core/define-mutation';
import { type Refusal, refuse } from '../core/refusal';
import { sameJson } from '../core/same-json';
import type { Tx, TxTable } from '../core/tx';
import { takeApart } from '../merge/take-apart';
import { agentSpace, Id, kindOfSpace } from '../model/ids';
import type { UndoEntry } from '../model/undo-entry';
import { isMember } from '../permission/is-member';
import { followTrash } from '../ticket/follow-trash';
import { entriesPutBack, ofEntries, withEntries } from './entries-put-back';

type Change = UndoEntry['changes'][number];
type Row = Record<string, unknown> & { id: Id; space: string; followers?: unknown; tags?: unknown };

/**
 * "Undo": puts back exactly what one's own act changed, field by field (D1, X26). Only while every one of those fields is still as the act left it:
 * if anything else touched them since, nothing of it is undone. Other fields, a comment that came meanwhile, who follows besides, other tags, stay as they are now.
 */
export const undo = defineMutation({
  name: 'undo',
  args: z.object({ actId: Id }),
  actor: 'agent',
  silent: true,
  async may(actor, { actId }, tx) {
    const entry = await tx.undoEntries.find(actId);
    if (actor.kind !== 'agent' || entry?.space !== agentSpace(actor.agentId)) return refuse('nothing-to-undo');
    // A message is taken back by a rule of its own, which looks whether it has left.
    if (entry.wrote) return refuse('nothing-to-undo');
    for (const { table, id, before } of entry.changes) {
      const row = await tableOf(tx, table).find(id);
      // Where it lies, and where an act that moved it took it from.
      for (const space of row ? [row.space, before?.space] : [])
        if (typeof space === 'string' && kindOfSpace(space) === 'inbox' && !(await isMember(tx, space, actor.agentId))) return refuse('not-found');
    }
    return undefined;
  },
  async run(tx, { actId }, { at, uuid }) {
    const entry = await tx.undoEntries.get(actId);
    const { changes, moved } = entry;
    await takeLinesBack(tx, entry);
    const apart = moved && (await takeApart(tx, moved, changes));
    if (apart) return apart;
    for (const change of changes) {
      if (moved && change.table === 'conversations') continue;
      const refused = await putBack(tx, change, changes);
      if (refused) return refused;
    }
    for (const { table, id, before, after } of changes) {
      if (table !== 'conversations') continue;
      if (typeof before?.inboxId === 'string' && typeof after?.inboxId === 'string') {
        const { messageCount } = await tx.conversations.get(id);
        await moveMessages(tx, { conversationId: id, from: after.inboxId, to: before.inboxId, limit: messageCount + 1, key: uuid });
      }
      await settle(tx, id, at);
      // The ticket the act had put it on may have no live conversation without it.
      if (typeof after?.ticketId === 'string') await followTrash(tx, after.ticketId, at);
    }
    tx.undoEntries.delete(actId);
  },
});

async function putBack(tx: Tx, { table, id, before, after }: Change, changes: readonly Change[]): Promise<Refusal | undefined> {
  const rows = tableOf(tx, table);
  const row = await rows.find(id);
  if (!before) {
    // The act made this row: it goes, if nothing has touched it since.
    if (!sameJson(row, after) || (table === 'tickets' && (await isUsedByOthers(tx, id, changes)))) return refuse('changed-since');
    rows.delete(id);
    return undefined;
  }
  if (!after) {
    // The act deleted this row: it comes back whole.
    if (row) return refuse('changed-since');
    rows.put(before as Row);
    return undefined;
  }
  if (!row) return refuse('gone');
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const others = Object.entries(row).filter(([field]) => !fields.includes(field));
  let back = { ...Object.fromEntries(others), ...before } as Row;
  for (const field of fields.filter((name) => !sameJson(row[name], after[name]))) {
    const name = ofEntries.find((one) => one === field);
    const entries = name && entriesPutBack(name, row, { before, after });
    if (!name || !entries) return refuse('changed-since');
    back = withEntries(back, name, entries);
  }
  rows.put(back);
  return undefined;
}

/** A ticket the act made has found another conversation since. */
async function isUsedByOthers(tx: Tx, ticketId: Id, changes: readonly Change[]): Promise<boolean> {
  const users = await tx.query('conversationsByTicket', { ticketId });
  return users.some((user) => !changes.some((change) => change.id === user.id));
}

/** What a conversation put back means for what is not in the entry: nothing answered is owed, and its ticket is where its conversations are. */
async function settle(tx: Tx, conversationId: Id, at: number) {
  const conversation = await tx.conversations.get(conversationId);
  tx.conversations.put(await ownedHere(tx, stillOwed(conversation)));
  await followTrash(tx, conversation.ticketId, at);
}

/** The three tables undo knows, seen alike; a row put back is checked against its table's schema by the transaction. */
const tableOf = (tx: Tx, table: Change['table']) =>
  tx[table] as unknown as { find(id: Id): Promise<Row | undefined>; put(row: Row): void; delete: TxTable<'conversations'>['delete'] };
