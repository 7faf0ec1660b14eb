import type { Id } from '../../domain/model/ids';
import { runImports } from '../../utils/import/run-imports';
import type { SamtaleDatabase } from '../../utils/store/database';

/** Begins to read what a person gave. Goes on when what asked for it has left the screen; how far stands in the database. */
export function takeFiles(db: SamtaleDatabase, inboxId: Id, files: readonly File[]): void {
  if (files.length === 0) return;
  runImports(db, inboxId, files).catch((fault: unknown) => console.error('files could not be read in', fault));
}
