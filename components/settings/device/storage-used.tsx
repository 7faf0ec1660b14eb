import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { grantedPermissions } from '../../../utils/browser/granted-permissions';
import { budgets } from '../../../utils/connection/budget';
import type { Connection } from '../../../utils/connection/device-database';
import { useText } from '../../../utils/i18n/use-text';
import { setDeviceSetting } from '../../panel/use-device-settings';
import { Choice } from '../../ui/choice';
import { Icon } from '../../ui/icon';
import { StorageKinds } from './storage-kinds';

/** The permission for unlimited storage keeps an extension's data as the promise does; `persisted` does not always say so (Chromium 156). */
const isKept = async () => (await navigator.storage.persisted()) || (await grantedPermissions()).fixed.includes('unlimitedStorage');

/** What Samtale takes on this device, of what it may, and whether the browser has promised to keep it. */
export function StorageUsed({ connections, budget }: { connections: readonly Connection[]; budget: number }) {
  const { t, size } = useText();
  const [used, setUsed] = useState<StorageEstimate>();
  const [kept, setKept] = useState<boolean>();
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const read = () => {
      void navigator.storage.estimate().then(setUsed);
      void isKept().then(setKept);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, []);
  if (!used || kept === undefined) return null;
  const { usage = 0, quota = 0 } = used;
  return (
    <section aria-labelledby="device-used">
      <h2 id="device-used">{t('settingsUsed')}</h2>
      <p className="mt-1">{quota > 0 ? t('settingsUsedOf', { used: size(usage), most: size(quota) }) : size(usage)}</p>
      {quota > 0 && (
        <div className="prog mt-2 max-w-100" aria-hidden="true">
          <span style={{ width: `${Math.min(100, Math.max(1, (100 * usage) / quota))}%` }} />
        </div>
      )}
      <StorageKinds connections={connections} usage={usage} />
      {kept ? (
        <p className="mt-3 flex gap-2">
          <Icon of={CircleCheck} className="mt-0.5 text-ok" />
          {t('settingsKept')}
        </p>
      ) : (
        <div className="mt-3">
          <p className="flex gap-2">
            <Icon of={TriangleAlert} className="mt-0.5 text-wait" />
            {t('settingsNotKept')}
          </p>
          <button
            type="button"
            className="btn line mt-2"
            onClick={async () => {
              const now = await navigator.storage.persist();
              setKept(now);
              setRefused(!now);
            }}
          >
            {t('settingsKeepIt')}
          </button>
          {refused && (
            <p className="help" role="alert">
              {t('settingsKeepRefused')}
            </p>
          )}
        </div>
      )}
      {connections.some(({ kind }) => kind === 'hub') && (
        <div className="mt-6">
          <Choice
            legend={t('storageBudget')}
            help={t('storageBudgetHelp')}
            value={String(budget)}
            options={budgets.map((bytes) => [String(bytes), bytes === budgets.at(-1) ? t('storageNoLimit') : size(bytes)] as const)}
            onChoose={(bytes) => void setDeviceSetting('budget', bytes)}
          />
        </div>
      )}
    </section>
  );
}
