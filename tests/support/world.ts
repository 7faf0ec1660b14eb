import type { Left } from '../../domain/core/define-mutation';
import type { Refusal } from '../../domain/core/refusal';
import { runMutation } from '../../domain/core/run-mutation';
import type { RowOf, TableName } from '../../domain/core/tables';
import type { Write } from '../../domain/core/tx';
import type { IncomingMail } from '../../domain/mail/incoming-mail';
import type { IncomingChat } from '../../domain/message/incoming-chat';
import type { Address } from '../../domain/model/address';
import { type Id, inboxSpace, workspaceSpace } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import { type ArgsOf, findMutation, type MutationName } from '../../domain/mutations';
import { MemoryReader } from './memory-reader';

export const minute = 60_000;
export const hour = 60 * minute;
const isAct = ({ kind, author }: Message) => kind === 'event' && author.kind === 'agent';

/** 2026-03-02 09:00 UTC, a Monday. */
const start = Date.UTC(2026, 2, 2, 9);

/**
 * A workspace in memory to try rules in: Ann and Bo are members of Support, Carl of Sales, Ann has account access. Time stands still until a
 * test moves `at`.
 */
export class World {
  readonly rows = new MemoryReader();
  at = start;
  /** What each act wrote, and when. */
  readonly commits: { writes: Write[]; at: number }[] = [];
  private made = 0;

  readonly workspaceId = this.id();
  readonly ann = this.id();
  readonly bo = this.id();
  readonly carl = this.id();
  readonly support = this.id();
  readonly sales = this.id();
  readonly mail = this.id();
  readonly chat = this.id();
  readonly form = this.id();
  readonly phone = this.id();
  readonly salesMail = this.id();

  constructor() {
    const space = workspaceSpace(this.workspaceId);
    this.rows.put('workspaces', { id: this.workspaceId, space, name: 'Havnegaard' });
    for (const [id, name, accountAccess] of [
      [this.ann, 'Ann Berg Holm', true],
      [this.bo, 'Bo Lund', false],
      [this.carl, 'Carl Dahl', false],
    ] as const) {
      const email = `${name.split(' ')[0]?.toLowerCase()}@havnegaard.example`;
      this.rows.put('agents', { id, space, name, email, accountAccess, superAdmin: false, active: true });
    }
    for (const [id, name, agents] of [
      [this.support, 'Support', [this.ann, this.bo]],
      [this.sales, 'Sales', [this.carl]],
    ] as const) {
      const inbox = { id, space: inboxSpace(id), workspaceId: this.workspaceId, name };
      this.rows.put('inboxes', {
        ...inbox,
        roleAddressRule: 'first-contact-only',
        extraRoleAddresses: [],
        answerWithinMinutes: 120,
        createdAt: start,
      });
      for (const agentId of agents) this.rows.put('members', { id: this.id(), space: inbox.space, inboxId: id, agentId });
    }
    this.channel(this.mail, this.support, 'email', 'support@havnegaard.example');
    this.channel(this.chat, this.support, 'chat', null);
    this.channel(this.form, this.support, 'form', null);
    this.channel(this.phone, this.support, 'call', null);
    this.channel(this.salesMail, this.sales, 'email', 'sales@havnegaard.example');
  }

  /** A fresh id; ascending, so order by id is order of making. */
  id(): Id {
    this.made += 1;
    return `01990000-0000-7000-8000-${this.made.toString(16).padStart(12, '0')}`;
  }

  get host() {
    return { kind: 'system' as const, workspaceId: this.workspaceId };
  }

  /** Runs an act as an agent (by id) or as the host and commits it; answers its refusal code, or `undefined`. */
  async act<N extends MutationName>(by: Id | 'host', name: N, args: ArgsOf<N>): Promise<Refusal['refused'] | undefined> {
    return (await this.try(by, name, args)).refused?.refused;
  }

  /** As `act`, with all that came of it: the whole refusal or the writes, and the act's uuid. */
  async try<N extends MutationName>(
    by: Id | 'host',
    name: N,
    args: ArgsOf<N>,
    meta: { claimedAt?: number } = {},
  ): Promise<{ uuid: Id; refused: Refusal | undefined; writes: Write[] } & Left> {
    const uuid = this.id();
    const mutation = findMutation(name);
    if (!mutation) throw new Error(`no mutation ${name}`);
    const actor = by === 'host' ? this.host : { kind: 'agent' as const, agentId: by };
    const outcome = await runMutation(this.rows, mutation, args, { at: this.at, claimedAt: meta.claimedAt ?? null, uuid, by: actor });
    this.rows.commit(outcome.writes ?? []);
    this.commits.push({ writes: outcome.writes ?? [], at: this.at });
    return { uuid, refused: outcome.refused, writes: outcome.writes ?? [], left: outcome.refused ? [] : (outcome.left ?? []) };
  }

  get<T extends TableName>(table: T, id: Id): RowOf<T> {
    const row = this.rows.row(table, id);
    if (!row) throw new Error(`${table}/${id} is missing`);
    return row;
  }

  /** Changes a row behind the rules' back, to begin a test from it. */
  set<T extends TableName>(table: T, id: Id, change: Partial<RowOf<T>>) {
    this.rows.put(table, { ...this.get(table, id), ...change } as RowOf<T>);
  }

  /** What was said in it, and the lines of what came by itself. */
  thread(conversationId: Id) {
    return this.entries(conversationId).filter((message) => !isAct(message));
  }

  /** What agents did to it, by the lines that say so (THR-20). */
  done(conversationId: Id) {
    return this.entries(conversationId).filter(isAct);
  }

  private entries(conversationId: Id) {
    return this.rows.all('messages').filter((message) => message.conversationId === conversationId);
  }

  /** A mail from `from` to Support comes in; answers the ids it was given. */
  async mailFrom(from: string | Address, mail: Partial<IncomingMail> = {}) {
    const incoming = this.aMail(from, mail);
    const refused = await this.act('host', 'receiveMessage', incoming);
    if (refused) throw new Error(`mail was refused: ${refused}`);
    const conversationId = this.rows.row('messages', incoming.ids.messageId)?.conversationId ?? incoming.ids.conversationId;
    return { ...incoming, conversationId };
  }

  aMail(from: string | Address, mail: Partial<IncomingMail> = {}): IncomingMail {
    const ids = { conversationId: this.id(), messageId: this.id(), contactId: this.id(), eventId: this.id() };
    return {
      kind: 'email',
      ids,
      channelId: this.mail,
      receivedAt: this.at,
      rfcMessageId: `<${ids.messageId}@kunde.example>`,
      rawHash: ids.messageId.replaceAll('-', '').padStart(64, '0'),
      from: typeof from === 'string' ? { name: '', address: from } : from,
      to: [{ name: '', address: 'support@havnegaard.example' }],
      cc: [],
      subject: 'A question',
      date: this.at,
      references: [],
      text: 'Hello',
      quotedText: '',
      html: null,
      attachments: [],
      automatic: null,
      bounceOf: null,
      bulk: false,
      providerConfirmation: false,
      forward: null,
      repliesTo: null,
      unreadable: null,
      ...mail,
    };
  }

  async chatLine(line: Partial<IncomingChat> = {}) {
    const ids = { conversationId: this.id(), messageId: this.id(), contactId: this.id(), eventId: this.id() };
    const visitor = { name: 'Ida', address: null };
    const base = { kind: 'chat' as const, ids, channelId: this.chat, receivedAt: this.at, visitor, conversationId: null, text: 'Hi' };
    const refused = await this.act('host', 'receiveMessage', { ...base, bot: null, author: 'visitor', ...line });
    if (refused) throw new Error(`chat line was refused: ${refused}`);
    return line.conversationId ?? ids.conversationId;
  }

  /** A ticket on a conversation, made by Ann or whoever is a member. */
  async ticketFor(conversationId: Id, by: Id = this.ann): Promise<Id> {
    const ticketId = this.id();
    const refused = await this.act(by, 'createTicket', { ticketId, conversationId, name: 'A ticket' });
    if (refused) throw new Error(`ticket was refused: ${refused}`);
    return ticketId;
  }

  /** A reply by mail to whoever the conversation is with; answers its message. */
  async reply(by: Id, conversationId: Id, args: Partial<ArgsOf<'sendReply'>> = {}) {
    const messageId = this.id();
    const given = { messageId, conversationId, channelId: this.mail, to: [], cc: [], bcc: [], subject: 'Re: A question', text: 'An answer' };
    const rest = { html: '<p>An answer</p>', attachments: [], inReplyTo: null, draftId: null };
    const outcome = await this.try(by, 'sendReply', { ...given, ...rest, ...args });
    if (outcome.refused) throw new Error(`reply was refused: ${outcome.refused.refused}`);
    return { messageId, uuid: outcome.uuid };
  }

  private channel(id: Id, inboxId: Id, kind: 'email' | 'chat' | 'form' | 'call', address: string | null) {
    const names = { name: address ?? kind, fromName: 'agent-and-company' as const, companyName: 'Havnegaard', signatureHtml: '' };
    const rules = { logForwardsTo: 'original-sender' as const, reopenTicketOnAnswer: false };
    this.rows.put('channels', { id, space: inboxSpace(inboxId), inboxId, kind, address, ...names, ...rules });
  }
}
