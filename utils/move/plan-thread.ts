import type { Conversation } from '../../domain/model/conversation';
import type { Draft } from '../../domain/model/draft';
import type { Id } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import type { Ticket } from '../../domain/model/ticket';
import type { ArgsOf, MutationName } from '../../domain/mutations';
import { escapeHtml } from '../../domain/text/escape-html';

/** A conversation of this computer with all that people made of it. */
export interface LocalThread {
  conversation: Conversation;
  comments: readonly Message[];
  /** HTML of comments, by id. */
  html: ReadonlyMap<Id, string>;
  /** Names of others who commented, as a workspace taken back from an archive has them, by id of the comment. */
  others: ReadonlyMap<Id, string>;
  ticket: Ticket | undefined;
  drafts: readonly Draft[];
  /** Its sender is always let through (VIEW-9). */
  allowed: boolean;
}

/** Where it is in the hub, as this device knows it. */
export interface ThereThread {
  conversation: Conversation;
  me: Id;
  ticket: Ticket | undefined;
  /** Every mail of it came from here: nobody there had the thread. Else it stays as the team left it, and only words are added. */
  ours: boolean;
  /** Drafts there, by id. */
  drafts: ReadonlySet<Id>;
}

/** What the plan takes from outside. */
export interface PlanHost {
  now: number;
  writtenOn(at: number, by: string | undefined): string;
  newId(): Id;
}

export type MoveAct = { [N in MutationName]: { name: N; args: ArgsOf<N>; claimedAt?: number } }[MutationName];

/** How long ago a hub takes a device's word for when something was done (K9), less a day for clocks. */
const believed = 89 * 86_400_000;

/**
 * What has to be done there for a thread to stand as it stands here: comments, drafts, owner, ticket, then open, closed, spam, trash, each only
 * where it differs. Running it again over what came of it plans nothing. A comment has its id from here, which keeps a second one out.
 */
export function planThread(here: LocalThread, there: ThereThread, host: PlanHost): MoveAct[] {
  const { conversation: target } = there;
  const words = [
    ...here.comments.map((comment) => commentAct(comment, here, target.id, host)),
    ...here.drafts.filter(({ id }) => !there.drafts.has(id)).map((draft) => draftAct(draft, target.id, host.newId())),
  ];
  return there.ours ? [...words, ...stateActs(here, there, host.newId)] : words;
}

function stateActs(here: LocalThread, there: ThereThread, newId: () => Id): MoveAct[] {
  const { conversation: mine, ticket, allowed } = here;
  const { conversation: theirs, me } = there;
  const conversationId = theirs.id;
  const acts: MoveAct[] = [];
  let { status } = theirs;
  // Not to be touched in trash: whoever threw it away there has decided.
  if (theirs.trashed) return acts;
  if (theirs.spam && !mine.spam) acts.push({ name: 'markNotSpam', args: { conversationId, alwaysAllow: allowed, ruleId: newId() } });
  if (mine.ownerId !== null && theirs.ownerId !== me) acts.push({ name: 'assignConversation', args: { conversationId, ownerId: me } });
  const made = ticket !== undefined && theirs.ticketId === null && !(theirs.spam && mine.spam);
  if (made) {
    const { id: ticketId, name, description, priority, category } = ticket;
    acts.push({ name: 'createTicket', args: { ticketId, conversationId, name, description, priority, category } });
  }
  if (mine.contactDetached && theirs.contactId !== null) acts.push({ name: 'detachContact', args: { conversationId } });
  if (ticket?.status === 'closed' && (made || (theirs.ticketId === ticket.id && there.ticket?.status === 'open'))) {
    acts.push({ name: 'closeTicket', args: { ticketId: ticket.id } });
    status = 'closed';
  }
  if (mine.status !== status) acts.push({ name: mine.status === 'closed' ? 'closeConversation' : 'reopenConversation', args: { conversationId } });
  if (mine.spam && !theirs.spam) acts.push({ name: 'markSpam', args: { conversationId } });
  if (mine.trashed) acts.push({ name: 'trashConversation', args: { conversationId } });
  return acts;
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

const draftAct = ({ id, content }: Draft, conversationId: Id, forkId: Id): MoveAct => ({
  name: 'saveDraft',
  args: { draftId: id, forkId, conversationId, basedOn: 0, content },
});
