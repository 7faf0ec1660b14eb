import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';
import type { Message } from '../model/message';
import type { NotificationEvent } from '../model/notification-settings';
import type { UndoEntry } from '../model/undo-entry';

/** Something an agent may be told of. `name`: whose word it is, for the line one reads. */
export interface Notice {
  event: NotificationEvent;
  conversationId: Id;
  inboxId: Id;
  /** The message it is about; none where the conversation was only given to them, came back by itself or was closed. */
  messageId: Id | null;
  /** The contact, or the colleague whose word or doing it is, by their id. */
  from: { name: string } | { agentId: Id };
  title: string;
}

/** What a device has just heard of a conversation. */
export interface News {
  /** As it stood here before, one's own waiting acts included; none: it is new. */
  before: Conversation | undefined;
  after: Conversation;
  /** Entries that were not here before. */
  messages: readonly Message[];
}

/** ms: an older word is no news but history, an import, or what came while one was away; the badge and the list tell of it. */
const freshFor = 10 * 60_000;
export const isFresh = ({ receivedAt }: Pick<Message, 'receivedAt'>, now: number): boolean => receivedAt > now - freshFor;

/**
 * What of the news is for `me` (NTF-1): a mention, a conversation given to me, a customer's word in one of mine, one I snoozed that is back (THR-15),
 * what is said in one I follow (THR-18), a new conversation. Never what I did myself, on whichever device (`ownActs`), never spam, trash, machines or a
 * bot's talk; of each conversation one, the most personal.
 */
export function noticesOf(news: readonly News[], ownActs: readonly UndoEntry[], me: Id, now: number): Notice[] {
  return news.flatMap(({ before, after, messages }): Notice[] => {
    if (after.spam || after.trashed || after.mergedInto) return [];
    const fresh = messages.filter(
      (message) =>
        isFresh(message, now) && !message.hidden && message.logged?.by !== me && !(message.author.kind === 'agent' && message.author.agentId === me),
    );
    const about = { conversationId: after.id, inboxId: after.inboxId, title: after.subject };
    const mention = fresh.find(({ kind, mentions }) => kind === 'comment' && mentions?.includes(me));
    if (mention?.author.kind === 'agent') return [{ event: 'mention', ...about, messageId: mention.id, from: { agentId: mention.author.agentId } }];

    const word = fresh.find(({ direction, author, automatic }) => direction === 'in' && author.kind === 'contact' && !automatic);
    const from = { name: after.contactName };
    // While an inbox's history is still coming, what was not here before need not be new.
    const begun = word !== undefined && word.receivedAt === after.firstInboundAt;
    const given = after.ownerId === me && after.status === 'open' && (before ? before.ownerId !== me : begun);
    if (given && !tookIt(ownActs, after.id, me)) return [{ event: 'assignment', ...about, messageId: word?.id ?? null, from }];
    const heard = after.bot && after.bot.handedOverAt === null ? undefined : word;
    if (heard && after.ownerId === me) return [{ event: 'reply', ...about, messageId: heard.id, from }];
    if (before?.snoozed?.by === me && isBack(before, after, now)) return [{ event: 'back', ...about, messageId: heard?.id ?? null, from }];
    if (after.followers?.includes(me)) {
      if (heard) return [{ event: 'followed', ...about, messageId: heard.id, from }];
      const said = fresh.find(({ kind, author }) => kind !== 'event' && author.kind === 'agent');
      if (said?.author.kind === 'agent') return [{ event: 'followed', ...about, messageId: said.id, from: { agentId: said.author.agentId } }];
      const agentId = closedBy(before, after, now);
      if (agentId !== null && agentId !== me) return [{ event: 'followed', ...about, messageId: null, from: { agentId } }];
    }
    return heard && begun && after.ownerId === null ? [{ event: 'conversation', ...about, messageId: heard.id, from }] : [];
  });
}

/** Its time came, or its contact wrote. Whoever ended the snooze by hand has it before them; a closed one is not back. */
export const isBack = (before: Conversation | undefined, after: Conversation, now: number): boolean =>
  before?.snoozed !== undefined &&
  !after.snoozed &&
  after.status === 'open' &&
  (isSince(before.backAt, after.backAt, now) || isSince(before.lastInboundAt, after.lastInboundAt, now));

/** Who closed it just now; nobody where it was not closed, or by no agent. */
export const closedBy = (before: Conversation | undefined, after: Conversation, now: number): Id | null =>
  before?.status === 'open' && after.status === 'closed' && isFresh({ receivedAt: after.closedAt }, now) ? after.closedBy : null;

const isSince = (before: number | null | undefined, after: number | null | undefined, now: number) =>
  after != null && after !== before && isFresh({ receivedAt: after }, now);

/** An act of mine, on another device of mine, gave it to me. */
const tookIt = (ownActs: readonly UndoEntry[], conversationId: Id, me: Id) =>
  ownActs.some(({ changes }) => changes.some(({ table, id, after }) => table === 'conversations' && id === conversationId && after?.ownerId === me));
