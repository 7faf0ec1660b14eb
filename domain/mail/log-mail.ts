import * as z from 'zod/mini';
import { canSend } from '../channel/can-send';
import { firstWayOut } from '../channel/first-way-out';
import { closed } from '../conversation/closed';
import { dueAtOf } from '../conversation/due-at';
import { giveTo } from '../conversation/give-to';
import { opened } from '../conversation/opened';
import { defineMutation } from '../core/define-mutation';
import { agentOf, type Meta } from '../core/meta';
import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import type { Into } from '../message/into';
import { foldAddress } from '../model/address';
import type { Channel } from '../model/channel';
import type { Conversation } from '../model/conversation';
import { Id } from '../model/ids';
import type { Inbox } from '../model/inbox';
import type { Message } from '../model/message';
import { isMember } from '../permission/is-member';
import { mayTouchTicket } from '../permission/may-touch-ticket';
import { ownerProblem } from '../permission/owner-problem';
import { awake } from '../snooze/awake';
import { putOnTicket } from '../ticket/put-on-ticket';
import { begunByMail } from './begun-by-mail';
import { completeMail } from './complete-mail';
import { continuedByMail } from './continued-by-mail';
import { findLoggedThread } from './find-logged-thread';
import { findThreadOfMail } from './find-thread-of-mail';
import type { IncomingMail } from './incoming-mail';
import { keepMail } from './keep-mail';
import { wasPurged } from './purged-mails';
import { saidByUs } from './receive-sent-mail';
import { SeenMail } from './seen-mail';
import { teamAddresses } from './team-addresses';
import { withoutOtherInboxes } from './without-other-inboxes';

/**
 * "Log to inbox" (SUR-5, D21): mails of one thread, put into an inbox out of a webmail by whoever reads them there; threaded and known as if they had come by
 * mail, and one message however often and from wherever they come (X8, ALL-7). A person has looked at them: no rule of spam, routing or tickets is asked.
 * What stands in no thread yet begins one, its logger's unless they chose otherwise: closed where the last word is ours.
 */
export const logMail = defineMutation({
  name: 'logMail',
  args: z.object({
    inboxId: Id,
    newConversationId: Id,
    mails: z.array(SeenMail).check(z.minLength(1), z.maxLength(100)),
    /** Left out: the logger's where a conversation begins, else whose it is. */
    ownerId: z.optional(z.nullable(Id)),
    ticketId: z.nullable(Id),
  }),
  actor: 'agent',
  // Another inbox's addresses are not told here (D22), so they have to be known.
  everywhere: true,
  async may(actor, { inboxId, ticketId }, tx) {
    const agentId = agentOf(actor);
    const inbox = await tx.inboxes.find(inboxId);
    if (!inbox || !agentId || !(await isMember(tx, inbox.space, agentId))) return refuse('not-found');
    return ticketId === null ? undefined : mayTouchTicket(actor, ticketId, tx);
  },
  async run(tx, { inboxId, newConversationId, mails, ownerId, ticketId }, act) {
    const inbox = await tx.inboxes.get(inboxId);
    if (await takesAnothersPlace(tx, inbox, newConversationId, mails)) return refuse('bad-arguments', { where: 'ids' });
    for (const { refusal, rfcMessageId } of mails) {
      if (refusal) return refuse(`${refusal}-not-logged`);
      if (rfcMessageId !== null && (await wasPurged(tx, inboxId, rfcMessageId))) return refuse('gone');
    }
    const problem = await ownerProblem(tx, inbox.space, ownerId);
    if (problem) return problem;
    const channel = await channelOf(tx, inbox, mails);
    if (!channel) return refuse('no-mail-channel');
    const into = { channel, inbox, act };
    const ours = await teamAddresses(tx, inboxId);
    const read = mails.map((mail, at) => ({
      mail: asIncoming(mail, newConversationId, into, { ...act, at: act.at - (mails.length - 1 - at) }, act.at),
      own: mail.own,
      isOurs: mail.own || ours.has(foldAddress(mail.from.address)),
    }));
    read.sort((a, b) => a.mail.receivedAt - b.mail.receivedAt);

    // Where some of them are already, or belong by what they refer to, the others go too: the webmail shows them as one thread.
    let home = (await tx.conversations.find(newConversationId)) ? newConversationId : undefined;
    const places: { known?: Message | undefined; thread?: Id | undefined }[] = [];
    for (const { mail } of read) {
      const { known, thread } = await findLoggedThread(tx, inbox, mail, home);
      const place = { known, thread: known?.conversationId ?? (await findThreadOfMail(tx, inbox, mail))?.id ?? thread };
      home ??= place.thread;
      places.push(place);
    }

    let begun: Id | undefined;
    for (const [at, { mail, own, isOurs }] of read.entries()) {
      const { known, thread = home } = places[at] ?? {};
      const found = thread === undefined ? undefined : await taking(tx, thread);
      if (found && 'refused' in found) return found;
      if (known) await completeMail(tx, known, mail, inbox);
      else {
        const put = isOurs ? await putOurs(tx, found, { mail, own }, into) : await putTheirs(tx, found, mail, into);
        if (!found) begun = put;
        home ??= put;
      }
    }
    return settle(tx, { conversationId: home ?? newConversationId, begun, ownerId, ticketId }, act);
  },
});

/**
 * Ids of rows to come are made where it is logged. It is run over all inboxes: one that is somebody's would put this mail in their row's place, whether
 * or not the logger may see it.
 */
async function takesAnothersPlace(tx: Tx, { space }: Inbox, newConversationId: Id, mails: readonly SeenMail[]): Promise<boolean> {
  const there = await tx.conversations.find(newConversationId);
  if (there && there.space !== space) return true;
  if (new Set(mails.map(({ ids }) => ids.messageId)).size < mails.length) return true;
  for (const { ids } of mails) if ((await tx.messages.find(ids.messageId, newConversationId)) || (await tx.contacts.find(ids.contactId))) return true;
  return false;
}

/** The one of the inbox's addresses it was written to, else the one mail leaves by. */
async function channelOf(tx: Tx, { space }: Inbox, mails: readonly SeenMail[]): Promise<Channel | undefined> {
  const channels = (await tx.query('channelsOfInbox', { space })).filter(({ kind }) => kind === 'email');
  const named = new Set(mails.flatMap(({ to, cc }) => [...to, ...cc].map(({ address }) => foldAddress(address))));
  return channels.filter(canSend).find(({ address }) => named.has(address)) ?? firstWayOut(channels) ?? channels[0];
}

/** What was read as a mail that comes in, of the time it says, though not of one to come; without one it follows those before it on the page. */
const asIncoming = (
  { ids, own: _own, seenIn, refusal: _refusal, ...mail }: SeenMail,
  conversationId: Id,
  { channel }: Into,
  { at, uuid, by }: Meta,
  now: number,
): IncomingMail => ({
  ...mail,
  kind: 'email',
  ids: { ...ids, conversationId, eventId: uuid },
  channelId: channel.id,
  receivedAt: mail.date === null ? at : Math.min(mail.date, now),
  date: mail.date === null ? null : Math.min(mail.date, now),
  rawHash: '',
  bounceOf: null,
  bulk: false,
  providerConfirmation: false,
  forward: null,
  repliesTo: null,
  unreadable: null,
  logged: { by: agentOf(by) ?? uuid, at: now, seenIn },
});

/** A conversation mail is logged into. One that only a rule took for spam is none: a person has looked at it. */
async function taking(tx: Tx, id: Id): Promise<Conversation | Refusal> {
  const conversation = await tx.conversations.get(id);
  const { trashed, spam } = conversation;
  if (trashed) return refuse('in-trash');
  if (spam?.reason === 'marked-by-agent' || spam?.reason === 'blocked-sender') return refuse('in-spam');
  if (!spam) return conversation;
  const wanted = { ...conversation, spam: null, routed: true as const };
  tx.conversations.put(wanted);
  return wanted;
}

async function putOurs(tx: Tx, found: Conversation | undefined, { mail, own }: { mail: IncomingMail; own: boolean }, into: Into): Promise<Id> {
  // Before it is put anywhere: the conversation, too, says whom it was written to.
  const { to, cc } = await withoutOtherInboxes(tx, { ...mail, forwardedBy: null, passedOn: true }, into.inbox);
  const { conversation, message } = await saidByUs(tx, found, { ...mail, to, cc }, into);
  // Their own mail, from an address the workspace does not know as theirs.
  const author = own && message.author.kind === 'team' && mail.logged ? { kind: 'agent' as const, agentId: mail.logged.by } : message.author;
  keepMail(tx, mail, { conversation, message: { ...message, author }, html: mail.html, inboxId: into.inbox.id });
  return conversation.id;
}

async function putTheirs(tx: Tx, found: Conversation | undefined, read: IncomingMail, into: Into): Promise<Id> {
  const { inbox, act } = into;
  const mail = { ...read, mailbox: { folder: 'inbox' as const, history: true } };
  const logged = await withoutOtherInboxes(tx, { ...mail, forwardedBy: null, passedOn: true }, inbox);
  const { conversation: said, message } = found
    ? await continuedByMail(tx, found, { mail, logged, bounced: undefined }, into)
    : await begunByMail(tx, mail, logged, into);
  const last = Math.max(found?.lastInboundAt ?? 0, found?.lastOutboundAt ?? 0, said.status === 'closed' ? said.closedAt : 0);
  // A blocked sender's word is kept and changes nothing (D14).
  const conversation = message.receivedAt >= last && !message.automatic && !message.blocked ? opened(awake(said)) : said;
  const due = dueAtOf(conversation, inbox);
  // Nobody is late for what they could not know of.
  const dueAt = due !== null && due !== conversation.dueAt && due < act.at ? null : due;
  keepMail(tx, mail, { conversation: { ...conversation, dueAt }, message, html: mail.html, inboxId: inbox.id });
  return conversation.id;
}

interface Choice {
  conversationId: Id;
  /** The conversation this log began, if it did. */
  begun: Id | undefined;
  ownerId: Id | null | undefined;
  ticketId: Id | null;
}

/** Whose it is, on which ticket, and whether anything is left to do in it. */
async function settle(tx: Tx, { conversationId, begun, ownerId, ticketId }: Choice, { by }: Meta): Promise<Refusal | undefined> {
  if (begun) {
    const conversation = await tx.conversations.get(begun);
    const { lastInboundAt, lastOutboundAt } = conversation;
    const isAnswered = lastInboundAt !== null && lastOutboundAt !== null && lastOutboundAt > lastInboundAt;
    const owned = { ...conversation, ownerId: ownerId === undefined ? agentOf(by) : ownerId };
    tx.conversations.put(isAnswered ? closed(owned, lastOutboundAt, null) : owned);
  } else if (ownerId !== undefined) await giveTo(tx, await tx.conversations.get(conversationId), ownerId);
  const conversation = await tx.conversations.get(conversationId);
  return ticketId === null || conversation.ticketId === ticketId ? undefined : putOnTicket(tx, conversation, ticketId);
}
