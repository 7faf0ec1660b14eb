import { useLiveQuery } from 'dexie-react-hooks';
import type { Id } from '../../domain/model/ids';
import type { SamtaleDatabase } from '../../utils/store/database';
import type { Subject } from '../actions/action';
import { useWorkspace } from './workspace-context';

/** A conversation with what its actions need to know of its ticket. */
export async function readSubject(db: SamtaleDatabase, conversationId: Id): Promise<Subject | undefined> {
  const conversation = await db.conversations.get(conversationId);
  if (!conversation) return undefined;
  const ticket = conversation.ticketId === null ? undefined : await db.tickets.get(conversation.ticketId);
  if (!ticket) return { conversation, ticket: undefined, openSiblings: 0, liveSiblings: 0 };
  const linked = await db.conversations.where('ticketId').equals(ticket.id).toArray();
  const others = linked.filter((other) => other.id !== conversation.id && !other.trashed);
  return {
    conversation,
    ticket,
    openSiblings: others.filter(({ status }) => status === 'open').length,
    liveSiblings: others.length,
  };
}

/** The open conversation, live; `null` when it is gone from this device, `undefined` until read. */
export function useSubject(conversationId: Id | undefined): Subject | null | undefined {
  const { db } = useWorkspace();
  const answer = useLiveQuery(
    async () => ({ conversationId, subject: conversationId === undefined ? null : ((await readSubject(db, conversationId)) ?? null) }),
    [db, conversationId],
  );
  return answer?.conversationId === conversationId ? answer?.subject : undefined;
}
