import type { Id } from '../../domain/model/ids';
import type { SamtaleDatabase } from '../store/database';
import { importMails } from './import-mails';
import { workerReader } from './mail-reader';
import type { MailSource } from './mail-source';
import { undoImport } from './undo-import';

/** Held while mails come into a workspace. */
export const importLock = (db: Pick<SamtaleDatabase, 'name'>): string => `samtale-import-${db.name}`;

/** One at a time for each workspace, whichever page began it. */
const alone = <T>(db: SamtaleDatabase, work: () => Promise<T>): Promise<T> => navigator.locks.request(importLock(db), work);

/** Reads files a person gave, one after the other; how far stands in the database, for every page to show. */
export function runImports(db: SamtaleDatabase, inboxId: Id, files: readonly File[]): Promise<void> {
  return alone(db, async () => {
    for (const source of sourcesOf(files)) await importMails({ db, reader: workerReader() }, inboxId, source);
  });
}

export const runUndo = (db: SamtaleDatabase, importId: Id): Promise<void> => alone(db, () => undoImport(db, importId));

/** Asks whoever reads it to stop after the mails in hand. */
export const stopImport = (db: SamtaleDatabase, importId: Id): Promise<number> =>
  db.imports
    .where('id')
    .equals(importId)
    .modify((row) => {
      if (row.state === 'looking' || row.state === 'running') row.state = 'stopping';
    });

/** A page that was closed took its import along: what nobody works at any more stands as stopped, and an undoing is brought to its end. */
export function mendImports(db: SamtaleDatabase): Promise<void> {
  return navigator.locks.request(importLock(db), { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    await db.imports.toCollection().modify((row) => {
      if (row.state === 'looking' || row.state === 'running' || row.state === 'stopping') row.state = 'stopped';
    });
    for (const { id, state } of await db.imports.toArray()) if (state === 'undoing') await undoImport(db, id);
  });
}

/** A file of many mails is one thing to follow, stop and undo; mails in files of their own are that together. */
function sourcesOf(files: readonly File[]): MailSource[] {
  const single = files.filter(({ name }) => /\.eml$/i.test(name));
  const [first] = single;
  const others = files.filter((file) => !single.includes(file)).map((file) => ({ name: file.name, files: [file] }));
  const name = single.length > 1 ? `${first?.name} + ${single.length - 1}` : (first?.name ?? '');
  return [...others, ...(first ? [{ name, files: single }] : [])];
}
