import type { Id, SpaceId } from '../../domain/model/ids';
import { pokeChannel } from '../db/commit-writes';
import type { HubDatabase } from '../db/database';
import type { HubStore } from '../sync/hub-store';

/** One connected client. */
export interface PokeTarget {
  agentId: Id;
  /** As it names itself in its pushes. */
  clientId: Id;
  poke(spaces: SpaceId[]): void;
  /** The agent is no longer active. */
  end(): void;
}

/** ms in which changes are gathered: an import of a thousand rows is one poke, and nobody notices the delay. */
const gather = 30;

/** Tells connected clients that something changed in a space they are in. Losing a poke costs delay, never data. */
export class Pokes {
  private readonly targets = new Set<PokeTarget>();
  /** Who pushed what changed there; nobody's is `''`. */
  private readonly changed = new Map<SpaceId, Set<string>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: HubStore,
    private readonly fault: (fault: unknown) => void,
  ) {}

  /** Every hub on the database hears of every change, its own included. After a gap in the line everybody is poked. */
  async listen(database: HubDatabase) {
    await database.listen(
      pokeChannel,
      (change) => this.note(change),
      () => {
        for (const target of this.targets) target.poke([]);
      },
    );
  }

  add(target: PokeTarget): () => void {
    this.targets.add(target);
    return () => this.targets.delete(target);
  }

  /** Devices connected to this process. */
  get count(): number {
    return this.targets.size;
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const target of this.targets) target.end();
    this.targets.clear();
  }

  private note(change: string) {
    const [space = '', pusher = ''] = change.split(' ');
    this.changed.set(space, new Set([...(this.changed.get(space) ?? []), pusher]));
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const changed = new Map(this.changed);
      this.changed.clear();
      this.tell(changed).catch(this.fault);
    }, gather);
  }

  /**
   * Membership is asked each time: who left an inbox a moment ago hears nothing of it any more (INB-6). Who changed it themselves is not poked: after each push they
   * pull, and once more would stand in the way of those who wait for it.
   */
  private async tell(changed: ReadonlyMap<SpaceId, ReadonlySet<string>>) {
    const byAgent = new Map<Id, PokeTarget[]>();
    for (const target of this.targets) byAgent.set(target.agentId, [...(byAgent.get(target.agentId) ?? []), target]);
    for (const [agentId, targets] of byAgent) {
      const spaces = await this.store.snapshot(async (snapshot) =>
        (await snapshot.agent(agentId))?.active ? snapshot.spacesOf(agentId) : undefined,
      );
      for (const target of targets) {
        const isNews = (pushers: ReadonlySet<string>) => [...pushers].some((pusher) => pusher !== target.clientId);
        const theirs = spaces && [...changed].flatMap(([space, pushers]) => (spaces.includes(space) && isNews(pushers) ? [space] : []));
        if (!theirs) target.end();
        else if (theirs.length > 0) target.poke(theirs);
      }
    }
  }
}
