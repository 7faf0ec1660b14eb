import { useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { RestoreDialog } from './restore-dialog';

/** The way back in for what was exported, beside whatever is here. */
export function RestoreSection() {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <section aria-labelledby="device-restore">
      <h2 id="device-restore">{t('archiveRestore')}</h2>
      <p className="mt-1 text-ink-2">{t('archiveRestoreLead')}</p>
      <button type="button" className="btn line mt-2" onClick={() => setOpen(true)}>
        {t('archiveRestore')}
      </button>
      {open && <RestoreDialog onClose={() => setOpen(false)} />}
    </section>
  );
}
