import { sameJson } from '../../domain/core/same-json';
import type { Conversation } from '../../domain/model/conversation';
import { stageOf } from '../../domain/ticket/stages';
import type { MovedMail } from '../../sync/move-protocol';
import type { MoveCounts, MoveDifference, MoveResult } from '../store/move-row';
import { readMessages } from '../store/read-messages';
import { MoveHalted } from './move-host';
import type { MoveRun } from './move-run';
import { placeOf, statesOf, thereOf } from './move-threads';
import { sleeps, type ThereThread, tagActs } from './plan-thread';
import { readLocalThread, type WholeThread } from './read-local-thread';
import { stageThere } from './stage-there';
import { saidOf } from './ticket-acts';

const together = 50;
/** Differences listed; a longer list is read by nobody. */
const listed = 200;
/** Without these nothing would be lost. */
const losses: readonly MoveDifference['kind'][] = ['mail-missing', 'mail-stuck', 'no-original', 'comment-missing', 'draft-missing', 'ticket-missing'];

const stateOf = ({ status, spam, trashed }: Pick<Conversation, 'status' | 'spam' | 'trashed'>) =>
  trashed ? ('trash' as const) : spam ? ('spam' as const) : status;

/** A thread of this computer beside what came of it: pure counting, for `compareThread`. */
export interface Beside {
  states: ReadonlyMap<string, MovedMail>;
  there: (ThereThread & { messages: ReadonlySet<string> }) | undefined;
  now: number;
}

/** Counts both sides of everything that was to move, once all of it is confirmed, and names what differs. */
export async function compareAll(run: MoveRun): Promise<MoveResult> {
  const { local, hub } = run.host;
  await run.note({ step: 'checking' });
  // Longer than a hub takes for anything: what still waits is refused in a way that only its log tells.
  if (!(await run.until(async () => (await hub.outbox.count()) === 0, 30 * 60_000))) throw new MoveHalted('refused');
  const tally = new Tally();
  const taken = new Set<string>();
  let after = '';
  for (;;) {
    const some = await local.conversations.where('id').above(after).limit(together).toArray();
    if (some.length === 0) break;
    after = some.at(-1)?.id ?? after;
    const threads = await Promise.all(some.filter(({ mergedInto }) => !mergedInto).map((row) => readLocalThread(local, row, 0)));
    const states = await statesOf(run, threads);
    for (const thread of threads) {
      const place = placeOf(thread, states);
      const conversation = place && (await hub.conversations.get(place.conversationId));
      const messages = conversation ? await readMessages(hub, conversation.id) : [];
      if (conversation && taken.has(conversation.id)) tally.differs('joined', thread.conversation);
      if (conversation) taken.add(conversation.id);
      if (place?.ours && place.others.length > 0) tally.differs('apart', thread.conversation);
      const there = conversation && {
        ...(await thereOf(run, thread, { stored: conversation, ours: place.ours })),
        messages: new Set(messages.map(({ id }) => id)),
      };
      tally.add(thread, { states, there, now: run.host.now() });
    }
    await run.note({});
  }
  const rules = await hub.senderRules.toArray();
  for (const { kind, pattern } of await local.senderRules.toArray())
    if (!rules.some((rule) => rule.kind === kind && rule.pattern === pattern)) tally.differs('sender-rule', { subject: pattern });
  return tally.result();
}

/** What both sides have, summed up thread by thread. */
export class Tally {
  private readonly counts: MoveCounts = {
    mails: zero(),
    comments: zero(),
    drafts: zero(),
    tickets: zero(),
    open: zero(),
    closed: zero(),
    spam: zero(),
    trash: zero(),
  };
  private readonly differences: MoveDifference[] = [];
  private readonly seen = new Set<string>();
  private readonly tickets = new Set<string>();
  private known = 0;
  private unreadable = 0;
  private more = 0;
  private lost = false;

  add(thread: WholeThread, beside: Beside): void {
    this.mails(thread, beside.states);
    this.words(thread, beside.there);
    const state = stateOf(thread.conversation);
    this.counts[state].here += 1;
    const { ticket } = thread;
    const { there } = beside;
    const ticketThere = ticket !== undefined && there?.conversation.ticketId === ticket.id;
    if (ticket && !this.tickets.has(ticket.id)) this.counts.tickets.here += 1;
    if (ticket && ticketThere && !this.tickets.has(ticket.id)) this.counts.tickets.there += 1;
    if (ticket) this.tickets.add(ticket.id);
    if (ticket && !ticketThere) this.differs('ticket-missing', thread.conversation);
    if (!there) return;
    const theirs = stateOf(there.conversation);
    this.counts[theirs].there += 1;
    if (there.ours) this.stands(thread, there, beside.now);
    else this.differs('known-there', thread.conversation);
  }

  differs(kind: MoveDifference['kind'], { subject }: Pick<Conversation, 'subject'>, count = 1): void {
    if (count === 0) return;
    if (losses.includes(kind)) this.lost = true;
    if (this.differences.length < listed) this.differences.push({ kind, subject, count });
    else this.more += 1;
  }

  result(): MoveResult {
    const { counts, known, unreadable, differences, more } = this;
    return { counts, known, unreadable, differences, more, whole: !this.lost };
  }

  /** How a thread stands that the hub had none of before. */
  private stands(thread: WholeThread, there: ThereThread, now: number): void {
    const { conversation: mine, mark } = thread;
    const { conversation: theirs } = there;
    if (stateOf(theirs) !== stateOf(mine)) this.differs('state', mine);
    else if (mine.ownerId !== null && theirs.ownerId !== there.me) this.differs('owner', mine);
    else if (sleeps(mine, now) && theirs.snoozed?.until !== mine.snoozed?.until) this.differs('snooze', mine);
    if (mark && (there.mark === undefined || there.mark.seenAt < mark.seenAt)) this.differs('unread', mine);
    if (!mine.spam && thread.follows !== (theirs.followers?.includes(there.me) ?? false)) this.differs('followed', mine);
    if (tagActs(thread, there, (id) => id).length > 0) this.differs('tags', mine);
    this.ticket(thread, there);
  }

  private ticket({ ticket: mine, inbox, conversation }: WholeThread, { ticket: theirs, inbox: inboxThere, me, conversation: on }: ThereThread): void {
    if (!mine || !theirs || on.ticketId !== theirs.id) return;
    const said = { ...saidOf(mine, me), status: mine.status };
    if (!sameJson(said, { ...saidOf(theirs, me), status: theirs.status })) this.differs('ticket', conversation);
    else if (stageThere(mine, inbox, inboxThere)?.id !== stageOf(theirs, inboxThere).id) this.differs('stage', conversation);
  }

  /** By sha256: a mail that stands in two threads is one. */
  private mails(thread: WholeThread, states: ReadonlyMap<string, MovedMail>): void {
    let [missing, stuck, left] = [0, 0, 0];
    for (const hash of thread.hashes) {
      if (hash === null || this.seen.has(hash)) continue;
      this.seen.add(hash);
      this.counts.mails.here += 1;
      const state = states.get(hash)?.state ?? 'unknown';
      if (state === 'unknown' || state === 'waiting') missing += 1;
      else if (state === 'stuck') stuck += 1;
      else if (state === 'left-out') left += 1;
      else this.counts.mails.there += 1;
      if (state === 'known') this.known += 1;
      if (state === 'unreadable') this.unreadable += 1;
    }
    this.differs('mail-missing', thread.conversation, missing);
    this.differs('mail-stuck', thread.conversation, stuck);
    this.differs('left-out', thread.conversation, left);
    this.differs('no-original', thread.conversation, thread.hashes.filter((hash) => hash === null).length);
  }

  private words({ comments, drafts, conversation }: WholeThread, there: Beside['there']): void {
    const commented = comments.filter(({ id }) => there?.messages.has(id)).length;
    const drafted = drafts.filter((mine) => there?.drafts.some((draft) => draft.id === mine.id || sameJson(draft.content, mine.content))).length;
    this.counts.comments.here += comments.length;
    this.counts.comments.there += commented;
    this.counts.drafts.here += drafts.length;
    this.counts.drafts.there += drafted;
    this.differs('comment-missing', conversation, comments.length - commented);
    this.differs('draft-missing', conversation, drafts.length - drafted);
  }
}

const zero = () => ({ here: 0, there: 0 });
