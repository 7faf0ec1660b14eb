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
const isKept = async () => (await grantedPermissions()).fixed.includes('unlimitedStorage') || (await navigator.storage.persisted());

/** What was asked of a browser that may give no answer, as in a private window. */
const orUnknown = (asking: Promise<boolean>): Promise<boolean | 'unknown'> =>
  asking.catch((fault: unknown) => {
    console.warn('the browser does not say whether it keeps this data', fault);
    return 'unknown' as const;
  });

/** What Samtale takes on this device, of what it may, and whether the browser has promised to keep it. */
export function StorageUsed({ connections, budget }: { connections: readonly Connection[]; budget: number }) {
  const { t, size } = useText();
  const [used, setUsed] = useState<StorageEstimate>();
  const [kept, setKept] = useState<boolean | 'unknown'>();
  const [answer, setAnswer] = useState<boolean | 'unknown'>();
  useEffect(() => {
    const read = () => {
      void navigator.storage.estimate().then(setUsed, () => setUsed({}));
      void orUnknown(isKept()).then(setKept);
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
      {used.usage !== undefined && <p className="mt-1">{quota > 0 ? t('settingsUsedOf', { used: size(usage), most: size(quota) }) : size(usage)}</p>}
      {quota > 0 && (
        <div className="prog mt-2 max-w-100" aria-hidden="true">
          <span style={{ width: `${Math.min(100, Math.max(1, (100 * usage) / quota))}%` }} />
        </div>
      )}
      <StorageKinds connections={connections} usage={usage} />
      {kept === true ? (
        <p className="mt-3 flex gap-2">
          <Icon of={CircleCheck} className="mt-0.5 text-ok" />
          {t('settingsKept')}
        </p>
      ) : (
        <div className="mt-3">
          <p className="flex gap-2">
            <Icon of={TriangleAlert} className="mt-0.5 text-wait" />
            {t(kept === 'unknown' ? 'settingsKeptUnknown' : 'settingsNotKept')}
          </p>
          <button
            type="button"
            className="btn line mt-2"
            onClick={async () => {
              const now = await orUnknown(navigator.storage.persist());
              setAnswer(now);
              if (now !== 'unknown') setKept(now);
            }}
          >
            {t('settingsKeepIt')}
          </button>
          {answer !== undefined && answer !== true && (
            <p className="help" role="alert">
              {t(answer === 'unknown' ? 'settingsKeepNoAnswer' : 'settingsKeepRefused')}
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
