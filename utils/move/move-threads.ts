import { keyedHash } from '../../domain/core/keyed-hash';
import type { Draft } from '../../domain/model/draft';
import type { Id } from '../../domain/model/ids';
import { readMarkId } from '../../domain/read-mark/read-mark-id';
import { tagsOf } from '../../domain/tag/tags-of';
import type { MovedMail } from '../../sync/move-protocol';
import { me } from '../store/me';
import { enqueue } from '../store/mutate';
import { newId } from '../store/new-id';
import { plainConversation, plainRow } from '../store/plain-row';
import { readMessages } from '../store/read-messages';
import type { StoredConversation } from '../store/stored-rows';
import { targetHere } from '../store/target-here';
import { isMail } from './local-mails';
import { MoveHalted } from './move-host';
import type { MoveRun } from './move-run';
import { planRules } from './plan-rules';
import { type MoveAct, planThread, type ThereThread } from './plan-thread';
import { filesOf, readLocalThread, type WholeThread } from './read-local-thread';

/** Conversations looked at together: one question to the hub about their mails. */
const together = 50;
/** ms within which the hub's rows are here, a first sync of all it has included. */
const rowsCome = 15 * 60_000;

/**
 * Does there what people did here, thread by thread, through the outbox of the hub's connection. Where it stands is the last thread done; one that
 * was begun is planned again, and finds done what was done.
 */
export async function moveThreads(run: MoveRun): Promise<void> {
  const { local, hub } = run.host;
  const signedIn = await run.until(async () => {
    const self = await me(hub);
    return self !== undefined && (await hub.agents.get(self.agentId)) !== undefined;
  }, rowsCome);
  if (!signedIn) throw new MoveHalted('refused');
  const total = await local.conversations.count();
  let done = run.row.cursor === null ? 0 : await local.conversations.where('id').belowOrEqual(run.row.cursor).count();
  let after = run.row.cursor ?? '';
  await run.note({ step: 'threads', threads: { total, done } });
  for (;;) {
    const some = await local.conversations.where('id').above(after).limit(together).toArray();
    if (some.length === 0) break;
    // What is left of one that was merged away here has nothing to take along.
    const whole = await Promise.all(some.filter(({ mergedInto }) => !mergedInto).map((row) => readLocalThread(local, row, run.row.upTo)));
    const threads = whole.filter(({ newest }) => newest > run.row.upTo);
    const states = await statesOf(run, threads);
    for (const thread of threads) await moveThread(run, thread, states);
    after = some.at(-1)?.id ?? after;
    done += some.length;
    run.host.nudge();
    await run.note({ cursor: after, threads: { total, done } });
  }
  await moveRules(run);
}

/** The id a rule about a sender has there if it came from here: the same at every try, and how one is known again. */
const ruleIdOf =
  ({ from }: MoveRun) =>
  (pattern: string): Id =>
    keyedHash(from, pattern);

/** Who is blocked, refused or always let through. */
async function moveRules(run: MoveRun): Promise<void> {
  const { local, hub } = run.host;
  const workspaceId = (await me(hub))?.workspaceId;
  if (workspaceId === undefined) throw new Error('nobody’s hub');
  const [here, there] = [await local.senderRules.toArray(), await hub.senderRules.toArray()];
  await doThere(run, planRules(here, there, { workspaceId, ruleId: ruleIdOf(run), upTo: run.row.upTo }));
  run.host.nudge();
}

/** What became of the mails of these threads, by sha256; of conversations merged there since, in the one they lie in now. */
export async function statesOf(run: MoveRun, threads: readonly Pick<WholeThread, 'hashes'>[]): Promise<Map<string, MovedMail>> {
  const hashes = new Set(threads.flatMap((thread) => thread.hashes.filter((hash) => hash !== null)));
  const states = (await run.states([...hashes])).map(async (mail): Promise<[string, MovedMail]> => {
    if (!('conversationId' in mail)) return [mail.hash, mail];
    return [mail.hash, { ...mail, conversationId: await targetHere(run.host.hub, mail.conversationId) }];
  });
  return new Map(await Promise.all(states));
}

/** Where a thread is there, and where other parts of it are that were merged into it here. */
interface Place {
  conversationId: Id;
  others: readonly Id[];
  /** The hub had none of it before. */
  ours: boolean;
}

/** Where a thread is there: where the newest mail is that was in it from the first. */
export function placeOf(
  { hashes, fromElsewhere }: Pick<WholeThread, 'hashes' | 'fromElsewhere'>,
  states: ReadonlyMap<string, MovedMail>,
): Place | undefined {
  const mails = hashes.flatMap((hash) => (hash === null ? [] : (states.get(hash) ?? [])));
  const placed = mails.flatMap((mail) => ('conversationId' in mail ? mail : []));
  const { conversationId } = placed.findLast(({ hash }) => !fromElsewhere.has(hash)) ?? placed.at(-1) ?? {};
  if (conversationId === undefined) return undefined;
  const others = [...new Set(placed.filter(({ hash }) => fromElsewhere.has(hash)).map((mail) => mail.conversationId))];
  return { conversationId, others: others.filter((id) => id !== conversationId), ours: mails.every(({ state }) => state !== 'known') };
}

async function moveThread(run: MoveRun, read: WholeThread, states: ReadonlyMap<string, MovedMail>): Promise<void> {
  const place = placeOf(read, states);
  if (!place) return;
  const { hub, now, writtenOn } = run.host;
  let found: StoredConversation | undefined;
  await run.until(async () => {
    const rows = await hub.conversations.bulkGet([place.conversationId, ...place.others]);
    [found] = rows;
    return rows.every((row) => row !== undefined);
  }, rowsCome);
  // Taken away there meanwhile: told of when all is compared.
  if (!found) return;
  const thread = await withoutDone(run, read, found.id);
  if (place.ours && place.others.length > 0 && !thread.perhapsThere) {
    const ids = thread.hashes.map((hash) => (hash === null ? undefined : states.get(hash)));
    await mergeThere(run, found, place.others, new Set(ids.flatMap((mail) => (mail && 'messageId' in mail ? mail.messageId : []))));
    found = (await hub.conversations.get(found.id)) ?? found;
  }
  await copyFiles(run, filesOf(thread));
  const acts = planThread(thread, await thereOf(run, thread, { stored: found, ours: place.ours }), {
    now: now(),
    writtenOn,
    newId,
    ruleId: ruleIdOf(run),
    tagId: (id) => keyedHash(run.from, id),
  });
  await doThere(run, [...acts, ...hidingActs(thread, found.id, states, place)]);
}

/**
 * A thread that the run of another account may have been through with already: its outbox went with that account, so nobody here knows what of it is
 * there. Where an agent has left a line in it there (THR-20), all of that counts as moved; where none has, none of it is.
 */
async function withoutDone({ host: { local, hub }, row: { upTo, perhapsUpTo = 0 } }: MoveRun, thread: WholeThread, there: Id): Promise<WholeThread> {
  const stored = perhapsUpTo > upTo && (await local.conversations.get(thread.conversation.id));
  if (!stored) return thread;
  const messages = await readMessages(hub, there);
  if (!messages.some(({ kind, author }) => kind === 'event' && author.kind === 'agent')) return thread;
  const { worked } = await readLocalThread(local, stored, perhapsUpTo);
  // Words are added in any case: a draft that never came would be lost.
  return { ...thread, worked: { ...worked, drafts: thread.worked.drafts }, perhapsThere: !worked.conversation };
}

async function doThere({ host: { hub } }: MoveRun, acts: readonly MoveAct[]): Promise<void> {
  for (const { name, args, claimedAt } of acts) {
    const { refused } = await enqueue(hub, name, args, claimedAt);
    if (refused?.refused === 'disk-full') throw new MoveHalted('disk-full');
    // Nobody blocks a colleague of that team (D14): this one thread lies in Spam all the same.
    if (refused?.refused === 'own-address' && name === 'blockSender') await enqueue(hub, 'markSpam', { conversationId: args.conversationId });
    // A comment that is there already is what a second try finds; what else is refused is told of when all is compared.
  }
}

/**
 * What was merged here is merged there (THR-17), unless the hub has put mails of another thread beside it: those are not `ours` to merge. Out of Spam
 * first, where nothing merges; what stands here in Spam is marked so afterwards.
 */
async function mergeThere(run: MoveRun, { id: conversationId }: StoredConversation, others: readonly Id[], ours: ReadonlySet<Id>): Promise<void> {
  const { hub } = run.host;
  for (const sourceId of others) {
    const beside = (await readMessages(hub, sourceId)).filter((message) => isMail(message) && !ours.has(message.id));
    if (beside.length > 0) continue;
    const rows = (await hub.conversations.bulkGet([conversationId, sourceId])).filter((row) => row !== undefined);
    const spam = rows.filter((row) => row.spam);
    await doThere(
      run,
      spam.map(({ id }) => ({ name: 'markNotSpam', args: { conversationId: id, alwaysAllow: false, ruleId: newId() } })),
    );
    const keepTicketId = rows.find(({ ticketId }) => ticketId !== null)?.ticketId ?? null;
    await doThere(run, [{ name: 'mergeConversations', args: { conversationId, sourceId, keepTicketId } }]);
  }
}

/** What is hidden here is hidden there. */
function hidingActs({ hidden }: WholeThread, conversationId: Id, states: ReadonlyMap<string, MovedMail>, { others }: Place): MoveAct[] {
  const there = [conversationId, ...others];
  const ids = hidden.flatMap(({ id, hash }) => {
    const mail = hash === null ? undefined : states.get(hash);
    return mail === undefined ? [id] : 'messageId' in mail && there.includes(mail.conversationId) ? [mail.messageId] : [];
  });
  return ids.map((id) => ({ name: 'hideMessage', args: { conversationId, messageIds: [id] } }));
}

/** A thread's place in the hub, as this device knows it. */
export async function thereOf(
  { host: { hub } }: MoveRun,
  { ticket: mine }: Pick<WholeThread, 'ticket'>,
  { stored, ours }: { stored: StoredConversation; ours: boolean },
): Promise<ThereThread> {
  const self = await me(hub);
  if (!self) throw new Error('nobody’s hub');
  const ticket = mine && (await hub.tickets.get(mine.id));
  const onTicket = ticket ? await hub.conversations.where('ticketId').equals(ticket.id).toArray() : [];
  const drafts = await hub.drafts.where('conversationId').equals(stored.id).toArray();
  const inbox = await hub.inboxes.get(stored.inboxId);
  return {
    conversation: plainConversation(stored),
    me: self.agentId,
    ticket: ticket && plainRow(ticket),
    onlyOne: onTicket.every(({ id, trashed }) => id === stored.id || trashed !== null),
    inbox: { stages: inbox?.stages },
    ours,
    drafts: drafts.map((draft) => plainRow<Draft>(draft)),
    mark: await hub.readMarks.get(readMarkId(self.agentId, stored.id)),
    tags: tagsOf(stored, await hub.workspaces.get(self.workspaceId)),
  };
}

/** Into the hub's own database here, from where the outbox takes them up before the words that name them (K18). */
async function copyFiles({ host: { local, hub } }: MoveRun, hashes: readonly string[]): Promise<void> {
  const here = await local.files.bulkGet([...hashes]);
  const there = await hub.files.bulkGet([...hashes]);
  for (const [at, file] of here.entries()) if (file && !there[at]) await hub.files.put({ ...file, state: 'local' });
}
