import { sql } from 'drizzle-orm';
import { Channel } from '../../domain/model/channel';
import { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { Message } from '../../domain/model/message';
import type { Database } from '../../server/db/database';
import { rowsOf } from '../../server/db/rows-of';

/** Kinds of channel whose other side is played here; mail comes by SMTP. */
export const simulatedKinds = ['chat', 'messenger', 'form', 'call'] as const;

export interface SimulatedInbox {
  id: Id;
  workspaceId: Id;
  name: string;
  channels: { id: Id; kind: string; name: string }[];
}

export interface Simulated {
  channel: Channel;
  inboxName: string;
  workspaceId: Id;
}

export interface SimulatedChat extends Simulated {
  conversation: Conversation;
  /** What the visitor sees: no comments, no lines of the rules. Oldest first. */
  lines: Message[];
}

const idForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** How many chats one can go on in. */
const shown = 30;

export async function listSimulated(db: Database): Promise<SimulatedInbox[]> {
  const inboxes = await docs(db, sql`select doc from inboxes where not deleted order by doc->>'name'`);
  const channels = (await docs(db, sql`select doc from channels where not deleted order by doc->>'name'`)).map((doc) => Channel.parse(doc));
  const simulated = channels.filter(({ kind }) => simulatedKinds.some((one) => one === kind));
  return inboxes.map((inbox) => ({
    id: String(inbox.id),
    workspaceId: String(inbox.workspaceId),
    name: String(inbox.name),
    channels: simulated.filter(({ inboxId }) => inboxId === inbox.id),
  }));
}

export async function findSimulated(db: Database, channelId: string): Promise<Simulated | undefined> {
  const inbox = (await listSimulated(db)).find(({ channels }) => channels.some(({ id }) => id === channelId));
  const [doc] = inbox ? await docs(db, sql`select doc from channels where id = ${channelId}`) : [];
  return inbox && doc && { channel: Channel.parse(doc), inboxName: inbox.name, workspaceId: inbox.workspaceId };
}

export async function chatsOf(db: Database, channelId: Id): Promise<Conversation[]> {
  const newest = sql`select doc from conversations where not deleted and doc->>'channelId' = ${channelId} order by id desc limit ${shown}`;
  return (await docs(db, newest)).map((doc) => Conversation.parse(doc));
}

export async function findChat(db: Database, conversationId: string): Promise<SimulatedChat | undefined> {
  if (!idForm.test(conversationId)) return undefined;
  const [doc] = await docs(db, sql`select doc from conversations where not deleted and id = ${conversationId}`);
  const conversation = doc && Conversation.parse(doc);
  const found = conversation?.channelId ? await findSimulated(db, conversation.channelId) : undefined;
  if (!conversation || !found) return undefined;
  const messages = await docs(db, sql`select doc from messages where not deleted and doc->>'conversationId' = ${conversationId}`);
  const lines = messages.map((row) => Message.parse(row)).filter(({ direction }) => direction !== 'internal');
  lines.sort((a, b) => a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1));
  return { ...found, conversation, lines };
}

const docs = async (db: Database, statement: Parameters<typeof rowsOf>[1]) =>
  (await rowsOf<{ doc: Record<string, unknown> }>(db, statement)).map(({ doc }) => doc);
