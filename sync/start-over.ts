import { actsLimit } from './protocol';
import type { Run } from './run';

/**
 * The hub was restored from a backup: begins its new epoch. What it had confirmed lately and no longer has is found out first, so
 * that its authors are offered it in the same step (K12); stopped before that, the next sync asks again.
 */
export async function startOver({ store, source }: Run, epoch: string): Promise<void> {
  const confirmed = await store.confirmedActs();
  const lost = new Set(confirmed);
  for (let at = 0; at < confirmed.length; at += actsLimit) {
    const answer = await source.knownActs({ uuids: confirmed.slice(at, at + actsLimit) });
    // Restored once more meanwhile: the next answer names that epoch.
    if (answer.epoch !== epoch) return;
    for (const uuid of answer.known) lost.delete(uuid);
  }
  await store.startEpoch(epoch, [...lost]);
}
