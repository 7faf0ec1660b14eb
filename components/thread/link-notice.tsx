import { TriangleAlert } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';

interface Props {
  shown: string;
  real: string;
  onOpen(): void;
  onLeave(): void;
}

/** A link that names one place and leads to another waits for a person who has seen both. */
export function LinkNotice({ shown, real, onOpen, onLeave }: Props) {
  const { t } = useText();
  return (
    <div className="notice wait rounded-none" role="alert">
      <Icon of={TriangleAlert} />
      <div className="min-w-0">
        <b className="wrap-anywhere">{t('linkMismatch', { shown, real })}</b>
        <div className="mt-2 flex flex-wrap gap-2">
          <button type="button" className="btn line" onClick={onLeave}>
            {t('linkLeave')}
          </button>
          <button type="button" className="btn" onClick={onOpen}>
            {t('linkOpen', { real })}
          </button>
        </div>
      </div>
    </div>
  );
}
