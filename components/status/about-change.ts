import type { Id } from '../../domain/model/ids';
import type { SamtaleDatabase } from '../../utils/store/database';
import { targetHere } from '../../utils/store/target-here';

/** Whom or what a change is about, as this device knows it: the contact of its conversation, or its ticket. */
export async function aboutChange(db: SamtaleDatabase, args: unknown): Promise<string | undefined> {
  if (typeof args !== 'object' || args === null) return undefined;
  if ('conversationId' in args && typeof args.conversationId === 'string')
    return (await db.conversations.get(await targetHere(db, args.conversationId as Id)))?.contactName;
  return 'ticketId' in args && typeof args.ticketId === 'string' ? (await db.tickets.get(args.ticketId as Id))?.name : undefined;
}
