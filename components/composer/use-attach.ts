import { useCallback, useRef, useState } from 'react';
import type { Id } from '../../domain/model/ids';
import type { Attachment } from '../../domain/model/message';
import { useText } from '../../utils/i18n/use-text';
import { newId } from '../../utils/store/new-id';
import { putFile } from '../../utils/store/put-file';
import { useWorkspace } from '../panel/workspace-context';
import { useToasts } from '../ui/toasts';
import type { DraftState } from './use-draft';

/** Most mail servers take 25 MB and grow a file by a third on the way. */
const mostBytes = 18_000_000;

/** A file on its way into the database: hashed and stored before anything names it. */
export interface ComingFile {
  key: Id;
  name: string;
}

/**
 * Puts files into the database by their hash, before any message names them (K18), and into the draft as each is there: one after the other, in the
 * order they were given, so that two drops at once keep both. `coming` are those Send has to wait for.
 */
export function useAttach(change: DraftState['change']): { coming: readonly ComingFile[]; take(files: readonly File[]): void } {
  const { db } = useWorkspace();
  const { t, size } = useText();
  const toasts = useToasts();
  const [coming, setComing] = useState<ComingFile[]>([]);
  const last = useRef(Promise.resolve());

  const attach = useCallback(
    async (file: File) => {
      try {
        // One that never fits is not read at all.
        if (file.size > mostBytes) return toasts.show({ words: t('filesTooLarge', { size: size(mostBytes) }) });
        const stored = await putFile(db, file);
        const attachment = { id: newId(), name: file.name.slice(0, 300), ...stored, contentId: null, inline: false, notStored: null };
        let fits = true;
        change(({ attachments }) => {
          fits = sizeOf(attachments) + attachment.size <= mostBytes;
          return fits ? { attachments: [...attachments, attachment] } : {};
        });
        if (!fits) toasts.show({ words: t('filesTooLarge', { size: size(mostBytes) }) });
      } catch (error) {
        console.error('a file could not be kept', error);
        toasts.show({ words: t('fileNotKept', { name: file.name }) });
      }
    },
    [db, change, t, size, toasts],
  );
  const take = useCallback(
    (files: readonly File[]) => {
      for (const file of files) {
        const key = newId();
        setComing((all) => [...all, { key, name: file.name }]);
        last.current = last.current.then(() => attach(file)).finally(() => setComing((all) => all.filter((one) => one.key !== key)));
      }
    },
    [attach],
  );
  return { coming, take };
}

const sizeOf = (attachments: readonly Attachment[]) => attachments.reduce((sum, attachment) => sum + attachment.size, 0);
