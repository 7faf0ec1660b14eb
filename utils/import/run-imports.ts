import type { Id } from '../../domain/model/ids';
import type { SamtaleDatabase } from '../store/database';
import { importMails, queueImport } from './import-mails';
import { isAtWork, isReadingIn } from './is-at-work';
import { workerReader } from './mail-reader';
import type { MailSource } from './mail-source';
import { undoImport } from './undo-import';

/** Held while mails come into a workspace. */
export const importLock = (db: Pick<SamtaleDatabase, 'name'>): string => `samtale-import-${db.name}`;

/** One at a time for each workspace, whichever page began it. */
const alone = <T>(db: SamtaleDatabase, work: () => Promise<T>): Promise<T> => navigator.locks.request(importLock(db), work);

/** Held, beside others, from when files are given until the last of them is read in. */
const givenLock = (db: SamtaleDatabase): string => `samtale-import-given-${db.name}`;

/**
 * Reads files a person gave, one after the other; how far stands in the database, for every page to show. All of them are noted first: a page that is
 * closed leaves none unsaid.
 */
export async function runImports(db: SamtaleDatabase, inboxId: Id, files: readonly File[]): Promise<void> {
  // Another page may have been closed with its files half read: these may be the same.
  await mendImports(db);
  return navigator.locks.request(givenLock(db), { mode: 'shared' }, async () => {
    const sources = sourcesOf(files);
    const now = Date.now();
    // The list shows the newest first: the one that is read first.
    const given = await Promise.all(sources.map(async (source, at) => ({ source, id: await queueImport(db, source, now + sources.length - at) })));
    await alone(db, async () => {
      for (const { source, id } of given) await importMails({ db, reader: workerReader() }, inboxId, source, id);
    });
  });
}

export const runUndo = (db: SamtaleDatabase, importId: Id): Promise<void> => alone(db, () => undoImport(db, importId));

/** Asks whoever reads it to stop after the mails in hand. */
export const stopImport = (db: SamtaleDatabase, importId: Id): Promise<number> =>
  db.imports
    .where('id')
    .equals(importId)
    .modify((row) => {
      if (row.state === 'waiting') row.state = 'stopped';
      if (row.state === 'looking' || row.state === 'running') row.state = 'stopping';
    });

/** A page that was closed took its import along: what nobody works at any more stands as stopped, and an undoing is brought to its end. */
export function mendImports(db: SamtaleDatabase): Promise<void> {
  const ifNobody = (lock: string, work: () => Promise<void>) =>
    navigator.locks.request(lock, { ifAvailable: true }, async (held) => (held ? work() : undefined));
  return ifNobody(givenLock(db), () =>
    ifNobody(importLock(db), async () => {
      await db.imports.toCollection().modify((row) => {
        if (isReadingIn(row)) row.state = 'stopped';
      });
      for (const { id, state } of await db.imports.toArray()) if (state === 'undoing') await undoImport(db, id);
    }),
  );
}

/** Mends for as long as something is read in, so that a page that is closed is told by those that stay open. Ends with an `AbortError` by the signal. */
export async function mendWhileImporting(db: SamtaleDatabase, signal: AbortSignal): Promise<void> {
  for (;;) {
    await mendImports(db);
    if ((await db.imports.filter(isAtWork).count()) === 0) return;
    // Whoever works has it; it is free when they are done, or gone.
    await navigator.locks.request(importLock(db), { signal }, () => undefined);
    // Those whose turn comes between two of theirs go first.
    await new Promise((resolve) => setTimeout(resolve, 200));
    signal.throwIfAborted();
  }
}

/** A file of many mails is one thing to follow, stop and undo; mails in files of their own are that together. */
function sourcesOf(files: readonly File[]): MailSource[] {
  const single = files.filter(({ name }) => /\.eml$/i.test(name));
  const [first] = single;
  const others = files.filter((file) => !single.includes(file)).map((file) => ({ name: file.name, files: [file] }));
  const name = single.length > 1 ? `${first?.name} + ${single.length - 1}` : (first?.name ?? '');
  return [...others, ...(first ? [{ name, files: single }] : [])];
}
