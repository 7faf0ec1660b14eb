import { bootstrapOnce } from './bootstrap-once';
import type { Gate } from './gate';
import { isDiskFull } from './is-disk-full';
import { type ClientStore, type Clock, Incompatible, SignedOut, type Source, type SyncPhase, Unreachable } from './ports';
import { pullAll } from './pull-all';
import { pushAll } from './push-all';
import type { Run } from './run';

/** Bootstrap pages between two pulls: new mail comes in while the history is still arriving. */
const pagesPerPull = 4;

/**
 * One whole sync of a connection: everything pending out, everything new in, the history page by page. It may be killed at any
 * await and begun again by another instance; run one at a time. Answers the phase it ended in, which it has also written to the
 * store. Faults are thrown, after the phase was written.
 */
export async function syncOnce(store: ClientStore, source: Source, clock: Clock, gate: Gate = async () => {}): Promise<SyncPhase['phase']> {
  try {
    await store.noteSync({ phase: 'syncing', at: clock.now() });
    await exchange({ store, source, clock, gate });
    await store.noteSync({ phase: 'idle', at: clock.now() });
    return 'idle';
  } catch (error) {
    const phase = phaseAfter(error);
    await noteEnd(store, { phase: phase ?? 'offline', at: clock.now() });
    if (phase === null) throw error;
    return phase;
  }
}

async function exchange(run: Run): Promise<void> {
  for (let refusals = 0; ; ) {
    await pushAll(run);
    await pullAll(run);
    const got = await bootstrapSome(run);
    if (got === 'refused' && ++refusals > 2) throw new Unreachable('the source refuses a page of history');
    // Whatever was pushed or paged since the pull is confirmed and made current by one more.
    if (got === 'whole' && (await run.store.pending(1)).length === 0) return;
  }
}

/** A few pages with what is written meanwhile pushed in between; `whole` when not one was left. */
async function bootstrapSome(run: Run): Promise<'some' | 'whole' | 'refused'> {
  for (let page = 0; page < pagesPerPull; page++) {
    const got = await bootstrapOnce(run);
    if (got === 'refused') return got;
    if (got === 'whole') return page === 0 ? got : 'some';
    await pushAll(run);
  }
  return 'some';
}

/** The phase an error ends a sync in, or null for a fault nobody expects. */
function phaseAfter(error: unknown): SyncPhase['phase'] | null {
  if (error instanceof SignedOut) return 'signed-out';
  if (error instanceof Unreachable) return 'offline';
  if (error instanceof Incompatible) return error.older === 'hub' ? 'hub-too-old' : 'extension-too-old';
  return isDiskFull(error) ? 'disk-full' : null;
}

/** On a full disk even the status line cannot be written; then the answer of `syncOnce` alone tells. */
async function noteEnd(store: ClientStore, phase: SyncPhase): Promise<void> {
  try {
    await store.noteSync(phase);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  }
}
