import { seenAs } from '../../domain/mail/find-same-mail';
import { foldAddress } from '../../domain/model/address';
import type { Agent } from '../../domain/model/agent';
import type { Channel } from '../../domain/model/channel';
import type { Conversation } from '../../domain/model/conversation';
import type { MailId } from '../../domain/model/mail-id';
import type { Message } from '../../domain/model/message';

/*
 * What becomes of rows of a hub in a workspace that has none. Everything else is as it was.
 */

/** Its mailbox is the hub's: here nothing is fetched, and nothing can fail. */
export function channelAsLocal<T extends Channel>({ mailbox: _, ...channel }: T): Omit<T, 'mailbox'> {
  return channel;
}

/** Whose computer this is sets up what is on it. */
export const agentAsLocal = <T extends Agent>(agent: T, me: string): T =>
  agent.id === me ? { ...agent, accountAccess: true, superAdmin: true } : agent;

/** A mail that was on its way: from here nobody will hear whether it arrived. */
export const messageAsLocal = <T extends Message>(message: T): T =>
  message.delivery?.state === 'queued' || message.delivery?.state === 'sending'
    ? { ...message, delivery: { ...message.delivery, state: 'unknown' } }
    : message;

/** What a mail is known by when it comes again (X8): a hub keeps that to itself. */
export function mailIdOf(message: Message, { inboxId }: Pick<Conversation, 'inboxId'>, ourAddress: string | null): MailId | undefined {
  const { id, conversationId, rawHash, author, claimedAt, receivedAt, subject, logged } = message;
  if (message.kind !== 'email' || (message.rfcMessageId === null && rawHash === null && !logged)) return undefined;
  const address = foldAddress((author.kind === 'contact' || author.kind === 'team' ? author.address : ourAddress) ?? '');
  const rfcMessageId = message.rfcMessageId ?? (rawHash === null ? seenAs({ from: { address }, subject }, inboxId) : `raw:${rawHash}`);
  return { id, inboxId, rfcMessageId, conversationId, fromAddress: address, date: claimedAt ?? receivedAt };
}
