import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from '../panel/workspace-context';
import { hereStatus, type Status } from './status-words';

/** Where a workspace of this computer stands: what is being read in, or what was broken off when a page was closed. `undefined` on a hub, and until read. */
export function useImportStatus(): Status | undefined {
  const text = useText();
  const { db, connection } = useWorkspace();
  const local = connection.kind === 'local';
  const imports = useLiveQuery(async () => (local ? db.imports.orderBy('at').reverse().limit(20).toArray() : undefined), [db, local]);
  useEffect(() => {
    if (local) void import('../../utils/import/run-imports').then(({ mendImports }) => mendImports(db));
  }, [db, local]);
  return imports && hereStatus(imports, text);
}
