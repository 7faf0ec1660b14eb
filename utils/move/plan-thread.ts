import { sameJson } from '../../domain/core/same-json';
import { foldAddress } from '../../domain/model/address';
import type { Conversation } from '../../domain/model/conversation';
import type { Draft } from '../../domain/model/draft';
import type { Id } from '../../domain/model/ids';
import type { Inbox } from '../../domain/model/inbox';
import type { Message } from '../../domain/model/message';
import type { ReadMark } from '../../domain/model/read-mark';
import type { Tag } from '../../domain/model/tag';
import type { Ticket } from '../../domain/model/ticket';
import type { ArgsOf, MutationName } from '../../domain/mutations';
import { sameName } from '../../domain/tag/tags-of';
import { escapeHtml } from '../../domain/text/escape-html';
import { ticketActs } from './ticket-acts';

/** A conversation of this computer with all that people made of it. */
export interface LocalThread {
  conversation: Conversation;
  comments: readonly Message[];
  /** HTML of comments, by id. */
  html: ReadonlyMap<Id, string>;
  /** Names of others who commented, as a workspace taken back from an archive has them, by id of the comment. */
  others: ReadonlyMap<Id, string>;
  ticket: Ticket | undefined;
  /** Its pipeline. */
  inbox: Pick<Inbox, 'stages'>;
  drafts: readonly Draft[];
  /** How far it was read, or that it shall be looked at again (THR-21). */
  mark: Pick<ReadMark, 'seenAt' | 'unread'> | undefined;
  /** Whoever works here follows it (THR-18). */
  follows: boolean;
  /** What it is tagged with (THR-16), and the names of all tags here. */
  tags: readonly Tag[];
  tagNames: readonly string[];
  /** Its sender is always let through, or blocked (VIEW-9). */
  allowed: boolean;
  blocked: boolean;
  /** What somebody worked on here since it was last moved: what the team did meanwhile to the rest is not turned back. */
  worked: { conversation: boolean; ticket: boolean; mark: boolean; drafts: ReadonlySet<Id> };
  /** A run of another account may have done all this, and somebody there was at it since: only what is not there at all is added. */
  perhapsThere?: boolean;
}

/** Where it is in the hub, as this device knows it. */
export interface ThereThread {
  conversation: Conversation;
  me: Id;
  /** The ticket it has here, if it is there, whatever conversations are on it. */
  ticket: Ticket | undefined;
  /** No other conversation is on that ticket, but for trash. */
  onlyOne: boolean;
  inbox: Pick<Inbox, 'stages'>;
  /** Every mail of it came from here: nobody there had the thread. Else it stays as the team left it, and only words are added. */
  ours: boolean;
  drafts: readonly Draft[];
  mark: Pick<ReadMark, 'seenAt' | 'unread'> | undefined;
  /** What it is tagged with there. */
  tags: readonly Tag[];
}

/** What the plan takes from outside. */
export interface PlanHost {
  now: number;
  writtenOn(at: number, by: string | undefined): string;
  newId(): Id;
  /** The id a rule about this sender has there. */
  ruleId(pattern: string): Id;
  /** The id one of our tags has there, where the team has none of its name. */
  tagId(id: Id): Id;
}

export type MoveAct = { [N in MutationName]: { name: N; args: ArgsOf<N>; claimedAt?: number } }[MutationName];

/** How long ago a hub takes a device's word for when something was done (K9), less a day for clocks. */
const believed = 89 * 86_400_000;

/**
 * What has to be done there for a thread to stand as it stands here: comments, drafts, read or not, owner, ticket, then open, closed, snoozed, followed, tagged, spam,
 * trash, each only where it differs. Running it again over what came of it plans nothing. A comment has its id from here, which keeps a second one out.
 */
export function planThread(here: LocalThread, there: ThereThread, host: PlanHost): MoveAct[] {
  const { conversation: target } = there;
  const words = [
    ...here.comments.map((comment) => commentAct(comment, here, target.id, host)),
    ...here.drafts.flatMap((draft) => draftAct(draft, here, there, host)),
    ...markAct(here, there),
  ];
  return there.ours ? [...words, ...stateActs(here, there, host)] : words;
}

function stateActs(here: LocalThread, there: ThereThread, { now, ruleId, tagId }: PlanHost): MoveAct[] {
  const { conversation: mine, allowed, worked } = here;
  const { conversation: theirs, me } = there;
  const conversationId = theirs.id;
  // Not to be touched in trash: whoever threw it away there has decided.
  if (theirs.trashed) return [];
  const assigned = worked.conversation && mine.ownerId !== null && theirs.ownerId !== me;
  const { acts: ticket, status } = ticketActs(here, there, { assigned });
  if (!worked.conversation) return ticket;
  const acts: MoveAct[] = [];
  const sender = ruleId(foldAddress(mine.contactAddress ?? ''));
  if (theirs.spam && !mine.spam) acts.push({ name: 'markNotSpam', args: { conversationId, alwaysAllow: allowed, ruleId: sender } });
  if (assigned) acts.push({ name: 'assignConversation', args: { conversationId, ownerId: me } });
  if (mine.ownerId === null && theirs.ownerId === me) acts.push({ name: 'assignConversation', args: { conversationId, ownerId: null } });
  acts.push(...ticket);
  if (mine.contactDetached && theirs.contactId !== null) acts.push({ name: 'detachContact', args: { conversationId } });
  if (mine.status !== status) acts.push({ name: mine.status === 'closed' ? 'closeConversation' : 'reopenConversation', args: { conversationId } });
  acts.push(...snoozeActs(mine, theirs, { me, now }));
  const follows = theirs.followers?.includes(me) ?? false;
  if (here.follows && !follows && !mine.spam) acts.push({ name: 'followConversation', args: { conversationId } });
  if (!here.follows && follows) acts.push({ name: 'unfollowConversation', args: { conversationId } });
  acts.push(...tagActs(here, there, tagId));
  if (mine.spam && !theirs.spam) {
    // Blocked, it says so and can be unblocked there.
    const blocked = mine.spam.reason === 'blocked-sender' && here.blocked;
    acts.push(blocked ? { name: 'blockSender', args: { conversationId, ruleId: sender } } : { name: 'markSpam', args: { conversationId } });
  }
  if (mine.trashed) acts.push({ name: 'trashConversation', args: { conversationId } });
  return acts;
}

/** By name, whatever its capitals: the team's tag of that name is meant. One the team put on stays, unless it is one of ours that was taken off here. */
export function tagActs({ tags: mine, tagNames }: LocalThread, { tags: theirs, conversation }: ThereThread, tagId: PlanHost['tagId']): MoveAct[] {
  const conversationId = conversation.id;
  const on = mine.filter(({ name }) => !theirs.some((tag) => sameName(tag.name, name)));
  const off = theirs.filter(({ name }) => tagNames.some((one) => sameName(one, name)) && !mine.some((tag) => sameName(tag.name, name)));
  return [
    ...on.map(({ id, name }): MoveAct => ({ name: 'tagConversation', args: { conversationId, tagId: tagId(id), name } })),
    ...off.map(({ id }): MoveAct => ({ name: 'untagConversation', args: { conversationId, tagId: id } })),
  ];
}

/** Whether it sleeps here still: one whose time has come is back by itself. */
export const sleeps = ({ snoozed }: Pick<Conversation, 'snoozed'>, now: number): boolean =>
  snoozed !== undefined && (snoozed.until === null || snoozed.until > now);

function snoozeActs(mine: Conversation, theirs: Conversation, { me, now }: { me: Id; now: number }): MoveAct[] {
  const conversationId = theirs.id;
  if (mine.status === 'closed' || mine.spam) return [];
  if (mine.snoozed && sleeps(mine, now)) {
    const { until } = mine.snoozed;
    const same = theirs.snoozed !== undefined && theirs.snoozed.until === until;
    return same ? [] : [{ name: 'snoozeConversation', args: { conversationId, until } }];
  }
  return theirs.snoozed?.by === me ? [{ name: 'endSnooze', args: { conversationId } }] : [];
}

/** What is seen stays seen; that one wants to look again is said there too. */
function markAct({ mark: mine, worked }: LocalThread, { mark: theirs, conversation: { id: conversationId } }: ThereThread): MoveAct[] {
  if (!mine || !worked.mark) return [];
  const behind = theirs === undefined || theirs.seenAt < mine.seenAt || (theirs.unread ?? false) !== (mine.unread ?? false);
  return behind ? [{ name: 'setReadMark', args: { conversationId, seenAt: mine.seenAt, ...(mine.unread && { unread: true }) } }] : [];
}

function commentAct(comment: Message, { html, others }: LocalThread, conversationId: Id, { now, writtenOn }: PlanHost): MoveAct {
  const at = comment.receivedAt;
  const by = others.get(comment.id);
  // A hub makes the one who moves its author, and believes no clock for longer: what it would not know stands in its words.
  const told = by !== undefined || now - at > believed;
  const line = told ? writtenOn(at, by) : '';
  const body = html.get(comment.id) ?? '';
  const args = {
    messageId: comment.id,
    conversationId,
    text: told ? `${line}\n${comment.text}` : comment.text,
    html: told ? `<p>${escapeHtml(line)}</p>${body || `<p>${escapeHtml(comment.text)}</p>`}` : body,
    mentions: [],
    attachments: comment.attachments,
    draftId: null,
  };
  return { name: 'addComment', args, ...(told ? {} : { claimedAt: at }) };
}

/** One that was written on there as well is kept there beside this one. */
function draftAct({ id, content }: Draft, { worked }: LocalThread, { conversation, drafts }: ThereThread, { newId }: PlanHost): MoveAct[] {
  if (!worked.drafts.has(id) || drafts.some((draft) => sameJson(draft.content, content))) return [];
  const untouched = drafts.some((draft) => draft.id === id && draft.revision === 1);
  const args = { draftId: id, forkId: newId(), conversationId: conversation.id, basedOn: untouched ? 1 : 0, content };
  return [{ name: 'saveDraft', args }];
}
