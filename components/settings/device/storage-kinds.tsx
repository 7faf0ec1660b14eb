import { useEffect, useState } from 'react';
import type { Connection } from '../../../utils/connection/device-database';
import { type UsedByKind, usedByKind } from '../../../utils/connection/used-by-kind';
import { useText } from '../../../utils/i18n/use-text';
import { device } from '../../panel/device';

/** What the space goes to; counted once one looks, which takes a moment where there is much. */
export function StorageKinds({ connections, usage }: { connections: readonly Connection[]; usage: number }) {
  const { t, size } = useText();
  const [used, setUsed] = useState<UsedByKind>();
  useEffect(() => {
    let gone = false;
    usedByKind(device, connections).then(
      (counted) => {
        if (!gone) setUsed(counted);
      },
      (fault: unknown) => console.warn('a workspace could not be looked into', fault),
    );
    return () => {
      gone = true;
    };
  }, [connections]);
  if (!used) return null;
  const { html, files, originals } = used;
  const kinds = [
    [t('storageText'), Math.max(0, usage - html - files - originals)],
    [t('storageHtml'), html],
    [t('storageFiles'), files],
    [t('storageOriginals'), originals],
  ] as const;
  return (
    <dl className="mt-3 grid max-w-100 grid-cols-[1fr_auto] gap-x-6 gap-y-1" aria-label={t('storageKinds')}>
      {kinds.map(([label, bytes]) => (
        <div key={label} className="contents">
          <dt className="text-ink-2">{label}</dt>
          <dd className="num text-right">{size(bytes)}</dd>
        </div>
      ))}
    </dl>
  );
}
