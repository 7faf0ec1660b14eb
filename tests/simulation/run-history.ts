import { vi } from 'vitest';
import type { SyncedTable } from '../../domain/core/tables';
import { inboxSpace } from '../../domain/model/ids';
import { findMutation, type MutationName, mutations } from '../../domain/mutations';
import type { Bug } from './bugs';
import { checkAtRest, Watch } from './invariants';
import type { Backup } from './memory-hub-store';
import { mutationArgs, type Sight } from './mutation-args';
import type { NetworkFault } from './network';
import { SeededRandom } from './seeded-random';
import { SimDevice, type SyncTrouble } from './sim-device';
import { SimHub, startOfTime } from './sim-hub';
import { Violated } from './violated';

const names = Object.keys(mutations) as MutationName[];
const agentNames = names.filter((name) => findMutation(name)?.actor !== 'system');
const hostNames = names.filter((name) => findMutation(name)?.actor !== 'agent');
/** What a team does most of the day comes most often. */
const often: Partial<Record<MutationName, number>> = {
  sendReply: 8,
  addComment: 3,
  closeConversation: 7,
  assignConversation: 5,
  saveDraft: 2,
  createTicket: 4,
  updateTicket: 3,
  closeTicket: 3,
  reopenTicket: 4,
  putRecord: 3,
  retrySend: 9,
  cancelSend: 5,
  takeBackComment: 4,
  recordDelivery: 6,
  receiveMessage: 20,
  logMail: 2,
  createInvitation: 2,
  revokeInvitation: 2,
  acceptInvitation: 6,
  snoozeConversation: 3,
  followConversation: 0.5,
  unfollowConversation: 0.5,
  tagConversation: 0.7,
  untagConversation: 0.3,
  changeTags: 0.7,
  saveView: 0.5,
  removeView: 0.5,
  orderViews: 0.3,
  recordMailbox: 3,
  disconnectMailbox: 2,
  // Seldom: it takes away what all others are done to.
  removeImported: 0.3,
  undo: 4,
  hideMessage: 4,
  reopenConversation: 6,
  trashConversation: 4,
  setSenderRule: 3,
  blockSender: 3,
  removeSenderRule: 5,
};
type Weights = Partial<Record<MutationName, number>>;

const steps = {
  act: 13,
  host: 5,
  sync: 6,
  together: 2,
  mail: 3,
  time: 1,
  skew: 0.5,
  notApplied: 0.7,
  oldPush: 0.7,
  page: 0.5,
  upgrade: 0.3,
  hubRestart: 0.4,
  prune: 0.3,
  clone: 0.3,
};
/** A backup and the restore of it are steps of their own, far enough apart for something to be lost. */
type Step = keyof typeof steps | 'backup' | 'restore';

/** What a history did, for the tests that look at many. */
export interface Told {
  seed: number;
  /** Every mutation that was drawn, and those that were applied. */
  drawn: Set<MutationName>;
  applied: Set<MutationName>;
  steps: Set<Step>;
  log: string[];
}

/** One story of a hub and two people, told by its seed alone: faults at any moment, then quiet, then every promise is checked. */
export async function runHistory(seed: number, options: { bug?: Bug; length?: number; favoured?: Weights } = {}): Promise<Told> {
  vi.useFakeTimers({ toFake: ['Date'], now: startOfTime });
  const history = new History(seed, options.bug, { ...often, ...options.favoured });
  // The store reports acts that cannot be shown over the newest rows; here that is part of the story.
  const report = vi.spyOn(console, 'error').mockImplementation((...words) => void history.told.log.push(`reported: ${words.join(' ')}`));
  try {
    await history.run(options.length ?? 22);
    return history.told;
  } catch (error) {
    throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}\n${history.told.log.join('\n')}`, { cause: error });
  } finally {
    await history.close();
    report.mockRestore();
    vi.useRealTimers();
  }
}

let made = 0;

class History {
  readonly told: Told;
  private readonly random: SeededRandom;
  private readonly hub = new SimHub();
  private readonly devices: SimDevice[] = [];
  private readonly watches = new Map<SimDevice, Watch>();
  /** Devices the last step did something on. */
  private readonly touched = new Set<SimDevice>();
  private backup: Backup | undefined;
  private restored = false;

  constructor(
    seed: number,
    private readonly bug: Bug | undefined,
    private readonly weights: Weights,
  ) {
    this.told = { seed, drawn: new Set(), applied: new Set(), steps: new Set(), log: [] };
    this.random = new SeededRandom(seed);
    this.hub.store.dedupe = bug !== 'no-dedupe';
    this.hub.store.wholeRows = bug === 'whole-rows';
  }

  async run(length: number) {
    const { random, hub } = this;
    await hub.setUp();
    for (let n = random.int(2, 6); n > 0; n--) await this.host('receiveMessage');
    if (random.chance(0.5)) await this.oldTicket();
    // What a history is too short to begin and to end: a mailbox, a way in for somebody.
    if (random.chance(0.2)) await this.host('connectMailbox');
    if (random.chance(0.2)) await this.host('createInvitation');
    made += 1;
    // Mostly two people; sometimes one with two devices.
    const second = random.chance(0.25) ? hub.ann : hub.bo;
    this.add(new SimDevice(`first-${made}`, hub.ann, hub, this.bug));
    this.add(new SimDevice(`second-${made}`, second, hub, this.bug));
    for (const device of this.devices) await this.sync(device, this.trouble());

    if (random.chance(0.3)) await this.refusedReply();
    const isRestored = random.chance(0.35);
    const special = new Map<number, Step>(
      isRestored
        ? [
            [random.int(0, 4), 'backup'],
            [random.int(10, length - 1), 'restore'],
          ]
        : [],
    );
    for (let n = 0; n < length; n++) {
      hub.now += random.int(1, 90) * 1000;
      const step = special.get(n) ?? random.weighted(steps);
      this.told.steps.add(step);
      await this.step(step);
      for (const device of this.touched) await this.watches.get(device)?.look(device);
      this.touched.clear();
    }
    await this.settleDown();
    for (const device of this.devices) await this.watches.get(device)?.look(device);
    await checkAtRest(hub, this.devices, { restored: this.restored });
  }

  /** A case of last year: closed, with no conversation left. */
  private async oldTicket() {
    const { hub } = this;
    const place = { id: hub.newId(), space: inboxSpace(hub.support), inboxId: hub.support, number: 7 };
    const rest = { name: 'An old case', stage: 'done', ownerId: null, contactId: null, createdAt: startOfTime, trashedAt: null };
    const row = { ...place, ...rest, status: 'closed' as const, closedAt: startOfTime, closedBy: null };
    await hub.act('putRecord', { table: 'tickets', row });
  }

  /** A reply the customer's server would not take: somebody may want to send it again. */
  private async refusedReply() {
    const device = this.random.pick(this.devices);
    await this.act(device, 'sendReply');
    await device.sync();
    await this.hub.sendMail(undefined, 'refuses');
    await device.sync();
  }

  async close() {
    for (const device of this.devices) await device.close();
  }

  private add(device: SimDevice) {
    this.devices.push(device);
    this.watches.set(device, new Watch());
  }

  private async step(step: Step): Promise<void> {
    const { random, hub } = this;
    const device = random.pick(this.devices);
    switch (step) {
      case 'act':
        return this.act(device);
      case 'host':
        return this.host(random.chance(0.5) && hub.isSomebodyGone() ? 'setAgentActive' : random.weighted(this.weightsOf(hostNames)));
      case 'sync':
        return this.sync(device, this.trouble());
      case 'together': {
        const breathe = async () => {
          for (let n = random.int(0, 4); n > 0; n--) await new Promise((resolve) => setImmediate(resolve));
        };
        await Promise.all(this.devices.map((each) => this.sync(each, { ...this.trouble({ disk: false }), breathe })));
        return;
      }
      case 'mail':
        return hub.sendMail(
          random.find([undefined, undefined, 'before-lease', 'before-smtp', 'after-smtp'] as const),
          random.chance(0.6) ? 'takes' : 'refuses',
        );
      case 'time':
        hub.now += random.int(1, 48) * 3_600_000;
        return;
      case 'skew':
        device.skew = random.pick([0, 60_000, -60_000, 86_400_000, -86_400_000, 7 * 86_400_000]);
        return;
      case 'notApplied': {
        this.touched.add(device);
        vi.setSystemTime(device.now);
        const way = random.chance(0.7) ? 'again' : 'dismiss';
        const uuid = await device.answerNotApplied((from) => random.find(from), way);
        return this.note(`${device.name} answers what was not applied: ${way} ${uuid ?? 'nothing'}`);
      }
      case 'oldPush': {
        const request = random.find(device.sent);
        // Whoever repeats it is not there to hear the answer.
        if (request) await hub.push(device.agentId, request).catch((error: unknown) => this.note(`a repeated push met ${error}`));
        return;
      }
      case 'page':
        return device.reopen();
      case 'upgrade':
        this.touched.add(device);
        return device.upgradeAndBack(random.int(0, 1));
      case 'hubRestart':
        return hub.restart();
      case 'prune':
        return hub.store.prune(random.pick([...hub.store.state.versions.keys()]));
      case 'clone': {
        if (this.devices.length > 2) return;
        this.add(await device.copyTo(`copy-${made}`));
        return this.note(`${device.name} is copied`);
      }
      case 'backup':
        this.backup = hub.store.backup();
        return;
      case 'restore':
        if (!this.backup || this.restored) return;
        this.restored = true;
        this.note('the hub is restored');
        return hub.restore(this.backup);
      default:
        return step satisfies never;
    }
  }

  /** Mostly any; now and then one that needs what is seldom there, where it is there: it would hardly ever come to it. */
  private async actOn(device: SimDevice): Promise<MutationName> {
    const { random } = this;
    const rows = random.chance(0.3) ? await device.rows('conversations') : [];
    const seldom: MutationName[] = [];
    const rarest: MutationName[] = [];
    if (rows.length > 0 && (await device.rows('agents')).some(({ active }) => !active)) rarest.push('setAgentActive');
    if (rows.some(({ trashed }) => trashed !== null)) seldom.push('restoreConversation', 'deleteForever');
    const messages = rows.length > 0 ? await device.rows('messages') : [];
    if (messages.some(({ hidden }) => hidden?.by === device.agentId)) rarest.push('unhideMessage');
    if (messages.some(({ delivery }) => delivery?.state === 'failed')) rarest.push('retrySend');
    const undoable = rows.length > 0 ? (await device.rows('undoEntries')).map(({ act }) => act) : [];
    if (undoable.includes('addComment')) seldom.push('takeBackComment');
    if (undoable.includes('sendReply')) seldom.push('cancelSend');
    if (rows.some(({ ticketId, trashed }) => ticketId !== null && !trashed)) seldom.push('closeTicket');
    if (rows.some(({ status, trashed }) => status === 'closed' && !trashed)) seldom.push('reopenConversation');
    if (rows.some(({ snoozed }) => snoozed)) rarest.push('endSnooze');
    if (rows.some(({ spam }) => spam?.reason === 'blocked-sender')) rarest.push('unblockSender');
    if (rows.some(({ spam, trashed }) => spam && spam.reason !== 'blocked-sender' && !trashed)) seldom.push('markNotSpam');
    // Nearly always possible, so it takes no turn of the others.
    const mergeable = rows.filter(({ spam, trashed, mergedInto }) => !spam && !trashed && !mergedInto);
    if (rarest.length + seldom.length === 0 && mergeable.length > 1) seldom.push('mergeConversations', 'splitConversation');
    return random.find(rarest) ?? random.find(seldom) ?? random.weighted(this.weightsOf(agentNames));
  }

  private async act(device: SimDevice, given?: MutationName) {
    const { random, hub } = this;
    const name = given ?? (await this.actOn(device));
    this.touched.add(device);
    vi.setSystemTime(device.now);
    const sight: Sight = { ...this.sightOf(device.agentId, device.now), rows: (table) => device.rows(table), attach: () => this.attach(device) };
    const args = await mutationArgs[name](sight);
    this.told.drawn.add(name);
    if (!args) return;
    const ack = await device.act(name, args, random.chance(0.06) ? random.int(1, 6) : null);
    this.note(`${device.name} does ${name} ${JSON.stringify(args)}: ${ack ? ack.uuid : 'refused'}`);
    if (ack && random.chance(0.02)) hub.store.poison.add(ack.uuid);
  }

  private async host(name: MutationName) {
    const { random, hub } = this;
    const sight: Sight = {
      ...this.sightOf(random.pick([hub.ann, hub.bo]), hub.now),
      rows: async <T extends SyncedTable>(table: T) => hub.store.all(table),
      attach: async () => undefined,
    };
    const args = await mutationArgs[name](sight);
    this.told.drawn.add(name);
    if (!args) return;
    const refused = await hub.act(name, args as never);
    if (!refused) this.told.applied.add(name);
    this.note(`the host does ${name} ${JSON.stringify(args)}: ${refused?.refused ?? 'done'}`);
  }

  private weightsOf = (of: readonly MutationName[]) =>
    Object.fromEntries(of.map((name) => [name, this.weights[name] ?? 1])) as Record<MutationName, number>;

  private sightOf(agentId: string, now: number) {
    const { random, hub } = this;
    return { random, agentId, now, newId: () => hub.newId(), workspaceId: hub.workspaceId, invitations: hub.store.all('invitations') };
  }

  private async attach(device: SimDevice) {
    const hash = this.hub.newId().replaceAll('-', '').padStart(64, 'f');
    await device.db.files.put({ hash, blob: new Blob(['x']), type: 'text/plain', size: 1, state: 'local', at: device.now });
    return { id: this.hub.newId(), name: 'a.txt', type: 'text/plain', size: 1, hash, contentId: null, inline: false, notStored: null };
  }

  private trouble({ disk = true } = {}): SyncTrouble {
    const { random } = this;
    const network = new Map<number, NetworkFault>();
    const kinds = ['drop-request', 'drop-response', 'duplicate', 'token-expired', 'captive-portal'] as const;
    for (let request = 1; request <= 8; request++) if (random.chance(0.12)) network.set(request, random.pick(kinds));
    return { killAt: random.chance(0.35) ? random.int(1, 40) : null, network, fullFrom: disk && random.chance(0.05) ? random.int(1, 25) : null };
  }

  private async sync(device: SimDevice, trouble: SyncTrouble) {
    this.touched.add(device);
    vi.setSystemTime(device.now);
    const end = await device.sync(trouble);
    const faults = [...(trouble.network ?? [])].map(([at, fault]) => `${fault} at ${at}`).join(', ');
    this.note(
      `${device.name} syncs: ${end}${trouble.killAt ? `, kill at ${trouble.killAt}` : ''} ${faults}${trouble.fullFrom ? ` full from ${trouble.fullFrom}` : ''}`,
    );
  }

  /** No more faults: within a bounded number of rounds everything has gone where it belongs (I12). */
  private async settleDown() {
    this.note('quiet');
    for (let round = 0; round < 30; round++) {
      this.hub.now += 60_000;
      // Also whom an act deactivates that waited on a device until now.
      for (const { id: agentId, active } of this.hub.store.all('agents'))
        if (!active) await this.hub.act('setAgentActive', { agentId, active: true });
      await this.hub.sendMail();
      const ends: string[] = [];
      for (const device of this.devices) ends.push(await device.sync());
      const waiting = await Promise.all(this.devices.map((device) => device.db.outbox.count()));
      const mailLeft = [...this.hub.store.state.outbound.values()].some(({ state }) => state === 'queued' || state === 'sending');
      if (round > 0 && !mailLeft && ends.every((end) => end === 'idle') && waiting.every((count) => count === 0)) {
        for (const device of this.devices) await device.sync();
        for (const [uuid, { refused }] of this.hub.store.state.acts) if (refused === null) this.noteApplied(uuid);
        return;
      }
    }
    throw new Violated('I12', 'no rest after 30 rounds without a fault');
  }

  private noteApplied(uuid: string) {
    const ack = this.devices.flatMap(({ acks }) => acks).find((each) => each.uuid === uuid);
    if (ack) this.told.applied.add(ack.name as MutationName);
  }

  private note(line: string) {
    this.told.log.push(line);
  }
}
