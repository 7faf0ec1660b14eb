import type { Id } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import type { MovingMail } from '../../sync/move-protocol';
import type { SamtaleDatabase } from '../store/database';
import { hiddenWords } from './hidden-words';

/** A mail of this workspace that can move: its bytes are here. */
export type LocalMail = Omit<MovingMail, 'size'>;

/** Whether a message is a mail that came as one. */
export const isMail = ({ kind }: Pick<Message, 'kind'>) => kind === 'email';

/** Every mail of a workspace that was kept as it came, oldest first and each once: what was asked goes before its answer. */
export async function localMails(db: SamtaleDatabase): Promise<LocalMail[]> {
  const [conversations, channels, vault] = await Promise.all([channelOfConversation(db), db.channels.toArray(), hiddenWords(db)]);
  const addresses = new Map(channels.map(({ id, address }) => [id, address]));
  const found = new Map<string, LocalMail & { id: Id }>();
  await db.threads.each(({ conversationId, messages }) => {
    const address = addresses.get(conversations.get(conversationId) ?? '') ?? null;
    for (const message of messages.map(vault)) {
      const { id, rawHash, direction, receivedAt, unreadable } = message;
      if (!isMail(message) || rawHash === null || found.has(rawHash)) continue;
      const folder = direction === 'out' ? ('sent' as const) : ('inbox' as const);
      found.set(rawHash, { id, hash: rawHash, folder, at: receivedAt, address, cut: unreadable === 'too-large' });
    }
  });
  return [...found.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map(({ id: _, ...mail }) => mail);
}

async function channelOfConversation(db: SamtaleDatabase): Promise<Map<Id, Id>> {
  const channels = new Map<Id, Id>();
  await db.conversations.each(({ id, channelId }) => {
    if (channelId !== null) channels.set(id, channelId);
  });
  return channels;
}
