/**
 * Runs `work` alone under this name across worker, pages and windows (F4): a stopped worker frees the lock at once. While one runs, one
 * more waits to begin after it, since what was asked for meanwhile may have come too late for it; any further call is met by that one.
 */
export async function oneAtATime(locks: LockManager, name: string, work: () => Promise<void>): Promise<void> {
  let done: Promise<void> = Promise.resolve();
  await locks.request(`${name}-next`, { ifAvailable: true }, async (turn) => {
    if (!turn) return;
    await new Promise<void>((begins, cannot) => {
      done = locks.request(name, async () => {
        begins();
        await work();
      });
      done.catch(cannot);
    });
  });
  await done;
}
