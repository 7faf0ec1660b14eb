import type { Tx } from '../core/tx';
import type { Into } from '../message/into';
import type { Conversation } from '../model/conversation';
import { ticketForNew } from '../ticket/ticket-for-new';
import { routeConversation } from './route-conversation';

/** What a channel does by itself with a conversation a person has written in for the first time: gives it to somebody, then makes its ticket. */
export const takeIn = async (tx: Tx, conversation: Conversation, into: Into): Promise<Conversation> =>
  ticketForNew(tx, await routeConversation(tx, conversation, into), into);
