import { useId } from 'react';
import type { QuietHours } from '../../../domain/model/notification-settings';
import { useText } from '../../../utils/i18n/use-text';
import { ClockField } from '../clock-field';

interface Props {
  quiet: QuietHours | null;
  /** From what is kept by then to what shall be. */
  onChange(to: (kept: QuietHours | null) => QuietHours | null): void;
}

const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const evening = { from: 18 * 60, to: 8 * 60 };

/** From when to when nothing is announced, by the time of the place one is in when one says so. */
export function QuietHoursFields({ quiet, onChange }: Props) {
  const { t } = useText();
  const id = useId();
  const zone = quiet?.timeZone ?? here();
  const change = (to: Partial<QuietHours>) => onChange((kept) => kept && { ...kept, ...to, timeZone: here() });
  return (
    <fieldset className="mt-6" aria-describedby={`${id}-help`}>
      <legend className="label">{t('notifyQuiet')}</legend>
      <label className="pick">
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={({ target: { checked } }) => onChange((kept) => (checked ? (kept ?? { ...evening, timeZone: here() }) : null))}
        />
        {t('notifyQuietOn')}
      </label>
      {quiet && (
        <div className="mt-1 mb-1 flex gap-4 pl-6">
          <ClockField label={t('notifyQuietFrom')} minute={quiet.from} onChange={(from) => change({ from })} />
          <ClockField label={t('notifyQuietTo')} minute={quiet.to} onChange={(to) => change({ to })} />
        </div>
      )}
      <p className="help" id={`${id}-help`}>
        {t('notifyQuietHelp', { zone })}
      </p>
    </fieldset>
  );
}
