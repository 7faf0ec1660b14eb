import { useEffect, useState } from 'react';
import type { Attachment } from '../../domain/model/message';
import { askBackground } from '../../utils/browser/ask-background';
import { noteUse } from '../../utils/store/copies';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { useWorkspace } from '../panel/workspace-context';
import { isPicture } from './save-blob';

const most = 5_000_000;
const none: ReadonlyMap<number, string> = new Map();

/** Images a mail carries itself and shows in place (`cid:`), as `data:`; up to 5 MB a message (X6). */
export function useInlineImages(message: ThreadMessage, contentIds: readonly string[]): ReadonlyMap<number, string> {
  const { db, connection } = useWorkspace();
  const [images, setImages] = useState(none);
  const wanted = contentIds.join('\n');
  useEffect(() => {
    const ids = wanted === '' ? [] : wanted.split('\n');
    const files = ids.map((id) => message.attachments.find((a) => a.contentId === id && a.hash !== null && isPicture(a.type)));
    let gone = false;
    const read = async () => {
      const found = new Map<number, string>();
      let used = 0;
      for (const [number, file] of files.entries()) {
        if (!file || used + file.size > most) continue;
        used += file.size;
        const url = await dataUrl(file);
        if (url) found.set(number, url);
      }
      if (!gone && found.size > 0) setImages(found);
    };
    const dataUrl = async ({ hash, type }: Attachment) => {
      if (hash === null) return undefined;
      if (!(await db.files.get(hash))) await askBackground({ type: 'fetch-file', connectionId: connection.id, messageId: message.id, hash });
      const row = await db.files.get(hash);
      void noteUse(db, hash);
      return row && readAsDataUrl(new Blob([row.blob], { type: type.toLowerCase() }));
    };
    read().catch((error: unknown) => console.warn('images of a mail did not come', error));
    return () => {
      gone = true;
    };
  }, [db, connection.id, message.id, message.attachments, wanted]);
  return images;
}

const readAsDataUrl = (blob: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('a file could not be read'));
    reader.readAsDataURL(blob);
  });
