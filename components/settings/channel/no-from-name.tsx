import { Lock } from 'lucide-react';
import { useId } from 'react';
import { useText } from '../../../utils/i18n/use-text';
import { Icon } from '../../ui/icon';

/** The from name where it is not ours to set, and why (CHN-3). */
export function NoFromName() {
  const { t } = useText();
  const id = useId();
  return (
    <>
      <label className="label" htmlFor={id}>
        {t('chnFromName')}
      </label>
      <div className="field quiet">
        <Icon of={Lock} size={14} />
        <input id={id} readOnly value={t('oauFromNameThere')} aria-describedby={`${id}-help`} />
      </div>
      <p className="help" id={`${id}-help`}>
        {t('oauNoFromName')}
      </p>
    </>
  );
}
