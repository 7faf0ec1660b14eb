import { runMutation } from '../../domain/core/run-mutation';
import type { Write } from '../../domain/core/tx';
import type { Id } from '../../domain/model/ids';
import { type ArgsOf, findMutation, type MutationName } from '../../domain/mutations';
import { answerBootstrap } from '../../server/sync/answer-bootstrap';
import { answerKnownActs } from '../../server/sync/answer-known-acts';
import { answerPull } from '../../server/sync/answer-pull';
import { applyPush } from '../../server/sync/apply-push';
import { FaultTally } from '../../server/sync/fault-tally';
import type { SyncHost } from '../../server/sync/sync-host';
import { Rejected, SignedOut, type Source } from '../../sync/ports';
import type { PullRequest, PullResponse } from '../../sync/protocol';
import { MemoryHubStore } from '../simulation/memory-hub-store';
import { conversationRow, id, messageRow, smallWorkspace, write } from './rows';

/** A hub in memory with its real answers, two inboxes (10, 11) and three agents, for tests of a client's store. */
export class SmallHub {
  readonly store = new MemoryHubStore();
  now = 1_800_000_000_000;
  private made = 10_000;
  /** Rows of one pull answer; small ones make many pages. */
  pullLimit = 1_000;
  bootstrapPage = 50;

  private readonly host: SyncHost = {
    store: this.store,
    now: () => this.now,
    faults: new FaultTally(),
    report: (fault, act) => {
      throw new Error(`${act.name} broke on the hub`, { cause: fault });
    },
  };

  static async start(): Promise<SmallHub> {
    const hub = new SmallHub();
    await hub.commit(smallWorkspace());
    return hub;
  }

  /** An id of its own for each test row. */
  id(): Id {
    this.made += 1;
    return id(this.made);
  }

  async commit(writes: readonly Write[]): Promise<void> {
    await this.store.transaction('all', (transaction) => transaction.commit(writes));
  }

  /** A conversation with `messages` messages lands in an inbox, newest by its number. */
  async conversation(n: number, inbox = 10, messages = 1, extra: Parameters<typeof conversationRow>[2] = {}): Promise<Id> {
    const rows = Array.from({ length: messages }, (_, at) => write('messages', messageRow(n * 1_000 + at, inbox, n)));
    await this.commit([write('conversations', conversationRow(n, inbox, extra)), ...rows]);
    return id(n);
  }

  /** An act of somebody else, or of the hub itself, straight on the hub. */
  async act<N extends MutationName>(agent: number | 'host', name: N, args: ArgsOf<N>): Promise<void> {
    const mutation = findMutation(name);
    if (!mutation) throw new Error(`no mutation ${name}`);
    const by = agent === 'host' ? { kind: 'system' as const, workspaceId: id(1) } : { kind: 'agent' as const, agentId: id(agent) };
    await this.store.transaction('all', async (transaction) => {
      const outcome = await runMutation(transaction.reader, mutation, args, { at: this.now, claimedAt: null, uuid: this.id(), by });
      if (outcome.refused) throw new Error(`${name}: ${outcome.refused.refused}`);
      await transaction.commit(outcome.writes);
    });
  }

  async pull(agent: number, request: PullRequest): Promise<PullResponse> {
    return structuredClone(signedIn(await answerPull(this.host, id(agent), structuredClone(request), this.pullLimit)));
  }

  source(agent: number): Source {
    return {
      capabilities: {},
      pull: (request) => this.pull(agent, request),
      push: async (request) => structuredClone(signedIn(await applyPush(this.host, id(agent), structuredClone(request)))),
      bootstrap: async (request) => {
        const answer = signedIn(await answerBootstrap(this.host, id(agent), request, this.bootstrapPage));
        if (answer === 'no-such-space') throw new Rejected(404);
        return structuredClone(answer);
      },
      knownActs: async (request) => signedIn(await answerKnownActs(this.host, id(agent), request)),
      fetchBodies: async () => ({}),
      fetchFile: async () => new Blob([]),
      uploadFile: async (hash) => this.store.putFile(id(agent), hash),
    };
  }
}

function signedIn<Answer>(answer: Answer): Exclude<Answer, 'signed-out'> {
  if (answer === 'signed-out') throw new SignedOut();
  return answer as Exclude<Answer, 'signed-out'>;
}
