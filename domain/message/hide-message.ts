import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { agentOf } from '../core/meta';
import { refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import { Id } from '../model/ids';
import type { Message } from '../model/message';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { rowWithout } from './hidden-on-row';
import { wordsOf } from './hidden-words';

/** How much of a thread tells what stands newest in it. */
const enough = 100;

/**
 * "Hide message" (THR-11, D15): what it said and its files move into the host's vault; its author, time and recipients stay, for a placeholder. Other
 * tries of the same mail say the same and go along. Copies of its words that others quoted are named by whoever hides it (`quotesOf`).
 */
export const hideMessage = defineMutation({
  name: 'hideMessage',
  args: z.object({ conversationId: Id, messageIds: z.array(Id).check(z.minLength(1), z.maxLength(50)) }),
  actor: 'agent',
  async may(actor, { conversationId, messageIds }, tx) {
    const refused = await mayTouchConversation(actor, conversationId, tx);
    if (refused) return refused;
    for (const id of messageIds) {
      const message = await tx.messages.find(id, conversationId);
      if (message?.conversationId !== conversationId || message.kind === 'event') return refuse('not-found');
    }
    return undefined;
  },
  async run(tx, { conversationId, messageIds }, { at, by }) {
    const agentId = agentOf(by);
    const messages = await withOtherTries(tx, conversationId, messageIds);
    const shown = messages.filter(({ hidden }) => !hidden);
    if (agentId === null || shown.length === 0) return refuse('message-hidden');
    if (messages.some(({ delivery }) => delivery?.state === 'queued' || delivery?.state === 'sending')) return refuse('mail-on-its-way');
    for (const message of shown) {
      const { words, rest } = wordsOf(message);
      const body = await tx.bodies.find(message.id);
      tx.hiddenMessages.put({ id: message.id, conversationId, words, html: body?.html ?? null });
      if (body) tx.bodies.delete(message.id);
      tx.messages.put({ ...rest, hidden: { by: agentId, at } });
      const thread = await tx.query('newestMessages', { conversationId, limit: enough });
      tx.conversations.put(rowWithout(await tx.conversations.get(conversationId), message, thread));
    }
  },
});

/** The messages, each once, with every other try of a mail among them (`retrySend`). */
async function withOtherTries(tx: Tx, conversationId: Id, messageIds: readonly Id[]): Promise<Message[]> {
  const found = new Map<Id, Message>();
  for (const id of messageIds) found.set(id, await tx.messages.get(id, conversationId));
  const mails = new Set([...found.values()].flatMap(({ rfcMessageId }) => rfcMessageId ?? []));
  if (mails.size === 0) return [...found.values()];
  for (const message of await tx.query('newestMessages', { conversationId, limit: enough }))
    if (message.rfcMessageId !== null && mails.has(message.rfcMessageId)) found.set(message.id, message);
  return [...found.values()];
}
