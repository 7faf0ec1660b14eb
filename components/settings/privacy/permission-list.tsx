import { useEffect, useState } from 'react';
import { type Granted, grantedPermissions, onPermissionsChanged, takeBackHost } from '../../../utils/browser/granted-permissions';
import type { MessageKey } from '../../../utils/i18n/messages';
import { useText } from '../../../utils/i18n/use-text';

const purposes: Readonly<Record<string, MessageKey>> = {
  storage: 'settingsPermissionStorage',
  unlimitedStorage: 'settingsPermissionUnlimited',
  alarms: 'settingsPermissionAlarms',
  sidePanel: 'settingsPermissionPanel',
  identity: 'settingsPermissionIdentity',
  notifications: 'settingsPermissionNotifications',
  scripting: 'settingsPermissionScripting',
  contextMenus: 'settingsPermissionMenus',
  offscreen: 'settingsPermissionOffscreen',
};

/** Each permission with what it is for; hosts agreed to later can be taken back. */
export function PermissionList() {
  const { t } = useText();
  const [granted, setGranted] = useState<Granted>();
  const [kept, setKept] = useState<string>();
  useEffect(() => {
    const read = () => void grantedPermissions().then(setGranted);
    read();
    return onPermissionsChanged(read);
  }, []);
  if (!granted) return null;
  return (
    <>
      <section aria-labelledby="privacy-hosts">
        <h2 id="privacy-hosts">{t('settingsHosts')}</h2>
        {granted.hosts.length === 0 && <p className="mt-1 text-ink-2">{t('settingsHostsNone')}</p>}
        <ul className="settings-lines">
          {granted.hosts.map((host) => (
            <li key={host} className="settings-line">
              <span className="min-w-0 grow wrap-anywhere">{host.replace(/\/\*$/, '')}</span>
              <button
                type="button"
                className="btn line xs"
                aria-label={t('settingsHostTakeBackOf', { host })}
                onClick={async () => setKept((await takeBackHost(host)) ? undefined : host)}
              >
                {t('settingsHostTakeBack')}
              </button>
              {kept === host && (
                <span className="basis-full text-xs text-late" role="alert">
                  {t('settingsHostKept')}
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="privacy-permissions">
        <h2 id="privacy-permissions">{t('settingsPermissions')}</h2>
        <p className="help">{t('settingsPermissionsFixed')}</p>
        <ul className="settings-lines">
          {granted.fixed.map((name) => {
            const purpose = purposes[name];
            return (
              <li key={name} className="settings-line">
                <code className="w-32 flex-none text-xs text-ink-2">{name}</code>
                <span className="min-w-48 flex-1">{purpose && t(purpose)}</span>
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}
