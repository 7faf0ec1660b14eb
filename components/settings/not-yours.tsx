import { Lock } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';

/** Why one sees this and cannot change it (INB-4). */
export function NotYours() {
  const { t } = useText();
  return (
    <p className="mb-4 flex gap-2 text-ink-2">
      <Icon of={Lock} size={14} className="mt-0.75" />
      {t('chnNotYours')}
    </p>
  );
}
