import type { Draft } from '../../domain/model/draft';
import type { Id } from '../../domain/model/ids';
import type { StoreTables } from './store-tables';
import type { Stored } from './stored-rows';
import { targetHere } from './target-here';

/** Drafts meant for a conversation: those begun in it, and in others that were merged into it since, where they stay (THR-17). */
export async function draftsOf(tables: Pick<StoreTables, 'drafts' | 'conversations'>, conversationId: Id): Promise<Stored<Draft>[]> {
  // A device holds one agent's alone (K1): few.
  const all = await tables.drafts.toArray();
  const where = await Promise.all(all.map((draft) => targetHere(tables, draft.conversationId)));
  return all.filter((draft, at) => where[at] === conversationId || draft.conversationId === conversationId);
}
