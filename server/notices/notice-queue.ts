import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { RowReader } from '../../domain/core/tx';
import { foldAddress } from '../../domain/model/address';
import type { Agent } from '../../domain/model/agent';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { inboxSpace } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import type { StoppedChannel } from '../../domain/model/stopped-channel';
import { dueMail, leadOf, mailWait, type WaitingNotice } from '../../domain/notification/due-mail';
import { dueStopMail } from '../../domain/notification/due-stop-mail';
import type { Locale } from '../../utils/i18n/locale';
import type { Database } from '../db/database';
import type { DrizzleHubStore } from '../db/drizzle-hub-store';
import type { DrizzleHubTransaction } from '../db/drizzle-hub-transaction';
import { noticeMails, returnedAddresses } from './notice-schema';
import { lastSeen } from './sightings';

/** ms a hand-over may take; whoever holds a mail longer is dead, and what became of it nobody knows. */
const sendingLease = 10 * 60_000;
/** ms until one that may not go yet is looked at again. */
const lookAgain = 60_000;
/** Entries of a thread looked at for what its contact wrote in the minutes before. */
const mostWords = 50;
/** ms the rows of mails that are done with are kept, for who looks after the hub. */
const keptDone = 7 * 86_400_000;

/** A mail to one agent, claimed by this process alone. */
export type ClaimedNotice = ConversationNotice | StopNotice;

interface Claimed {
  id: Id;
  attempt: number;
  agent: Agent;
  locale: Locale;
}

/** Of an account owner: a channel that stopped. */
export interface StopNotice extends Claimed {
  about: 'channel';
  stopped: StoppedChannel;
  /** Whether they are in its inbox, and so can see to it themselves. */
  isMember: boolean;
  timeZone: string;
}

export interface ConversationNotice extends Claimed {
  about: 'conversation';
  conversation: Conversation;
  /** The notice that stands for all of them, and how many there are beside it. */
  lead: WaitingNotice;
  others: number;
  /** Who wrote, or mentioned them. */
  name: string;
  /** The message it is about, which its link leads to. */
  message: Message;
  /** What the contact has written since, oldest first, where the mail brings it whole (RTE-1). */
  whole: readonly Message[];
}

type Row = typeof noticeMails.$inferSelect;

/** The contact's words that an owner has not seen: from the one they were given the conversation with, or their last before that. */
async function incoming(reader: RowReader, conversationId: Id, { receivedAt }: Message): Promise<Message[]> {
  const newest = await reader.query('newestMessages', { conversationId, limit: mostWords });
  const words = newest.filter(({ direction, kind, blocked }) => direction === 'in' && kind !== 'call' && !blocked);
  const since = words.filter((word) => word.receivedAt >= receivedAt);
  return (since.length > 0 ? since : words.slice(0, 1)).sort((a, b) => a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1));
}

/** waiting → sending (lease) → sent | failed | again | unknown. Nothing goes from sending back by time alone: one that may have gone out is never sent again. */
export class NoticeQueue {
  constructor(
    private readonly store: DrizzleHubStore,
    private readonly hubSince: number,
  ) {}

  /** The next mail that is due; rows that wait or are of no more use are dealt with on the way. */
  async claim(now: number): Promise<ClaimedNotice | undefined> {
    for (;;) {
      const taken = await this.store.transaction('all', (transaction) => this.take(transaction, now));
      if (taken !== 'next') return taken;
    }
  }

  async settle(id: Id, state: 'sent' | 'failed' | 'unknown', text: string): Promise<void> {
    await this.change(id, { state, text, leasedUntil: null });
  }

  async retryAt(id: Id, at: number, text: string): Promise<void> {
    await this.change(id, { state: 'again', text, notBefore: at, leasedUntil: null });
  }

  /** Answers how many mails their sender died over. */
  async giveUpExpired(now: number): Promise<number> {
    const expired = await this.on((db) =>
      db
        .update(noticeMails)
        .set({ state: 'unknown', leasedUntil: null })
        .where(and(eq(noticeMails.state, 'sending'), lt(noticeMails.leasedUntil, now)))
        .returning({ id: noticeMails.id }),
    );
    return expired.length;
  }

  async forgetDone(now: number): Promise<void> {
    await this.on((db) =>
      db.delete(noticeMails).where(and(inArray(noticeMails.state, ['sent', 'failed', 'unknown']), lt(noticeMails.at, now - keptDone))),
    );
  }

  /** Mail to this address came back for good. */
  async markReturned(address: string, now: number): Promise<void> {
    await this.on((db) =>
      db
        .insert(returnedAddresses)
        .values({ address: foldAddress(address), at: now })
        .onConflictDoNothing(),
    );
  }

  /** Whom a mail went to; nobody when there was no such mail. */
  async agentOf(id: Id): Promise<Agent | undefined> {
    return this.store.transaction('all', async ({ db, reader }) => {
      const [row] = await db.select().from(noticeMails).where(eq(noticeMails.id, id));
      return row && reader.find('agents', row.agentId);
    });
  }

  private async take(transaction: DrizzleHubTransaction, now: number): Promise<ClaimedNotice | 'next' | undefined> {
    const { db } = transaction;
    const [row] = await db
      .select()
      .from(noticeMails)
      .where(sql`(state = 'again' or state = 'waiting' and at <= ${now - mailWait}) and not_before <= ${now}`)
      .orderBy(noticeMails.at, noticeMails.id)
      .limit(1)
      .for('update', { skipLocked: true });
    if (!row) return undefined;
    const mail = await this.look(transaction, row, now);
    if (mail === 'wait')
      await db
        .update(noticeMails)
        .set({ notBefore: now + lookAgain })
        .where(eq(noticeMails.id, row.id));
    if (mail === 'drop') await db.delete(noticeMails).where(eq(noticeMails.id, row.id));
    if (mail === 'wait' || mail === 'drop') return 'next';
    await db
      .update(noticeMails)
      .set({ state: 'sending', leasedUntil: now + sendingLease, attempts: mail.attempt })
      .where(eq(noticeMails.id, row.id));
    return mail;
  }

  /** What the row has become: the rule is asked anew before every try. */
  private async look(transaction: DrizzleHubTransaction, row: Row, now: number): Promise<ClaimedNotice | 'wait' | 'drop'> {
    if (row.channelId !== null) return this.lookAtStop(transaction, row, row.channelId, now);
    return row.conversationId === null ? 'drop' : this.lookAtConversation(transaction, row, row.conversationId, now);
  }

  private async lookAtStop({ db, reader }: DrizzleHubTransaction, row: Row, channelId: Id, now: number): Promise<StopNotice | 'wait' | 'drop'> {
    const { agentId, inboxId, at } = row;
    const self = await reader.find('agents', agentId);
    const stopped = await reader.find('stoppedChannels', channelId);
    const settings = await reader.find('notificationSettings', agentId);
    const { at: seenAt, locale } = await lastSeen(db, agentId);
    const due = dueStopMail({ self, stopped, at, settings, seenAt, hubSince: this.hubSince, now });
    if (due !== 'mail') return due;
    if (!self || !stopped || (await this.isReturned(db, self.email))) return 'drop';
    const isMember = (await reader.query('membersOfInbox', { space: inboxSpace(inboxId) })).some((member) => member.agentId === agentId);
    const timeZone = settings?.quiet?.timeZone ?? 'UTC';
    return { about: 'channel', id: row.id, attempt: row.attempts + 1, agent: self, locale, stopped, isMember, timeZone };
  }

  private async lookAtConversation(
    { db, reader }: DrizzleHubTransaction,
    row: Row,
    conversationId: Id,
    now: number,
  ): Promise<ConversationNotice | 'wait' | 'drop'> {
    const { agentId, inboxId } = row;
    const agent = await reader.find('agents', agentId);
    const conversation = await reader.find('conversations', conversationId);
    const members = await reader.query('membersOfInbox', { space: inboxSpace(inboxId) });
    const { at: seenAt, locale } = await lastSeen(db, agentId);
    const [newest] = (await reader.query('newestMessages', { conversationId, limit: mostWords })).filter(({ kind }) => kind !== 'event');
    const messages = new Map<WaitingNotice, Message>();
    for (const notice of row.notices) {
      const message = notice.messageId === null ? newest : await reader.find('messages', notice.messageId, conversationId);
      if (message) messages.set(notice, message);
    }
    const moment = {
      notices: [...messages.keys()],
      self: agent,
      isMember: members.some((member) => member.agentId === agentId),
      settings: await reader.find('notificationSettings', agentId),
      conversation: conversation?.inboxId === inboxId ? conversation : undefined,
    };
    const due = dueMail({ ...moment, seenAt, hubSince: this.hubSince, now });
    if (due === 'wait' || due === 'drop') return due;
    const lead = leadOf(due);
    const message = lead && messages.get(lead);
    if (!lead || !message || !agent || !conversation || (await this.isReturned(db, agent.email))) return 'drop';
    const name = 'name' in lead.from ? lead.from.name : ((await reader.find('agents', lead.from.agentId))?.name ?? '');
    const whole = lead.asOwner ? await incoming(reader, conversationId, message) : [];
    const about = { conversation, lead, others: due.length - 1, name, message: whole[0] ?? message, whole };
    return { about: 'conversation', id: row.id, attempt: row.attempts + 1, agent, locale, ...about };
  }

  private async isReturned(db: Database, address: string): Promise<boolean> {
    return (
      (
        await db
          .select()
          .from(returnedAddresses)
          .where(eq(returnedAddresses.address, foldAddress(address)))
      ).length > 0
    );
  }

  private async change(id: Id, to: Partial<Row>) {
    // Only the one that is being sent: what was given up as unknown stays so.
    await this.on((db) =>
      db
        .update(noticeMails)
        .set(to)
        .where(and(eq(noticeMails.id, id), eq(noticeMails.state, 'sending'))),
    );
  }

  private on<T>(run: (db: Database) => Promise<T>): Promise<T> {
    return this.store.transaction('all', ({ db }) => run(db));
  }
}
