import { Merge } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';

/** Whoever had opened a conversation that is a part of this one now is told so, quietly (THR-17). It stands above what scrolls: it is read first. */
export function LedLine() {
  const { t } = useText();
  return (
    <section className="sys border-b border-line" aria-label={t('mrgChange')}>
      <Icon of={Merge} size={14} />
      <p>{t('mrgLed')}</p>
    </section>
  );
}
