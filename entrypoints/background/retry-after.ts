import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { backoffMs } from '../../sync/backoff';

/** In `storage.session`: it outlives the worker, not the browser. */
const Failures = z.object({ count: z.int(), until: z.number() });
const keyOf = (connectionId: string) => `failures-${connectionId}`;

async function read(connectionId: string): Promise<z.infer<typeof Failures> | undefined> {
  const key = keyOf(connectionId);
  return Failures.safeParse((await browser.storage.session.get(key))[key]).data;
}

/** Whether the hub of this account failed lately and is to be left alone a little longer. */
export async function isWaiting(connectionId: string): Promise<boolean> {
  return Date.now() < ((await read(connectionId))?.until ?? 0);
}

export async function noteFailure(connectionId: string): Promise<void> {
  const count = ((await read(connectionId))?.count ?? 0) + 1;
  await browser.storage.session.set({ [keyOf(connectionId)]: { count, until: Date.now() + backoffMs(count, Math.random()) } });
}

export const noteSuccess = (connectionId: string): Promise<void> => browser.storage.session.remove(keyOf(connectionId));
