import { z } from 'zod';
import { Id } from '../../domain/model/ids';
import type { SamtaleDatabase } from '../../utils/store/database';

const Naming = z.object({ conversationId: Id.optional(), ticketId: Id.optional() });

/** Whom or what a change is about, as this device knows it: the contact of its conversation, or its ticket. */
export async function aboutChange(db: SamtaleDatabase, args: unknown): Promise<string | undefined> {
  const named = Naming.safeParse(args);
  if (!named.success) return undefined;
  const { conversationId, ticketId } = named.data;
  if (conversationId !== undefined) return (await db.conversations.get(conversationId))?.contactName;
  return ticketId === undefined ? undefined : (await db.tickets.get(ticketId))?.name;
}
