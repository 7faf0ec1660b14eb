import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useState } from 'react';
import type { Id } from '../../domain/model/ids';
import { askBackground } from '../../utils/browser/ask-background';
import { noteUse } from '../../utils/store/copies';
import { useWorkspace } from '../panel/workspace-context';

export type FileState = 'absent' | 'fetching' | 'failed';

/** An attachment's bytes: from the database, or fetched into it by the worker when asked for. */
export function useFile(messageId: Id, hash: string | null) {
  const { db, connection } = useWorkspace();
  const [state, setState] = useState<FileState>('absent');
  const row = useLiveQuery(() => (hash === null ? undefined : db.files.get(hash)), [db, hash]);
  const fetch = useCallback(async (): Promise<Blob | undefined> => {
    if (hash === null) return undefined;
    const known = await db.files.get(hash);
    if (known) {
      void noteUse(db, hash);
      return known.blob;
    }
    setState('fetching');
    try {
      const answer = await askBackground({ type: 'fetch-file', connectionId: connection.id, messageId, hash });
      if ('failed' in answer) console.warn('an attachment did not come', answer.failed);
      const fetched = await db.files.get(hash);
      setState(fetched ? 'absent' : 'failed');
      return fetched?.blob;
    } catch (error) {
      console.warn('an attachment did not come', error);
      setState('failed');
      return undefined;
    }
  }, [db, connection.id, messageId, hash]);
  return { blob: row?.blob, state, fetch };
}
