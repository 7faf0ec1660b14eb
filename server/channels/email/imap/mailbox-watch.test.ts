import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HubDatabase } from '../../../db/database';
import { MailboxWatch, type WatchHost } from './mailbox-watch';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('CHN-2 a round that is held up by one slow mailbox does not cost the process its others: they are renewed three times in each lease', async () => {
  const renewed: number[] = [];
  let stuck = false;
  const mailboxes = {
    forgetSignedOut: () => (stuck ? new Promise<never>(() => undefined) : Promise.resolve([])),
    renew: async () => {
      renewed.push(Date.now());
      return new Map();
    },
    claim: async () => [],
  };
  const database = { listen: async () => undefined } as unknown as HubDatabase;
  const watch = new MailboxWatch({ database, mailboxes, report: () => undefined } as unknown as WatchHost);
  await watch.start();
  stuck = true;
  await vi.advanceTimersByTimeAsync(10_000);
  const since = Date.now();
  renewed.length = 0;
  await vi.advanceTimersByTimeAsync(15_000);
  expect(renewed.map((at) => at - since)).toEqual([5_000, 10_000, 15_000]);
});
