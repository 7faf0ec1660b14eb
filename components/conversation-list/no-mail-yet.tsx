import { Inbox } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';

/** A workspace of this computer that has nothing yet: where mail comes from, and the way to it. */
export function NoMailYet({ onImport }: { onImport(): void }) {
  const { t } = useText();
  return (
    <div className="list grid place-content-center justify-items-center gap-1 p-6 text-center">
      <Icon of={Inbox} size={20} className="text-ink-3" />
      <p className="mt-1 text-md font-semibold">{t('importEmpty')}</p>
      <p className="max-w-72 text-ink-2">{t('importEmptyLead')}</p>
      <button type="button" className="btn line mt-2" onClick={onImport}>
        {t('importTitle')}
      </button>
    </div>
  );
}
