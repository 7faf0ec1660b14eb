import { useContext } from 'react';
import { useText } from '../../../utils/i18n/use-text';
import { WorkspaceContext } from '../../panel/workspace-context';
import { SectionHeading } from '../section-heading';
import { NetworkTable } from './network-table';
import { PermissionList } from './permission-list';

/** What the browser lets the extension do and why, and what it sent where (ALL-5). */
export function PrivacyPage() {
  const { t } = useText();
  const workspace = useContext(WorkspaceContext);
  const lead =
    workspace?.connection.kind === 'local' ? (workspace.connection.sample ? 'settingsPrivacySample' : 'settingsPrivacyLocal') : 'settingsPrivacyLead';
  return (
    <>
      <SectionHeading title={t('settingsPrivacy')}>{t(lead)}</SectionHeading>
      <div className="settings-body">
        <NetworkTable />
        <PermissionList />
      </div>
    </>
  );
}
