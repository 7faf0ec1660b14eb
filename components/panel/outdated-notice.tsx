import { RefreshCw } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';

/** A newer Samtale has changed the database under this page. */
export function OutdatedNotice() {
  const { t } = useText();
  return (
    <main className="p-3">
      <div className="notice wait" role="alert">
        <Icon of={RefreshCw} />
        <div>
          <b>{t('outdatedPage')}</b>
          <p className="text-ink-2">{t('outdatedPageKept')}</p>
          <button type="button" className="btn line mt-2" onClick={() => location.reload()}>
            {t('reload')}
          </button>
        </div>
      </div>
    </main>
  );
}
