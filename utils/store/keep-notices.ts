import type { Notice } from '../../domain/notification/notices-of';
import { metaRow } from './me';
import type { StoreTables } from './store-tables';

/** Older ones give way: a device that was never opened does not gather them for ever. */
const mostWaiting = 100;

/** Keeps what this agent is to be told until the worker has told it. */
export async function keepNotices(tables: Pick<StoreTables, 'meta'>, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  const waiting = (await metaRow(tables, 'notices'))?.waiting ?? [];
  await tables.meta.put({ key: 'notices', waiting: [...waiting, ...notices].slice(-mostWaiting) });
}
