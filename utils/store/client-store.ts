import type { Id, SpaceId } from '../../domain/model/ids';
import type { ClientStore, SyncPhase, WithUnknown } from '../../sync/ports';
import {
  type BootstrapRequest,
  type BootstrapResponse,
  bootstrapPage,
  type PullResponse,
  type PushedMutation,
  type PushOutcome,
} from '../../sync/protocol';
import { applyBootstrap } from './apply-bootstrap';
import { applyPull } from './apply-pull';
import { clientRow } from './client-row';
import type { SamtaleDatabase } from './database';
import { metaRow } from './me';
import { newId } from './new-id';
import { mayReadMore, readAgain } from './read-again';
import { renumber } from './renumber';
import { settle } from './settle';
import { startEpoch } from './start-epoch';
import { type StoreTables, transact } from './store-tables';
import { withReopen } from './with-reopen';

/** The engine's view of a connection's database. Every call is one transaction, and safe to repeat when the connection was lost (F13). */
export class DexieClientStore implements ClientStore {
  constructor(
    private readonly db: SamtaleDatabase,
    private readonly now: () => number = Date.now,
  ) {}

  async identity(): Promise<{ clientId: Id; epoch: string | null }> {
    // It is asked for before every call to the hub: read, so that nobody waits for it, and written the first time alone.
    const { clientId, epoch } = (await this.read((db) => metaRow(db, 'client'))) ?? (await this.write(clientRow));
    return { clientId, epoch };
  }

  async cursors(): Promise<Record<SpaceId, number>> {
    if (await this.read(mayReadMore)) await this.write(readAgain);
    return this.read(async (db) => {
      const held = (await db.spaces.toArray()).flatMap(({ space, cursor }): [SpaceId, number][] => (cursor === null ? [] : [[space, cursor]]));
      return Object.fromEntries(held);
    });
  }

  pending(limit: number): Promise<PushedMutation[]> {
    return this.read(async (db) => {
      const range = db.outbox.where('[state+id]').between(['pending', 0], ['pending', Number.POSITIVE_INFINITY]);
      return (await range.limit(limit).toArray()).map(({ id, uuid, name, args, schemaVersion, claimedAt, epoch }) => ({
        id,
        uuid,
        name,
        args: args as PushedMutation['args'],
        schemaVersion,
        claimedAt,
        epoch: epoch ?? null,
      }));
    });
  }

  settle(outcomes: PushOutcome[]): Promise<void> {
    return this.write((tables) => settle(tables, outcomes, this.now()));
  }

  fork(): Promise<void> {
    return this.write(async (tables) => {
      await renumber(tables, { ...(await clientRow(tables)), clientId: newId() });
    });
  }

  applyPull(response: WithUnknown<PullResponse>): Promise<void> {
    return this.write((tables) => applyPull(tables, response));
  }

  nextBootstrap(): Promise<Omit<BootstrapRequest, 'clientId'> | null> {
    return this.read(async (db) => {
      const running = (await db.spaces.toArray()).flatMap(({ space, bootstrap }) => (bootstrap ? [{ space, ...bootstrap }] : []));
      // The inbox that has come least far: each shows its newest before any is finished.
      const [least] = running.sort((a, b) => a.pages - b.pages);
      if (least) return { space: least.space, after: least.after };
      const first = await db.missingThreads.toCollection().first();
      if (!first) return null;
      const missing = await db.missingThreads.where('space').equals(first.space).limit(bootstrapPage).primaryKeys();
      return { space: first.space, after: null, conversationIds: missing };
    });
  }

  applyBootstrap(request: Omit<BootstrapRequest, 'clientId'>, response: WithUnknown<BootstrapResponse>): Promise<void> {
    return this.write((tables) => applyBootstrap(tables, request, response));
  }

  confirmedActs(): Promise<Id[]> {
    return this.read((db) => db.confirmed.toCollection().primaryKeys());
  }

  startEpoch(epoch: string, lost: readonly Id[]): Promise<void> {
    return this.write((tables) => startEpoch(tables, epoch, lost, this.now()));
  }

  fileToUpload(hash: string): Promise<Blob | undefined> {
    return this.read(async (db) => (await db.files.get(hash))?.blob);
  }

  async noteSync(state: SyncPhase): Promise<void> {
    // Of this table alone: what a page reads or does meanwhile does not wait for the status line.
    await withReopen(this.db, () => this.db.meta.put({ key: 'sync', ...state }));
  }

  private read<T>(work: (db: SamtaleDatabase) => Promise<T>): Promise<T> {
    return withReopen(this.db, () => work(this.db));
  }

  private write<T>(work: (tables: StoreTables) => Promise<T>): Promise<T> {
    return withReopen(this.db, () => transact(this.db, work));
  }
}
