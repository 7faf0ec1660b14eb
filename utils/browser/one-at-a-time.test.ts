import { expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time';

/** Web Locks as far as we use them: exclusive, first come first served (Node 20 has none of its own). */
function fakeLocks(): LockManager {
  const tails = new Map<string, Promise<unknown>>();
  const held = new Set<string>();
  async function request(name: string, ...rest: unknown[]) {
    const callback = rest.at(-1) as (lock: object | null) => unknown;
    const ifAvailable = rest.length > 1 && (rest[0] as LockOptions).ifAvailable;
    if (ifAvailable && held.has(name)) return callback(null);
    const turn = (tails.get(name) ?? Promise.resolve()).then(async () => {
      held.add(name);
      try {
        return await callback({ name });
      } finally {
        held.delete(name);
      }
    });
    if (ifAvailable) held.add(name);
    tails.set(
      name,
      turn.catch(() => {}),
    );
    return turn;
  }
  return { request } as unknown as LockManager;
}

const door = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};
const soon = () => new Promise((resolve) => setImmediate(resolve));

it('F4 runs alone; a hundred calls meanwhile cost one more run, which begins after the first', async () => {
  const locks = fakeLocks();
  const first = door();
  const log: string[] = [];
  let runs = 0;
  const work = async () => {
    runs += 1;
    const n = runs;
    log.push(`begin ${n}`);
    if (n === 1) await first.opened;
    log.push(`end ${n}`);
  };
  const calls = [oneAtATime(locks, 'sync', work)];
  await soon();
  for (let n = 0; n < 100; n++) calls.push(oneAtATime(locks, 'sync', work));
  await soon();
  expect(log).toEqual(['begin 1']);
  first.open();
  await Promise.all(calls);
  expect(log).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2']);
});

it('work that throws frees the lock and is told to its caller', async () => {
  const locks = fakeLocks();
  await expect(
    oneAtATime(locks, 'sync', async () => {
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
  let ran = false;
  await oneAtATime(locks, 'sync', async () => {
    ran = true;
  });
  expect(ran).toBe(true);
});

it('other names do not wait', async () => {
  const locks = fakeLocks();
  const first = door();
  const held = oneAtATime(locks, 'sync-a', () => first.opened);
  await oneAtATime(locks, 'sync-b', async () => {});
  first.open();
  await held;
});
