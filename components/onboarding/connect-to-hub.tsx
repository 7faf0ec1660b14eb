import { useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { useLater } from '../panel/use-later';

const loadAdd = () => import('./add-connection-dialog');

/** The way on where something needs a hub and there is none (SUR-9). */
export function ConnectToHub({ className }: { className: string }) {
  const { t } = useText();
  const [adding, setAdding] = useState(false);
  const add = useLater(loadAdd, adding);
  return (
    <>
      <button type="button" className={className} onClick={() => setAdding(true)}>
        {t('firstRunHub')}
      </button>
      {adding && add && <add.AddConnectionDialog onClose={() => setAdding(false)} />}
    </>
  );
}
