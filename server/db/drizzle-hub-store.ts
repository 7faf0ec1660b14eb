import { sql } from 'drizzle-orm';
import type { SpaceId } from '../../domain/model/ids';
import type { HubStore } from '../sync/hub-store';
import { StoreUnavailable } from '../sync/store-unavailable';
import { codeOfDatabaseError } from './code-of-database-error';
import type { Database } from './database';
import { DrizzleHubSnapshot } from './drizzle-hub-snapshot';
import { DrizzleHubTransaction } from './drizzle-hub-transaction';
import { lockSpaces } from './lock-spaces';
import { rowsOf } from './rows-of';
import { SpacesMoved } from './spaces-moved';

/** How often a transaction is tried, by SQLSTATE. unique_violation: the same act was pushed twice at once, the second run finds it. */
const tries: Record<string, number> = { '40001': 12, '40P01': 12, '55P03': 12, '23505': 3 };
const triesWhenMoved = 12;

/**
 * The hub's rows in PGlite or PostgreSQL. A transaction reads without locks and takes the counters of the spaces it writes
 * last; when one of them was written since it began, what its rule decided may be wrong, and it runs once more with those locks
 * held. So what is passed to `transaction` may run several times and must do nothing outside of it.
 */
export class DrizzleHubStore implements HubStore {
  constructor(
    private readonly db: Database,
    private readonly currentEpoch: () => string,
    private readonly now: () => number = Date.now,
    private readonly restored: () => boolean = () => false,
    /** Told of every transaction that has to run again. */
    private readonly conflict: (why: 'written-meanwhile' | 'database') => void = () => undefined,
  ) {}

  async epoch() {
    return this.currentEpoch();
  }

  async isRestored() {
    return this.restored();
  }

  async transaction<T>(scope: readonly SpaceId[] | 'all', run: (transaction: DrizzleHubTransaction) => Promise<T>): Promise<T> {
    let held: SpaceId[] = [];
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.db.transaction((db) => this.begin(db, { scope, held }, run));
      } catch (fault) {
        const most = fault instanceof SpacesMoved ? triesWhenMoved : (tries[codeOfDatabaseError(fault) ?? ''] ?? 1);
        if (attempt >= most) throw this.named(fault);
        this.conflict(fault instanceof SpacesMoved ? 'written-meanwhile' : 'database');
        if (fault instanceof SpacesMoved) held = [...new Set([...held, ...fault.spaces])];
        else await pause(attempt);
      }
    }
  }

  async snapshot<T>(run: (snapshot: DrizzleHubSnapshot) => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction((db) => run(new DrizzleHubSnapshot(db)), { isolationLevel: 'repeatable read', accessMode: 'read only' });
    } catch (fault) {
      throw this.named(fault);
    }
  }

  private async begin<T>(
    db: Database,
    { scope, held }: { scope: readonly SpaceId[] | 'all'; held: readonly SpaceId[] },
    run: (transaction: DrizzleHubTransaction) => Promise<T>,
  ): Promise<T> {
    const [begun] = await rowsOf<{ snapshot: string }>(db, sql`select pg_current_snapshot()::text as snapshot`);
    const snapshot = begun?.snapshot ?? '';
    await lockSpaces(db, held, snapshot);
    return run(new DrizzleHubTransaction(db, { scope, held, snapshot, now: this.now }));
  }

  private named(fault: unknown): unknown {
    const code = codeOfDatabaseError(fault);
    return code && unavailable.test(code) ? new StoreUnavailable(`the database is not there (${code})`, { cause: fault }) : fault;
  }
}

/** Connection, resource and shutdown classes of PostgreSQL, endless conflicts, and Node's own network codes. */
const unavailable = /^(08|53|57P|58|40|55P03)|^E(CONN|PIPE|TIMEDOUT|HOST|NET|AI_AGAIN|NOTFOUND)/;

/** A few ms, more each time and never the same for two that collided. */
const pause = (attempt: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * attempt));
