import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { isAtWork } from '../../utils/import/is-at-work';
import { useWorkspace } from '../panel/workspace-context';
import { hereStatus, type Status } from './status-words';

/** Where a workspace of this computer stands: what is being read in, or what was broken off when a page was closed. `undefined` on a hub, and until read. */
export function useImportStatus(): Status | undefined {
  const text = useText();
  const { db, connection } = useWorkspace();
  const local = connection.kind === 'local';
  const imports = useLiveQuery(async () => (local ? db.imports.orderBy('at').reverse().limit(20).toArray() : undefined), [db, local]);
  const atWork = imports?.some(isAtWork) ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: watched anew when something begins.
  useEffect(() => {
    if (!local) return undefined;
    const left = new AbortController();
    void import('../../utils/import/run-imports')
      .then(({ mendWhileImporting }) => mendWhileImporting(db, left.signal))
      .catch((fault: unknown) => {
        if (!left.signal.aborted) console.warn('imports that were broken off are told later', fault);
      });
    return () => left.abort();
  }, [db, local, atWork]);
  return imports && hereStatus(imports, text);
}
