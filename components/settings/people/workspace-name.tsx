import { useLiveQuery } from 'dexie-react-hooks';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';
import { RenameForm } from './rename-form';

/** What the workspace is called, to change for who has account access. */
export function WorkspaceName({ may }: { may: boolean }) {
  const { t } = useText();
  const perform = usePerform();
  const { db } = useWorkspace();
  const workspace = useLiveQuery(() => db.workspaces.toCollection().first(), [db]);
  if (!workspace) return null;
  const rename = async (name: string) =>
    (await perform('renameWorkspace', { workspaceId: workspace.id, name }, t('settingsRenamed', { name }))) !== undefined;
  return <RenameForm label={t('settingsWorkspaceName')} name={workspace.name} readOnly={!may} onSave={rename} />;
}
