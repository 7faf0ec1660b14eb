import type { Id } from '../../domain/model/ids';
import type { MessageKey } from '../../utils/i18n/messages';
import { runImports } from '../../utils/import/run-imports';
import type { SamtaleDatabase } from '../../utils/store/database';
import { whyNotKept } from '../../utils/store/why-not-kept';

/**
 * Reads what a person gave. Goes on when what asked for it has left the screen; how far stands in the database. Answers the words for what could not even
 * be written down there.
 */
export async function takeFiles(db: SamtaleDatabase, inboxId: Id, files: readonly File[]): Promise<MessageKey | undefined> {
  if (files.length === 0) return undefined;
  try {
    await runImports(db, inboxId, files);
    return undefined;
  } catch (fault) {
    console.error('files could not be read in', fault);
    return whyNotKept(fault) === 'disk-full' ? 'importDiskFull' : 'importFailed';
  }
}
