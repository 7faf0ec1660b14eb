import { hostTables, type SyncedTable, syncedTableNames } from '../../domain/core/tables';
import type { Id } from '../../domain/model/ids';
import { idOfSpace, type SpaceId } from '../../domain/model/ids';
import { rowKey } from '../../utils/store/row-key';
import { recount } from '../contract/recount';
import type { SimDevice } from './sim-device';
import type { SimHub } from './sim-hub';
import { Violated } from './violated';

/** JSON with its keys in order: equal rows have equal bytes. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const sorted = <T extends { id: Id }>(rows: readonly T[]): T[] => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** What one device was last seen to hold; versions never go back from it (I4). */
export class Watch {
  private cursors = new Map<SpaceId, number>();
  private epoch: string | null = null;

  /** What must hold at any moment, also in the middle of faults. */
  async look(device: SimDevice): Promise<void> {
    await bounded(device);
    await countersEqualRecount(device);
    await ownWordsVisible(device);
    await threadsWhole(device);
    await this.cursorsGrow(device);
  }

  private async cursorsGrow(device: SimDevice) {
    const client = await device.db.meta.get('client');
    const epoch = client && 'epoch' in client ? client.epoch : null;
    const now = new Map(
      (await device.db.spaces.toArray()).flatMap(({ space, cursor }): [SpaceId, number][] => (cursor === null ? [] : [[space, cursor]])),
    );
    if (epoch === this.epoch) {
      for (const [space, cursor] of now) {
        const before = this.cursors.get(space);
        if (before !== undefined && cursor < before) throw new Violated('I4', `${device.name}: cursor of ${space} went from ${before} to ${cursor}`);
      }
    }
    this.epoch = epoch;
    this.cursors = now;
  }
}

/** Counters always equal a recount (K3). */
async function countersEqualRecount(device: SimDevice) {
  const conversations = await device.rows('conversations');
  for (const { inboxId, counts } of await device.db.counters.toArray()) {
    const kept = Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
    const counted = recount(conversations.filter((row) => row.inboxId === inboxId));
    if (canonical(kept) !== canonical(counted))
      throw new Violated('K3', `${device.name}: counters ${canonical(kept)}, recounted ${canonical(counted)}`);
  }
}

/** The acts that these take back. */
const takenBackBy = (acts: readonly { name: string; args: unknown }[]): Id[] =>
  acts.flatMap(({ name, args }) => (name === 'cancelSend' || name === 'takeBackComment' ? [(args as { actId: Id }).actId] : []));

/** One's own words stay on screen from the moment they were taken until the hub has them or has refused them (I6). */
async function ownWordsVisible(device: SimDevice) {
  const outbox = await device.db.outbox.toArray();
  const takenBack = new Set(takenBackBy(outbox));
  for (const entry of outbox) {
    if ((entry.name !== 'sendReply' && entry.name !== 'addComment') || takenBack.has(entry.uuid)) continue;
    const { conversationId, messageId } = entry.args as { conversationId: Id; messageId: Id };
    const conversation = await device.db.conversations.get(conversationId);
    // The thread is gone, or the newest truth forbids the act (trash, spam): the hub will refuse it visibly.
    if (!conversation || conversation.trashed || (entry.name === 'sendReply' && conversation.spam)) continue;
    const shown = (await device.rows('messages')).some(({ id }) => id === messageId);
    if (!shown && (await stillStands(device, entry.name, entry.args)))
      throw new Violated('I6', `${device.name}: ${entry.name} ${entry.uuid} is not shown`);
  }
}

/**
 * Whether what the act leans on is here at all; a channel or colleague it names may have gone with an inbox, and its author with a workspace
 * that is being reset (K13): the next pull brings them back, and the words with them.
 */
async function stillStands(device: SimDevice, name: string, args: unknown): Promise<boolean> {
  if (!(await device.db.agents.get(device.agentId))) return false;
  if (name === 'sendReply') return (await device.db.channels.get((args as { channelId: Id }).channelId)) !== undefined;
  const { mentions, conversationId } = args as { mentions: Id[]; conversationId: Id };
  const space = (await device.db.conversations.get(conversationId))?.space;
  const members = (await device.rows('members')).filter((member) => member.space === space).map(({ agentId }) => agentId);
  return [device.agentId, ...mentions].every((agentId) => members.includes(agentId));
}

/**
 * A row and its thread come together: no reader sees half of a page or of an act (I7). Between two pages of one pull a row may be older than
 * its thread: it was written again since, and its newest version is still to come.
 */
async function threadsWhole(device: SimDevice) {
  if (device.midway) return;
  const counts = new Map<Id, number>();
  const messages = await device.rows('messages');
  if (new Set(messages.map(({ id }) => id)).size < messages.length)
    throw new Violated('THR-17', `${device.name}: a message lies in two conversations`);
  for (const { conversationId } of messages) counts.set(conversationId, (counts.get(conversationId) ?? 0) + 1);
  const missing = new Set(await device.db.missingThreads.toCollection().primaryKeys());
  for (const { id, messageCount } of await device.rows('conversations')) {
    const here = counts.get(id) ?? 0;
    if (!missing.has(id) && here !== messageCount)
      throw new Violated('I7', `${device.name}: conversation ${id} says ${messageCount} messages, ${here} are here`);
  }
}

const week = 7 * 24 * 3_600_000;

/**
 * What a device keeps beside the hub's rows is bounded by what its person did and what still waits (I13): each act stands in one place,
 * confirmed ones for a week, and what lies under or over the hub's rows is named by an act that waits.
 */
async function bounded(device: SimDevice) {
  const outbox = await device.db.outbox.toArray();
  const confirmed = await device.db.confirmed.toArray();
  const kept = [...outbox, ...confirmed, ...(await device.db.notApplied.toArray())].map(({ uuid }) => uuid);
  const done = new Set(device.acks.map(({ uuid }) => uuid));
  if (new Set(kept).size < kept.length) throw new Violated('I13', `${device.name}: an act is kept twice: ${kept.join(' ')}`);
  const foreign = kept.filter((uuid) => !done.has(uuid));
  if (foreign.length > 0) throw new Violated('I13', `${device.name}: nobody here did ${foreign.join(' ')}`);
  const times = confirmed.map(({ at }) => at);
  if (Math.max(...times) - Math.min(...times) > week) throw new Violated('I13', `${device.name}: confirmed acts are kept longer than a week`);
  const written = new Set(outbox.flatMap(({ writes }) => writes));
  const over = (await device.db.pendingMessages.toArray()).map(({ id }) => rowKey('messages', id));
  const under = (await device.db.base.toArray()).map(({ table, id }) => rowKey(table, id));
  const left = [...over, ...under].filter((key) => !written.has(key));
  if (left.length > 0) throw new Violated('I13', `${device.name}: of acts long done there is still ${left.join(' ')}`);
}

/** What must hold once everything is quiet and connected. `restored`: the hub was set back, and forgot what it had said to some acts (K12). */
export async function checkAtRest(hub: SimHub, devices: readonly SimDevice[], { restored }: { restored: boolean }): Promise<void> {
  const again = new Set([...devices.flatMap((device) => [...device.doneAgain]), ...(restored ? actsOfCopies(devices) : [])]);
  const acks = devices.flatMap((device) => device.acks);
  const threadsOf = (act: string) =>
    new Set(acks.filter(({ name }) => name === act).flatMap(({ args }) => [threadOf(args), ...((args as { alongside?: Id[] }).alongside ?? [])]));
  const [hiddenIn, movedAway] = [threadsOf('hideMessage'), threadsOf('moveConversation')];
  for (const device of devices) {
    await noMutationLost(hub, device, { restored, hiddenIn, movedAway });
    await converged(hub, device);
    inOrder(hub, device, again);
  }
  laterActWins(hub);
  bothAreKept(hub, devices);
  hubCountersEqualRecount(hub);
  noMailTwice(hub);
  for (const device of devices) noMailAfterCancel(hub, device);
  clockIndependent(hub);
  noTicketOfTwoInboxes(hub);
  everyMessageInItsThread(hub);
  if (movedAway.size === 0) oneMessagePerMail(hub);
}

/** A restored hub has forgotten them, and hears them from the copy that still has them waiting: after later acts of the device they were done on. */
const actsOfCopies = (devices: readonly SimDevice[]): Id[] => {
  const acts = devices.flatMap(({ acks }) => acks.map(({ uuid }) => uuid));
  return acts.filter((uuid, at) => acts.indexOf(uuid) < at);
};

/** Acts with words of a message in them. */
const saysWords = ['sendReply', 'retrySend', 'addComment', 'saveDraft'];

const threadOf = (args: unknown) => (args as { conversationId?: Id }).conversationId;

/**
 * I1: every act that was taken is applied once, or its author sees why not. A hub that was set back in time is not told again of what was done to a
 * conversation its author then deleted for good or that moved where they are not, nor of words that somebody then hid: nothing of that is kept
 * anywhere (K14, D15, INB-6).
 */
async function noMutationLost(
  hub: SimHub,
  device: SimDevice,
  { restored, hiddenIn, movedAway }: Record<'hiddenIn' | 'movedAway', ReadonlySet<Id | undefined>> & { restored: boolean },
) {
  if ((await device.db.outbox.count()) > 0) throw new Violated('I3', `${device.name}: the outbox is not empty`);
  const deleted = new Set(device.acks.filter(({ name }) => name === 'deleteForever').map(({ args }) => threadOf(args)));
  for (const { uuid, name, args } of device.acks) {
    const act = hub.store.state.acts.get(uuid);
    const shown = (await device.db.notApplied.get(uuid)) !== undefined;
    if (act && act.refused === null && !shown) continue;
    if (shown && (restored || act?.refused)) continue;
    // How far somebody had read is nothing to offer again: they look anew.
    if (restored && !act && name === 'setReadMark') continue;
    const thread = threadOf(args);
    const nothingKept = deleted.has(thread) || movedAway.has(thread) || (saysWords.includes(name) && hiddenIn.has(thread));
    if (restored && !act && thread !== undefined && nothingKept) continue;
    const said = act ? (act.refused?.refused ?? 'applied') : 'unknown to the hub';
    throw new Violated('I1', `${device.name}: ${name} ${uuid} is ${said}, and ${shown ? '' : 'not '}among the not applied`);
  }
}

/** I3, I9: byte for byte what the hub has for this agent, and nothing else. */
async function converged(hub: SimHub, device: SimDevice) {
  const spaces = await hub.store.snapshot((snapshot) => snapshot.spacesOf(device.agentId));
  const here = await device.everything();
  for (const table of syncedTableNames) {
    const there = hub.store.all(table as SyncedTable).filter((row) => spaces.includes(row.space));
    const [mine, theirs] = [sorted(here[table] ?? []).map(canonical), sorted(there).map(canonical)];
    if (mine.join('\n') === theirs.join('\n')) continue;
    const only = (a: string[], b: string[]) => a.filter((row) => !b.includes(row)).join('\n    ');
    throw new Violated('I3', `${device.name}: ${table} differ\n  only here\n    ${only(mine, theirs)}\n  only on the hub\n    ${only(theirs, mine)}`);
  }
  for (const table of Object.keys(hostTables)) {
    const left = await device.db.table(table).count();
    if (left > 0) throw new Violated('I3', `${device.name}: ${left} rows of ${table} are left of acts long confirmed`);
  }
  for (const table of ['base', 'pendingMessages', 'missingThreads'] as const) {
    if ((await device.db[table].count()) > 0) throw new Violated('I3', `${device.name}: ${table} is not empty`);
  }
}

/** I5, I8: acts of one device were applied in the order they were done, and none twice; those of `again` somebody did once more, later. */
function inOrder(hub: SimHub, device: SimDevice, again: ReadonlySet<Id>) {
  const place = new Map(device.acks.map(({ uuid }, n) => [uuid, n]));
  for (const epoch of new Set(hub.store.log.map((entry) => entry.epoch))) {
    const order = hub.store.log.filter((entry) => entry.epoch === epoch).flatMap(({ uuid }) => place.get(uuid) ?? []);
    if (new Set(order).size < order.length) throw new Violated('I8', `${device.name}: applied twice: ${order.join(' ')}`);
    const first = order.filter((n) => !again.has(device.acks[n]?.uuid ?? ''));
    if (first.some((n, at) => n < (first[at - 1] ?? 0))) throw new Violated('I5', `${device.name}: applied in the order ${order.join(' ')}`);
  }
}

/** I10: of two acts on one field the later at the hub stands, whoever saw what when they did it; acts on other fields take nothing from it. */
function laterActWins(hub: SimHub) {
  for (const table of ['conversations', 'tickets'] as const)
    for (const row of hub.store.all(table))
      for (const [field, value] of Object.entries(row)) {
        const meant = hub.store.state.meant.get(`${table}/${row.id}/${field}`);
        if (canonical(value) !== canonical(meant))
          throw new Violated('I10', `${table}/${row.id}: ${field} is ${canonical(value)}, the last act on it said ${canonical(meant)}`);
      }
}

/** I10: words are never one or the other: all that was said and taken by the hub stands in its thread, unless its author took it back or the thread it lay in was deleted. */
function bothAreKept(hub: SimHub, devices: readonly SimDevice[]) {
  const messages = new Set(hub.store.all('messages').map(({ id }) => id));
  const taken = devices.flatMap(({ acks }) => acks).filter(({ uuid }) => hub.store.state.acts.get(uuid)?.refused === null);
  const takenBack = new Set(takenBackBy(taken));
  const threadOf = ({ args }: { args: unknown }) => (args as { conversationId: Id }).conversationId;
  const deleted = new Set(taken.filter(({ name }) => name === 'deleteForever').map(threadOf));
  // Words of a thread that was merged away, or split off it, lay in another when that one was deleted.
  const ledTo = taken.flatMap((act): [Id, Id][] => {
    if (act.name === 'mergeConversations') return [[(act.args as { sourceId: Id }).sourceId, threadOf(act)]];
    return act.name === 'splitConversation' ? [[threadOf(act), (act.args as { newConversationId: Id }).newConversationId]] : [];
  });
  for (let known = -1; known < deleted.size; ) {
    known = deleted.size;
    for (const [from, to] of ledTo) if (deleted.has(to)) deleted.add(from);
  }
  for (const act of taken) {
    const { uuid, name, args } = act;
    if ((name !== 'sendReply' && name !== 'addComment') || takenBack.has(uuid) || deleted.has(threadOf(act))) continue;
    const { messageId } = args as { messageId: Id };
    if (!messages.has(messageId)) throw new Violated('I10', `${name} ${uuid} was taken, and its words are gone`);
  }
}

function hubCountersEqualRecount(hub: SimHub) {
  for (const inbox of hub.store.all('inboxes')) {
    const kept = [...(hub.store.state.counters.get(inbox.space) ?? [])].filter(([key, count]) => key !== '*' && count !== 0);
    const counted = recount(hub.store.all('conversations').filter((row) => row.inboxId === idOfSpace(inbox.space)));
    if (canonical(Object.fromEntries(kept)) !== canonical(counted))
      throw new Violated('K3', `hub: counters ${canonical(kept)}, recounted ${canonical(counted)}`);
  }
}

/** I2: one reply, at most one mail; also from a hub that was set back in time, and was told again of a reply it had sent since. */
function noMailTwice(hub: SimHub) {
  const times = new Map<string, number>();
  for (const { intent, messageId } of hub.accepted) {
    for (const key of [`intent ${intent}`, `message ${messageId}`]) times.set(key, (times.get(key) ?? 0) + 1);
  }
  for (const [key, count] of times) if (count > 1) throw new Violated('I2', `${count} mails for ${key}`);
}

/** I2, X11: a reply that was taken back has not left, and one that had left was not taken back: exactly one outcome. */
function noMailAfterCancel(hub: SimHub, device: SimDevice) {
  const sent = new Set(hub.accepted.map(({ intent }) => intent));
  const applied = new Set(hub.store.log.filter(({ refused }) => !refused).map(({ uuid }) => uuid));
  for (const { uuid, name, args } of device.acks) {
    if (name !== 'cancelSend' || !applied.has(uuid)) continue;
    const { actId } = args as { actId: Id };
    if (sent.has(actId)) throw new Violated('I2', `${device.name}: ${actId} was taken back by ${uuid} and sent`);
  }
}

/** I11: the hub's clock alone stamps what it keeps. */
function clockIndependent(hub: SimHub) {
  for (const { id, receivedAt, claimedAt } of hub.store.all('messages')) {
    if (receivedAt > hub.now || (claimedAt ?? 0) > hub.now) throw new Violated('I11', `message ${id} comes from the future`);
  }
}

/** D24: a ticket never has two inboxes: it is that of every conversation on it, wherever who linked them stood. */
function noTicketOfTwoInboxes(hub: SimHub) {
  const tickets = new Map(hub.store.all('tickets').map((ticket) => [ticket.id, ticket]));
  for (const { id, inboxId, ticketId } of hub.store.all('conversations')) {
    const of = ticketId === null ? undefined : tickets.get(ticketId)?.inboxId;
    if (of !== undefined && of !== inboxId) throw new Violated('D24', `conversation ${id} of ${inboxId} is on a ticket of ${of}`);
  }
}

/** ALL-7: whoever logged it, and however often it came, a mail with a Message-ID is one message of its inbox. One that moved may be logged where it was. */
function oneMessagePerMail(hub: SimHub) {
  const seen = new Set<string>();
  for (const { id, space, direction, rfcMessageId, author } of hub.store.all('messages')) {
    if (rfcMessageId === null || direction !== 'in' || author.kind !== 'contact') continue;
    const mail = `${space} ${rfcMessageId} ${author.address}`;
    if (seen.has(mail)) throw new Violated('ALL-7', `message ${id} is a second one of ${mail}`);
    seen.add(mail);
  }
}

/** THR-17: wherever messages were put, each lies in one conversation that is there and counts it, and none in one that was merged away. */
function everyMessageInItsThread(hub: SimHub) {
  const counts = new Map<Id, number>();
  for (const { conversationId } of hub.store.all('messages')) counts.set(conversationId, (counts.get(conversationId) ?? 0) + 1);
  for (const { id, messageCount, mergedInto } of hub.store.all('conversations')) {
    const here = counts.get(id) ?? 0;
    if (here !== messageCount || (mergedInto && here > 0))
      throw new Violated('THR-17', `conversation ${id} counts ${messageCount} messages of ${here}`);
    counts.delete(id);
  }
  if (counts.size > 0) throw new Violated('THR-17', `messages lie in conversations that are not there: ${[...counts.keys()].join(' ')}`);
}
