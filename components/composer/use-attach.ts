import { useCallback } from 'react';
import type { Attachment } from '../../domain/model/message';
import { useText } from '../../utils/i18n/use-text';
import { newId } from '../../utils/store/new-id';
import { putFile } from '../../utils/store/put-file';
import { useWorkspace } from '../panel/workspace-context';
import { useToasts } from '../ui/toasts';

/** Most mail servers take 25 MB and grow a file by a third on the way. */
const mostBytes = 18_000_000;

/** Puts files into the database by their hash, before any message names them (K18); answers them as attachments. */
export function useAttach() {
  const { db } = useWorkspace();
  const { t, size } = useText();
  const toasts = useToasts();
  return useCallback(
    async (files: readonly File[], already: readonly Attachment[]): Promise<Attachment[]> => {
      const taken: Attachment[] = [];
      let used = already.reduce((sum, attachment) => sum + attachment.size, 0);
      for (const file of files) {
        used += file.size;
        if (used > mostBytes) {
          toasts.show({ words: t('filesTooLarge', { size: size(mostBytes) }) });
          break;
        }
        try {
          const stored = await putFile(db, file);
          taken.push({ id: newId(), name: file.name.slice(0, 300), ...stored, contentId: null, inline: false, notStored: null });
        } catch (error) {
          console.error('a file could not be kept', error);
          toasts.show({ words: t('fileNotKept', { name: file.name }) });
        }
      }
      return taken;
    },
    [db, t, size, toasts],
  );
}
