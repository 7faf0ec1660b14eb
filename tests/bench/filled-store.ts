import { DexieClientStore } from '../../utils/store/client-store';
import { openDatabase, type SamtaleDatabase } from '../../utils/store/database';
import { id, workspaceId } from '../support/rows';
import { agentId, type Mailbox, space } from './mailbox';

export interface FilledStore {
  db: SamtaleDatabase;
  store: DexieClientStore;
  /** Takes in conversations `from` to `to` as bootstrap pages of 50, and answers the ms it took the store. */
  fill(from: number, to: number): Promise<number>;
}

/** A new store of the bench's agent, told of its one inbox and nothing else. */
export async function newStore(mailbox: Mailbox, name: string): Promise<FilledStore> {
  const db = openDatabase(name);
  const store = new DexieClientStore(db);
  await store.applyPull({ epoch: 'bench', now: 0, agentId, workspaceId, spaces: [space], reset: [], changes: [], more: false, lastMutationId: 0 });
  let after: string | null = null;
  return {
    db,
    store,
    async fill(from, to) {
      let spent = 0;
      for (let n = from; n < to; n += 50) {
        const end = Math.min(n + 50, to);
        const next: string | null = end >= mailbox.conversations ? null : String(end);
        const response = { epoch: 'bench', version: 1, rows: mailbox.page(n, end, 1), after: next, total: mailbox.conversations, counters: {} };
        const start = performance.now();
        await store.applyBootstrap({ space, after }, response);
        spent += performance.now() - start;
        after = next;
      }
      return spent;
    },
  };
}

let shared: Promise<FilledStore> | undefined;

/** The store with the whole mailbox in it, filled once for all rows that only read or change a little. */
export function wholeStore(mailbox: Mailbox): Promise<FilledStore> {
  shared ??= (async () => {
    const filled = await newStore(mailbox, `bench-whole-${id(1)}`);
    await filled.fill(0, mailbox.conversations);
    return filled;
  })();
  return shared;
}

/** Alternates both sides `times` over, so that whatever else the machine does falls on both. */
export async function sideBySide(times: number, ours: (n: number) => Promise<unknown>, floor: (n: number) => Promise<unknown>) {
  const samples = { ours: [] as number[], floor: [] as number[] };
  await ours(-1);
  await floor(-1);
  for (let n = 0; n < times; n++) {
    samples.ours.push(await timed(() => ours(n)));
    samples.floor.push(await timed(() => floor(n)));
  }
  return samples;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
