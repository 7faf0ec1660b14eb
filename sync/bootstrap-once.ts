import { Rejected } from './ports';
import type { Run } from './run';
import { startOver } from './start-over';

/**
 * Brings one page of an inbox's history. `whole`: there is nothing left to bring. `refused`: the source does not give it, as when
 * the agent was taken out of that inbox a moment ago; the next pull will tell.
 */
export async function bootstrapOnce(run: Run): Promise<'page' | 'whole' | 'refused'> {
  const request = await run.store.nextBootstrap();
  if (!request) return 'whole';
  const { clientId, epoch } = await run.store.identity();
  await run.gate('bootstrap:before');
  const response = await run.source.bootstrap({ clientId, ...request }).catch((error: unknown) => {
    if (error instanceof Rejected) return 'refused' as const;
    throw error;
  });
  if (response === 'refused') return response;
  await run.gate('bootstrap:answered');
  if (epoch !== null && response.epoch !== epoch) {
    await startOver(run, response.epoch);
    return 'page';
  }
  await run.store.applyBootstrap(request, response);
  await run.gate('bootstrap:applied');
  return 'page';
}
