import { refuse } from '../domain/core/refusal';
import { Rejected } from './ports';
import { type PushedMutation, type PushResponse, pushLimit } from './protocol';
import type { Run } from './run';
import { startOver } from './start-over';

/** Stops in a row without one mutation settled, after which something is wrong that trying again does not mend. */
const patience = 8;

/** Pushes until nothing is pending: oldest first, and one that cannot be pushed never blocks the ones behind it (F22). */
export async function pushAll(run: Run): Promise<void> {
  let limit = pushLimit;
  let fruitless = 0;
  for (;;) {
    const mutations = await run.store.pending(limit);
    if (mutations.length === 0) return;
    if (fruitless > patience) throw new Error('push makes no progress');

    const response = await tryPush(run, mutations);
    if (response === 'rejected') {
      if (limit === 1) await settleAsBroken(run, mutations);
      fruitless = limit === 1 ? 0 : fruitless + 1;
      limit = limit === 1 ? pushLimit : 1;
      continue;
    }
    if (response.outcomes.length > 0) {
      await run.store.settle(response.outcomes);
      await run.gate('push:settled');
    }
    fruitless = response.outcomes.length > 0 ? 0 : fruitless + 1;
    if (response.outcomes.length > 0) limit = pushLimit;
    await mendStop(run, response, mutations);
  }
}

/**
 * `rejected`: the source answered, but with a fault of its own. That one of the batch is broken is only believed after the
 * source has answered something else meanwhile and rejected the same again.
 */
async function tryPush(run: Run, mutations: PushedMutation[]): Promise<PushResponse | 'rejected'> {
  const push = async () => {
    const { clientId, epoch } = await run.store.identity();
    await run.gate('push:before');
    const response = await run.source.push({ clientId, epoch, mutations });
    await run.gate('push:answered');
    return response;
  };
  try {
    return await push();
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    if (mutations.length > 1) return 'rejected';
  }
  const { clientId, epoch } = await run.store.identity();
  await run.source.pull({ clientId, epoch, cursors: await run.store.cursors() });
  try {
    return await push();
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return 'rejected';
  }
}

/** To *Not applied*, where its author finds it. The hub then misses its number, and the next push forks over the gap. */
const settleAsBroken = (run: Run, mutations: PushedMutation[]) =>
  run.store.settle(mutations.map(({ id, uuid }) => ({ id, uuid, refused: refuse('bad-arguments', { where: 'hub' }) })));

async function mendStop(run: Run, { stopped, epoch }: PushResponse, mutations: PushedMutation[]): Promise<void> {
  switch (stopped?.why) {
    case undefined:
      return;
    case 'client-forked': // another profile used this clientId (K11)
    case 'gap': // a number the hub never saw: ours begin again at 1, the uuids keep them from running twice
      return run.store.fork();
    case 'new-epoch':
      return startOver(run, epoch);
    case 'attachment-missing':
      return upload(run, stopped.hash, mutations);
    default:
      return stopped satisfies never;
  }
}

async function upload(run: Run, hash: string, mutations: PushedMutation[]): Promise<void> {
  const bytes = await run.store.fileToUpload(hash);
  if (bytes) {
    await run.gate('upload:before');
    await run.source.uploadFile(hash, bytes);
    await run.gate('upload:done');
    return;
  }
  // The bytes are gone from this device: a reply never leaves without its files (F24), its author must choose.
  const unsettled = await run.store.pending(mutations.length);
  const naming = unsettled.filter((mutation) => JSON.stringify(mutation.args).includes(hash));
  await run.store.settle(naming.map(({ id, uuid }) => ({ id, uuid, refused: refuse('attachment-missing') })));
}
