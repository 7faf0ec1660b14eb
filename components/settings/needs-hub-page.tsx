import { useState } from 'react';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { useLater } from '../panel/use-later';
import { SectionHeading } from './section-heading';

const loadAdd = () => import('../onboarding/add-connection-dialog');

/** A page a workspace of this computer has no use for: why, and the way on. */
export function NeedsHubPage({ title, why }: { title: MessageKey; why: MessageKey }) {
  const { t } = useText();
  const [adding, setAdding] = useState(false);
  const add = useLater(loadAdd, adding);
  return (
    <>
      <SectionHeading title={t(title)} />
      <p className="mt-3 text-ink-2">{t(why)}</p>
      <button type="button" className="btn fill lg mt-4" onClick={() => setAdding(true)}>
        {t('firstRunHub')}
      </button>
      {adding && add && <add.AddConnectionDialog onClose={() => setAdding(false)} />}
    </>
  );
}
