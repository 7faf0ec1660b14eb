import { useText } from '../../../utils/i18n/use-text';
import { SectionHeading } from '../section-heading';
import { NetworkTable } from './network-table';
import { PermissionList } from './permission-list';

/** What the browser lets the extension do and why, and what it sent where (ALL-5). */
export function PrivacyPage() {
  const { t } = useText();
  return (
    <>
      <SectionHeading title={t('settingsPrivacy')}>{t('settingsPrivacyLead')}</SectionHeading>
      <div className="settings-body">
        <NetworkTable />
        <PermissionList />
      </div>
    </>
  );
}
