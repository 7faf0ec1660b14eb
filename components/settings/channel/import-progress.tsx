import { useText } from '../../../utils/i18n/use-text';
import type { MailboxAnswer } from '../../../utils/messaging/contract';

/** How far the history has come in. */
export function ImportProgress({ state }: { state: MailboxAnswer | undefined }) {
  const { t, plural } = useText();
  const { found, taken, waiting } = state?.progress ?? { found: 0, taken: 0, waiting: 0 };
  const done = Math.max(0, taken - waiting);
  return (
    <div className="chn-import">
      <div
        className="prog"
        role="progressbar"
        aria-label={t('chnStandsImporting')}
        aria-valuemin={0}
        aria-valuemax={Math.max(found, 1)}
        aria-valuenow={done}
      >
        <span style={{ width: `${found > 0 ? Math.round((done / found) * 100) : 0}%` }} />
      </div>
      <p className="help num">
        {found > 0 ? t('chnImported', { taken, found }) : t('chnImportLooking')}
        {waiting > 0 && <> · {plural('chnImportWaiting', waiting)}</>}
      </p>
      <p className="help">{t('chnImportGoesOn')}</p>
    </div>
  );
}
