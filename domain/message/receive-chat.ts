import { findContact } from '../contact/find-contact';
import { dueAtOf } from '../conversation/due-at';
import { newConversation } from '../conversation/new-conversation';
import { withMessage } from '../conversation/with-message';
import { woken } from '../conversation/woken';
import type { Tx } from '../core/tx';
import { findSenderRule } from '../mail/find-sender-rule';
import { targetOf } from '../merge/target-of';
import { foldAddress } from '../model/address';
import type { Conversation } from '../model/conversation';
import type { Message } from '../model/message';
import { takeIn } from '../routing/take-in';
import { blankMessage } from './blank-message';
import { eventLine } from './event-line';
import type { IncomingChat } from './incoming-chat';
import type { Into } from './into';

/**
 * A line of a website chat. It goes on in the chat it names, a closed one reopens (D28), else a chat begins. A visitor is known by the address
 * they gave, but becomes a contact only by a click (CTX-6). A blocked visitor's lines do not reach the inbox (THR-6).
 */
export async function receiveChat(tx: Tx, line: IncomingChat, into: Into) {
  const { channel, inbox } = into;
  const { visitor, receivedAt: at, ids } = line;
  const rule = visitor.address ? await findSenderRule(tx, inbox.workspaceId, visitor.address) : undefined;
  if (rule?.kind === 'block') return;
  const contact = visitor.address ? await findContact(tx, inbox.workspaceId, visitor.address) : undefined;
  const named = line.conversationId === null ? undefined : await tx.conversations.find(line.conversationId);
  const known = named?.channelId === channel.id ? await tx.conversations.find(await targetOf(tx, named.id)) : undefined;
  const starter = {
    // Whoever an agent put on the chat, or took off it, that is who is speaking (CTX-1, D17).
    contactId: known?.contactDetached ? null : (known?.contactId ?? contact?.id ?? null),
    name: visitor.name || contact?.name || '',
    address: visitor.address && foldAddress(visitor.address),
  };

  const chat = withBot(known ?? newConversation(ids.conversationId, channel, { at, subject: '', starter }), line);
  if (await tx.messages.find(ids.messageId, chat.id)) return;

  const byVisitor = line.author === 'visitor';
  const { conversation, event } = byVisitor ? await woken(tx, chat, { channel, name: starter.name }) : { conversation: chat, event: null };
  const message: Message = {
    ...blankMessage,
    id: ids.messageId,
    space: conversation.space,
    conversationId: conversation.id,
    kind: 'chat',
    direction: byVisitor ? 'in' : 'out',
    author: byVisitor ? { kind: 'contact', ...starter } : { kind: 'bot', name: line.bot?.name ?? conversation.bot?.name ?? '' },
    receivedAt: at,
    text: line.text,
  };
  tx.messages.put(message);
  const said = event ? withMessage(conversation, putLine(tx, conversation, line, event)) : conversation;
  const full = withMessage(said, message);
  const owed = { ...full, dueAt: waitsForBot(full) ? null : dueAtOf(full, inbox) };
  const began = waitsForTeam(full) && !(known && waitsForTeam(known));
  tx.conversations.put(began ? await takeIn(tx, owed, into) : owed);
}

/** A bot that leads a chat holds it until a line comes without it: then it has handed over (THR-9). */
function withBot(chat: Conversation, { bot, author, receivedAt: at }: IncomingChat): Conversation {
  const lastVisitorAt = author === 'visitor' ? at : (chat.bot?.lastVisitorAt ?? at);
  if (bot) return { ...chat, bot: { name: bot.name, handedOverAt: chat.bot?.handedOverAt ?? null, lastVisitorAt } };
  return chat.bot ? { ...chat, bot: { ...chat.bot, handedOverAt: chat.bot.handedOverAt ?? at, lastVisitorAt } } : chat;
}

const waitsForBot = ({ bot }: Conversation) => bot !== null && bot.handedOverAt === null;

/** A visitor has written, and no bot has the word (any more). */
const waitsForTeam = (chat: Conversation) => chat.lastInboundAt !== null && !waitsForBot(chat);

function putLine(tx: Tx, conversation: Conversation, line: IncomingChat, event: NonNullable<Message['event']>): Message {
  const said = eventLine(conversation, { id: line.ids.eventId, at: line.receivedAt, event });
  tx.messages.put(said);
  return said;
}
