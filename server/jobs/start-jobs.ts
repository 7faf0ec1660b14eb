import PgBoss from 'pg-boss';
import type { HubDatabase } from '../db/database';
import type { DrizzleHubStore } from '../db/drizzle-hub-store';
import type { DrizzleOutboundQueue } from '../db/outbound-queue';
import { pruneTombstones, pruneUndoEntries } from '../db/prune';
import { endSnoozes } from './end-snoozes';
import { purgeTrash } from './purge-trash';

export interface JobsHost {
  database: HubDatabase;
  store: DrizzleHubStore;
  outbound: DrizzleOutboundQueue;
  now(): number;
  /** Mails what agents who are away are to hear of. */
  mailNotices(): Promise<void>;
  /** Deletes the bytes of files that nothing names. */
  sweepFiles(): Promise<void>;
  fault(fault: unknown): void;
}

/** What has to be done from time to time, by whichever hub on this database gets to it first, and by one only. */
export const jobs: Record<string, { cron: string; run(host: JobsHost): Promise<unknown> }> = {
  'give-up-expired-sending': { cron: '* * * * *', run: ({ outbound, now }) => outbound.giveUpExpired(now()) },
  'end-snoozes': { cron: '* * * * *', run: ({ store, now }) => endSnoozes(store, now) },
  'mail-notices': { cron: '* * * * *', run: ({ mailNotices }) => mailNotices() },
  'purge-trash': { cron: '7 * * * *', run: ({ store, now }) => purgeTrash(store, now) },
  'sweep-files': { cron: '27 * * * *', run: ({ sweepFiles }) => sweepFiles() },
  'prune-tombstones': { cron: '17 3 * * *', run: ({ database, now }) => pruneTombstones(database.db, now()) },
  'prune-undo-entries': { cron: '47 * * * *', run: ({ store, now }) => pruneUndoEntries(store, now()) },
};

/** Starts the queue of jobs, kept in the same database. Returns how to stop it. */
export async function startJobs(host: JobsHost): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    db: { executeSql: (text: string, values?: unknown[]) => host.database.query(text, values) },
    schema: 'jobs',
    application_name: 'samtale-jobs',
  });
  boss.on('error', host.fault);
  await boss.start();
  for (const [name, { cron, run }] of Object.entries(jobs)) {
    await boss.createQueue(name, { name, policy: 'singleton', retryLimit: 0, expireInSeconds: 15 * 60 });
    await boss.schedule(name, cron);
    await boss.work(name, { pollingIntervalSeconds: 20 }, () => run(host));
  }
  return () => boss.stop({ graceful: true, wait: true, timeout: 1000, close: false });
}
