import type { Run } from './run';
import { startOver } from './start-over';

/** Pulls until the source has nothing newer. Each page is applied whole, with its cursors, in one transaction (I7). */
export async function pullAll(run: Run): Promise<void> {
  for (;;) {
    const { clientId, epoch } = await run.store.identity();
    const cursors = await run.store.cursors();
    await run.gate('pull:before');
    const response = await run.source.pull({ clientId, epoch, cursors });
    await run.gate('pull:answered');
    if (epoch !== null && response.epoch !== epoch) {
      await startOver(run, response.epoch);
      continue;
    }
    await run.store.applyPull(response);
    await run.gate('pull:applied');
    if (!response.more) return;
  }
}
