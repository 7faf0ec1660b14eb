import type { Id, SpaceId } from '../../domain/model/ids';
import { pokeChannel } from '../db/commit-writes';
import type { HubDatabase } from '../db/database';
import type { HubStore } from '../sync/hub-store';

/** One connected client. */
export interface PokeTarget {
  agentId: Id;
  poke(spaces: SpaceId[]): void;
  /** The agent is no longer active. */
  end(): void;
}

/** ms in which changes are gathered: an import of a thousand rows is one poke, and nobody notices the delay. */
const gather = 30;

/** Tells connected clients that something changed in a space they are in. Losing a poke costs delay, never data. */
export class Pokes {
  private readonly targets = new Set<PokeTarget>();
  private readonly changed = new Set<SpaceId>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: HubStore,
    private readonly fault: (fault: unknown) => void,
  ) {}

  /** Every hub on the database hears of every change, its own included. After a gap in the line everybody is poked. */
  async listen(database: HubDatabase) {
    await database.listen(
      pokeChannel,
      (space) => this.note(space),
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

  private note(space: SpaceId) {
    this.changed.add(space);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const changed = [...this.changed];
      this.changed.clear();
      this.tell(changed).catch(this.fault);
    }, gather);
  }

  /** Membership is asked each time: who left an inbox a moment ago hears nothing of it any more (INB-6). */
  private async tell(changed: readonly SpaceId[]) {
    const byAgent = new Map<Id, PokeTarget[]>();
    for (const target of this.targets) byAgent.set(target.agentId, [...(byAgent.get(target.agentId) ?? []), target]);
    for (const [agentId, targets] of byAgent) {
      const spaces = await this.store.snapshot(async (snapshot) =>
        (await snapshot.agent(agentId))?.active ? snapshot.spacesOf(agentId) : undefined,
      );
      const theirs = spaces && changed.filter((space) => spaces.includes(space));
      for (const target of targets) {
        if (!theirs) target.end();
        else if (theirs.length > 0) target.poke([...theirs]);
      }
    }
  }
}
