import { useLiveQuery } from 'dexie-react-hooks';
import type { Refusal } from '../../domain/core/refusal';
import type { Id } from '../../domain/model/ids';
import { useWorkspace } from '../panel/workspace-context';

/** `waiting`: the hub has not heard of it, so the link opens nothing yet. */
export type LinkState = { is: 'waiting' } | { is: 'good' } | { is: 'refused'; refusal: Refusal };

/** Where the act that makes a link stands. */
export function useLinkState(uuid: Id): LinkState | undefined {
  const { db } = useWorkspace();
  return useLiveQuery(async (): Promise<LinkState> => {
    const refused = await db.notApplied.get(uuid);
    if (refused) return { is: 'refused', refusal: refused.refusal };
    const entry = await db.outbox.where('uuid').equals(uuid).first();
    return { is: entry?.state === 'pending' ? 'waiting' : 'good' };
  }, [db, uuid]);
}
