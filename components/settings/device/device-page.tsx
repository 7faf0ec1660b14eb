import { useLiveQuery } from 'dexie-react-hooks';
import { useContext } from 'react';
import { useText } from '../../../utils/i18n/use-text';
import { RestoreSection } from '../../archive/restore-section';
import { device } from '../../panel/device';
import { WorkspaceContext } from '../../panel/workspace-context';
import type { SectionProps } from '../section';
import { SectionHeading } from '../section-heading';
import { ConnectionLine } from './connection-line';
import { ResetDevice } from './reset-device';
import { StorageUsed } from './storage-used';

/** Where data lives: how much of it this device keeps, the accounts it belongs to, and the way to take it all away (K16). */
export function DevicePage({ settings }: SectionProps) {
  const { t } = useText();
  const shown = useContext(WorkspaceContext)?.connection.id;
  const connections = useLiveQuery(() => device.connections.toArray());
  if (!connections) return null;
  return (
    <>
      <SectionHeading title={t('settingsStorage')}>{t('settingsStorageLead')}</SectionHeading>
      <div className="settings-body">
        <StorageUsed connections={connections} budget={settings.budget} />
        <section aria-labelledby="device-accounts">
          <h2 id="device-accounts">{t('settingsAccounts')}</h2>
          {connections.length === 0 && <p className="mt-1 text-ink-2">{t('settingsAccountsNone')}</p>}
          <ul className="settings-lines">
            {connections.map((connection) => (
              <ConnectionLine key={connection.id} connection={connection} shown={connection.id === shown} />
            ))}
          </ul>
        </section>
        <RestoreSection />
        <ResetDevice connections={connections} />
      </div>
    </>
  );
}
