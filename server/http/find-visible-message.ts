import { sql } from 'drizzle-orm';
import { Id } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import { rowsOf } from '../db/rows-of';
import type { HttpHost } from './http-host';

/** A message this agent may see, or nothing, whether it is there or not. */
export async function findVisibleMessage(host: Pick<HttpHost, 'store' | 'db'>, agentId: Id, messageId: string): Promise<Message | undefined> {
  if (!Id.safeParse(messageId).success) return undefined;
  const spaces = await host.store.snapshot((snapshot) => snapshot.spacesOf(agentId));
  if (spaces.length === 0) return undefined;
  const [row] = await rowsOf<{ doc: Message }>(host.db, sql`select doc from messages where id = ${messageId} and not deleted and space in ${spaces}`);
  return row?.doc;
}
