import type { Write } from '../core/tx';
import { agentSpace, type Id } from '../model/ids';
import type { WaitingNotice } from './due-mail';
import { isFresh } from './notices-of';

/** A contact's owner to whom their contact's conversation has just been given. */
export interface OwnerNotice {
  agentId: Id;
  inboxId: Id;
  conversationId: Id;
  notice: WaitingNotice;
}

/**
 * Conversations that these writes give to the contact's owner because their channel says so (RTE-1): what came is mailed to them if they are
 * offline, whatever they chose to be told of. Not what they did themselves, not a call, and no line that comes in with history.
 */
export function ownerNoticesOfWrites(writes: readonly Write[], now: number): OwnerNotice[] {
  const lines = writes.flatMap((write) => (write.table === 'messages' && !write.before && write.after ? [write.after] : []));
  return lines.flatMap((line): OwnerNotice[] => {
    const { conversationId, event } = line;
    const agentId = event?.code === 'assigned-contact-owner' ? event.agentId : undefined;
    const after = writes.flatMap((write) => (write.table === 'conversations' && write.after?.id === conversationId ? [write.after] : []))[0];
    if (agentId === undefined || !after || after.ownerId !== agentId || after.spam || after.trashed || !isFresh(line, now)) return [];
    if (writes.some((write) => write.table === 'undoEntries' && write.after?.space === agentSpace(agentId))) return [];
    const word = lines.find((other) => other.conversationId === conversationId && other.direction === 'in');
    if (word?.kind === 'call') return [];
    const notice = { event: 'assignment', messageId: word?.id ?? null, from: { name: after.contactName }, at: now, asOwner: true } as const;
    return [{ agentId, inboxId: after.inboxId, conversationId, notice }];
  });
}
