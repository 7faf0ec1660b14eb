import { useText } from '../../../utils/i18n/use-text';
import type { MailboxAnswer } from '../../../utils/messaging/contract';

/** How far the history has come in. */
export function ImportProgress({ state }: { state: MailboxAnswer | undefined }) {
  const { t } = useText();
  const { found, taken, waiting } = state?.progress ?? { found: 0, taken: 0, waiting: 0 };
  // Fetched is not yet seen: it counts once it is in a conversation.
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
      <p className="help num">{found > 0 ? t('chnImported', { done, found }) : t('chnImportLooking')}</p>
      <p className="help">{t('chnImportGoesOn')}</p>
    </div>
  );
}
