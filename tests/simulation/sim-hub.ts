import type { Refusal } from '../../domain/core/refusal';
import { runMutation } from '../../domain/core/run-mutation';
import type { Id } from '../../domain/model/ids';
import { type ArgsOf, findMutation, type MutationName } from '../../domain/mutations';
import { answerBootstrap } from '../../server/sync/answer-bootstrap';
import { answerKnownActs } from '../../server/sync/answer-known-acts';
import { answerPull } from '../../server/sync/answer-pull';
import { applyPush } from '../../server/sync/apply-push';
import { FaultTally } from '../../server/sync/fault-tally';
import type { SyncHost } from '../../server/sync/sync-host';
import type { BootstrapRequest, KnownActsRequest, PullRequest, PushRequest } from '../../sync/protocol';
import { MemoryHubStore } from './memory-hub-store';

/** 2026-03-02 09:00 UTC, a Monday. */
export const startOfTime = Date.UTC(2026, 2, 2, 9);

/** The hub: its real answers over a store in memory, its own clock, a mail server at its door. */
export class SimHub {
  readonly store = new MemoryHubStore();
  now = startOfTime;
  /** Mails a server took from us, by the id of the intent. */
  readonly accepted: { intent: Id; messageId: Id }[] = [];
  private faults = new FaultTally();
  private made = 0;

  readonly workspaceId = this.newId();
  readonly ann = this.newId();
  readonly bo = this.newId();
  readonly support = this.newId();
  readonly sales = this.newId();

  /** Small pages, so that a history of some twenty acts has several. */
  constructor(private readonly limits: { pull: number; bootstrap: number } = { pull: 6, bootstrap: 2 }) {}

  newId(): Id {
    this.made += 1;
    return `01990000-0000-7000-8000-${this.made.toString(16).padStart(12, '0')}`;
  }

  isSomebodyGone = (): boolean => this.store.all('agents').some(({ active }) => !active);
  isDeactivated = (agentId: Id): boolean => this.store.all('agents').some(({ id, active }) => id === agentId && !active);

  /** Ann and Bo in Support, Ann through a team as well; Ann alone in Sales; Ann is the super administrator. */
  async setUp() {
    const { workspaceId, ann, bo, support, sales } = this;
    await this.act('setUpWorkspace', { workspaceId, name: 'Havnegaard' });
    for (const [agentId, name, accountAccess] of [
      [ann, 'Ann Berg Holm', true],
      [bo, 'Bo Lund', false],
    ] as const)
      await this.act('addAgent', { agentId, workspaceId, name, email: `${agentId}@havnegaard.example`, accountAccess, superAdmin: accountAccess });
    for (const [inboxId, name, agents] of [
      [support, 'Support', [ann, bo]],
      [sales, 'Sales', [ann]],
    ] as const) {
      const members = agents.map((agentId) => ({ memberId: this.newId(), agentId }));
      const rules = { roleAddressRule: 'first-contact-only' as const, extraRoleAddresses: [], answerWithinMinutes: 60 };
      await this.act('createInbox', { inboxId, workspaceId, name, ...rules, members });
      for (const kind of ['email', 'chat', 'form', 'call'] as const) {
        const address = kind === 'email' ? `${name.toLowerCase()}@havnegaard.example` : null;
        const rest = { companyName: 'Havnegaard', signatureHtml: '<p>{{agent.firstName}}</p>', logForwardsTo: 'original-sender' as const };
        const channelId = this.newId();
        await this.act('createChannel', { channelId, inboxId, kind, name: kind, address, fromName: 'company', ...rest, reopenTicketOnAnswer: false });
      }
    }
    const teamId = this.newId();
    await this.act('createTeam', { teamId, workspaceId, name: 'Workshop', agentIds: [ann] });
    await this.act('addTeam', { inboxId: support, teamId, memberIds: [] });
  }

  /** Something the host itself does: mail that came in, a timer, set-up. */
  async act<N extends MutationName>(name: N, args: ArgsOf<N>): Promise<Refusal | undefined> {
    const mutation = findMutation(name);
    if (!mutation) throw new Error(`no mutation ${name}`);
    const uuid = this.newId();
    return this.store.transaction('all', async (transaction) => {
      const meta = { at: this.now, claimedAt: null, uuid, by: { kind: 'system' as const, workspaceId: this.workspaceId } };
      const outcome = await runMutation(transaction.reader, mutation, args, meta);
      if (outcome.refused) return outcome.refused;
      await transaction.commit(outcome.writes);
      return undefined;
    });
  }

  /** The process is killed and started again: what was committed stands, what it counted in memory is gone. */
  restart() {
    this.faults = new FaultTally();
  }

  /**
   * One round of the sender. `dies`: the process is killed at this point of the first mail. A mail that was being sent when the process
   * died is nobody's to send again but a person's (I2).
   */
  async sendMail(dies?: 'before-lease' | 'before-smtp' | 'after-smtp', smtp: 'takes' | 'refuses' = 'takes') {
    for (const [intent, { state, notBefore }] of [...this.store.state.outbound]) {
      if (state === 'sending') await this.report(intent, 'unknown');
      if (state !== 'queued' || notBefore > this.now) continue;
      if (dies === 'before-lease') return;
      await this.report(intent, 'sending');
      if (dies === 'before-smtp') return;
      if (smtp === 'takes') this.accepted.push({ intent, messageId: this.intentOf(intent)?.messageId ?? '' });
      if (dies === 'after-smtp') return;
      await this.report(intent, smtp === 'takes' ? 'sent' : 'failed');
    }
  }

  /** A dump of an earlier day takes the place of all this; what was not sent by then is held for a person (K12). */
  async restore(backup: ReturnType<MemoryHubStore['backup']>) {
    this.restart();
    this.store.restore(backup);
    for (const [intent, { state }] of [...this.store.state.outbound]) if (state === 'unknown') await this.report(intent, 'unknown');
  }

  push = (agentId: Id, request: PushRequest) => {
    if (!this.store.dedupe) this.store.forgetPushes(request);
    return applyPush(this.host(), agentId, request);
  };
  pull = (agentId: Id, request: PullRequest) => answerPull(this.host(), agentId, request, this.limits.pull);
  bootstrap = (agentId: Id, request: BootstrapRequest) => answerBootstrap(this.host(), agentId, request, this.limits.bootstrap);

  knownActs = (agentId: Id, request: KnownActsRequest) => answerKnownActs(this.host(), agentId, request);

  private intentOf = (intent: Id) => this.store.all('outboundMails').find(({ id }) => id === intent);

  private async report(intent: Id, state: 'sending' | 'sent' | 'failed' | 'unknown') {
    this.store.state.outbound.set(intent, { state: state === 'failed' ? 'sent' : state, notBefore: 0 });
    const mail = this.intentOf(intent);
    if (mail) await this.act('recordDelivery', { messageId: mail.messageId, conversationId: mail.conversationId, state, text: '' });
  }

  private host(): SyncHost {
    // A rule that breaks is what F22 is about; the sum of what came of it is asserted, not its words.
    return { store: this.store, now: () => this.now, faults: this.faults, report: () => {} };
  }
}
