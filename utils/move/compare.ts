import type { Conversation } from '../../domain/model/conversation';
import type { MovedMail } from '../../sync/move-protocol';
import { me } from '../store/me';
import type { MoveCounts, MoveDifference, MoveResult } from '../store/move-row';
import { readMessages } from '../store/read-messages';
import { MoveHalted } from './move-host';
import type { MoveRun } from './move-run';
import { placeOf, statesOf } from './move-threads';
import { readLocalThread, type WholeThread } from './read-local-thread';

const together = 50;
/** Differences listed; a longer list is read by nobody. */
const listed = 200;
/** Without these nothing would be lost. */
const losses: readonly MoveDifference['kind'][] = ['mail-missing', 'mail-stuck', 'no-original', 'comment-missing', 'draft-missing'];

const stateOf = ({ status, spam, trashed }: Pick<Conversation, 'status' | 'spam' | 'trashed'>) =>
  trashed ? ('trash' as const) : spam ? ('spam' as const) : status;

/** A thread of this computer beside what came of it: pure counting, for `compareThread`. */
export interface Beside {
  states: ReadonlyMap<string, MovedMail>;
  there: { conversation: Conversation; me: string; messages: ReadonlySet<string>; drafts: ReadonlySet<string>; ours: boolean } | undefined;
}

/** Counts both sides of everything that was to move, once all of it is confirmed, and names what differs. */
export async function compareAll(run: MoveRun): Promise<MoveResult> {
  const { local, hub } = run.host;
  await run.note({ step: 'checking' });
  // Longer than a hub takes for anything: what still waits is refused in a way that only its log tells.
  if (!(await run.until(async () => (await hub.outbox.count()) === 0, 30 * 60_000))) throw new MoveHalted('refused');
  const self = await me(hub);
  const tally = new Tally();
  const taken = new Set<string>();
  let after = '';
  for (;;) {
    const some = await local.conversations.where('id').above(after).limit(together).toArray();
    if (some.length === 0) break;
    after = some.at(-1)?.id ?? after;
    const threads = await Promise.all(some.map((row) => readLocalThread(local, row)));
    const states = await statesOf(run, threads);
    for (const thread of threads) {
      const place = placeOf(thread, states);
      const conversation = place && (await hub.conversations.get(place.conversationId));
      const drafts = conversation ? await hub.drafts.where('conversationId').equals(conversation.id).primaryKeys() : [];
      const messages = conversation ? await readMessages(hub, conversation.id) : [];
      if (conversation && taken.has(conversation.id)) tally.differs('joined', thread);
      if (conversation) taken.add(conversation.id);
      const there = conversation &&
        self && { conversation, me: self.agentId, ours: place.ours, messages: new Set(messages.map(({ id }) => id)), drafts: new Set(drafts) };
      tally.add(thread, { states, there });
    }
    await run.note({});
  }
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
  private known = 0;
  private unreadable = 0;
  private more = 0;
  private lost = false;

  add(thread: WholeThread, beside: Beside): void {
    this.mails(thread, beside.states);
    this.words(thread, beside.there);
    const state = stateOf(thread.conversation);
    this.counts[state].here += 1;
    if (thread.ticket) this.counts.tickets.here += 1;
    const { there } = beside;
    if (!there) return;
    const theirs = stateOf(there.conversation);
    this.counts[theirs].there += 1;
    if (thread.ticket && there.conversation.ticketId !== null) this.counts.tickets.there += 1;
    if (!there.ours) this.differs('known-there', thread);
    else if (theirs !== state) this.differs('state', thread);
    else if (thread.conversation.ownerId !== null && there.conversation.ownerId !== there.me) this.differs('owner', thread);
    if (there.ours && thread.ticket && there.conversation.ticketId === null) this.differs('ticket-missing', thread);
  }

  differs(kind: MoveDifference['kind'], { conversation }: WholeThread, count = 1): void {
    if (count === 0) return;
    if (losses.includes(kind)) this.lost = true;
    if (this.differences.length < listed) this.differences.push({ kind, subject: conversation.subject, count });
    else this.more += 1;
  }

  result(): MoveResult {
    const { counts, known, unreadable, differences, more } = this;
    return { counts, known, unreadable, differences, more, whole: !this.lost };
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
    this.differs('mail-missing', thread, missing);
    this.differs('mail-stuck', thread, stuck);
    this.differs('left-out', thread, left);
    this.differs('no-original', thread, thread.hashes.filter((hash) => hash === null).length);
  }

  private words({ comments, drafts, ...thread }: WholeThread, there: Beside['there']): void {
    const commented = comments.filter(({ id }) => there?.messages.has(id)).length;
    const drafted = drafts.filter(({ id }) => there?.drafts.has(id)).length;
    this.counts.comments.here += comments.length;
    this.counts.comments.there += commented;
    this.counts.drafts.here += drafts.length;
    this.counts.drafts.there += drafted;
    const whole = { comments, drafts, ...thread };
    this.differs('comment-missing', whole, comments.length - commented);
    this.differs('draft-missing', whole, drafts.length - drafted);
  }
}

const zero = () => ({ here: 0, there: 0 });
