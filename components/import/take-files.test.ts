import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { openDatabase } from '../../utils/store/database';
import { newId } from '../../utils/store/new-id';
import { takeFiles } from './take-files';

vi.mock('../../utils/import/mail-reader', () => ({ workerReader: () => ({ index: vi.fn(), read: vi.fn(), close: () => undefined }) }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('F9 what cannot even be written down as begun is answered with its own reason: a full disk, or none that is made up', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.stubGlobal('navigator', { locks: { request: (...args: unknown[]) => (args.at(-1) as () => unknown)() } });
  const db = openDatabase(`samtale-${newId()}`);
  const fails = (name: string) => {
    const step = () => {
      throw Object.assign(new Error('no'), { name });
    };
    db.imports.hook('creating', step);
    return () => db.imports.hook('creating').unsubscribe(step);
  };
  const files = [new File(['Subject: A\n\nB'], 'a.eml')];
  const mended = fails('QuotaExceededError');
  expect(await takeFiles(db, newId(), files)).toBe('importDiskFull');
  mended();
  fails('UnknownError');
  expect(await takeFiles(db, newId(), files)).toBe('importFailed');
  expect(await takeFiles(db, newId(), [])).toBeUndefined();
  await db.delete();
});
