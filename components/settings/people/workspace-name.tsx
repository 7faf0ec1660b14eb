import { useLiveQuery } from 'dexie-react-hooks';
import type { Workspace } from '../../../domain/model/workspace';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';
import { useNameDraft } from '../use-name-draft';
import { RenameForm } from './rename-form';

/** What the workspace is called, to change for who has account access. */
export function WorkspaceName({ may }: { may: boolean }) {
  const { db } = useWorkspace();
  const workspace = useLiveQuery(() => db.workspaces.toCollection().first(), [db]);
  return workspace ? <Name workspace={workspace} may={may} /> : null;
}

function Name({ workspace, may }: { workspace: Workspace; may: boolean }) {
  const { t } = useText();
  const perform = usePerform();
  const draft = useNameDraft(workspace.id, workspace.name);
  const rename = async (name: string) =>
    (await perform('renameWorkspace', { workspaceId: workspace.id, name }, t('settingsRenamed', { name }))) !== undefined;
  return <RenameForm label={t('settingsWorkspaceName')} name={workspace.name} draft={draft} readOnly={!may} onSave={rename} />;
}
