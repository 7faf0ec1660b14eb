import { foldAddress } from '../../domain/model/address';
import type { Conversation } from '../../domain/model/conversation';
import type { Draft } from '../../domain/model/draft';
import type { Id } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import { readMarkId } from '../../domain/read-mark/read-mark-id';
import { liveTags, tagsOf } from '../../domain/tag/tags-of';
import type { SamtaleDatabase } from '../store/database';
import { draftsOf } from '../store/drafts-of';
import { me } from '../store/me';
import { plainConversation, plainRow } from '../store/plain-row';
import { readMessages } from '../store/read-messages';
import type { StoredConversation } from '../store/stored-rows';
import { hiddenWords } from './hidden-words';
import { isMail } from './local-mails';
import type { LocalThread } from './plan-thread';

/** A conversation of this computer, whole. `newest`: the highest version of all that is moved of it. */
export interface WholeThread extends LocalThread {
  /** Its hidden messages, and the sha256 of those that are mails. */
  hidden: readonly { id: Id; hash: string | null }[];
  /** sha256 of its mails, oldest first; `null` where one was not kept as it came. */
  hashes: readonly (string | null)[];
  /** Those of them that another conversation had before this one, by a merge or a split (THR-17). */
  fromElsewhere: ReadonlySet<string>;
  newest: number;
}

/** `upTo`: acts up to this version were moved by runs before. */
export async function readLocalThread(db: SamtaleDatabase, stored: StoredConversation, upTo: number): Promise<WholeThread> {
  const conversation: Conversation = plainConversation(stored);
  const vault = await hiddenWords(db);
  const messages = (await readMessages(db, stored.id)).map(vault).sort((a, b) => a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1));
  const comments = messages.filter(({ kind }) => kind === 'comment');
  const ids = comments.map(({ id }) => id);
  const bodies = await db.bodies.bulkGet(ids);
  const hidden = await db.hiddenMessages.bulkGet(ids);
  const ticket = conversation.ticketId === null ? undefined : await db.tickets.get(conversation.ticketId);
  const drafts = await draftsOf(db, stored.id);
  const address = conversation.contactAddress;
  const rules = address === null ? [] : await db.senderRules.where('pattern').equals(foldAddress(address)).toArray();
  const self = await me(db);
  const mark = self && (await db.readMarks.get(readMarkId(self.agentId, stored.id)));
  const inbox = await db.inboxes.get(stored.inboxId);
  const workspace = await db.workspaces.toCollection().first();
  return {
    conversation,
    comments,
    others: await othersIn(db, comments),
    html: new Map(comments.map(({ id }, at): [Id, string] => [id, bodies[at]?.html ?? hidden[at]?.html ?? ''])),
    ticket: ticket && plainRow(ticket),
    inbox: { stages: inbox?.stages },
    drafts: drafts.map((draft) => plainRow<Draft>(draft)),
    mark,
    follows: self !== undefined && conversation.followers?.includes(self.agentId) === true,
    tags: tagsOf(conversation, workspace),
    tagNames: liveTags(workspace).map(({ name }) => name),
    allowed: rules.some(({ kind }) => kind === 'allow'),
    blocked: rules.some(({ kind }) => kind === 'block'),
    worked: {
      conversation: stored.version > upTo,
      ticket: (ticket?.version ?? 0) > upTo,
      mark: (mark?.version ?? 0) > upTo,
      drafts: new Set(drafts.flatMap(({ id, version }) => (version > upTo ? [id] : []))),
    },
    hidden: messages.flatMap(({ id, hidden: by, rawHash }) => (by && !by.gone ? [{ id, hash: rawHash }] : [])),
    hashes: messages.filter(isMail).map(({ rawHash }) => rawHash),
    fromElsewhere: new Set(messages.flatMap(({ rawHash, movedFrom }) => (rawHash !== null && movedFrom && movedFrom.length > 0 ? [rawHash] : []))),
    newest: Math.max(stored.version, ticket?.version ?? 0, mark?.version ?? 0, ...drafts.map(({ version }) => version)),
  };
}

/** By whom comments are that are not ours; whose row is gone, by nobody we could name. */
async function othersIn(db: SamtaleDatabase, comments: readonly Message[]): Promise<Map<Id, string>> {
  const self = await me(db);
  const names = new Map<Id, string>();
  for (const { id, author } of comments) {
    if (author.kind !== 'agent' || author.agentId === self?.agentId) continue;
    names.set(id, (await db.agents.get(author.agentId))?.name ?? '…');
  }
  return names;
}

/** The files its words name, which have to be there before them. */
export const filesOf = ({ comments, drafts }: LocalThread): string[] => [
  ...new Set(
    [...comments, ...drafts.map(({ content }) => content)].flatMap(({ attachments }: Pick<Message, 'attachments'>) =>
      attachments.flatMap(({ hash }) => hash ?? []),
    ),
  ),
];
