import { Plus, X } from 'lucide-react';
import type { WorkingRange } from '../../../domain/model/working-hours';
import { useText } from '../../../utils/i18n/use-text';
import { Icon } from '../../ui/icon';
import { ClockField } from '../clock-field';

interface Props {
  day: string;
  ranges: readonly WorkingRange[];
  may: boolean;
  onChange(ranges: WorkingRange[]): void;
}

const most = 6;
const endOfDay = 1440;

/** The working hours of one day of the week: none, one or several ranges. */
export function DayLine({ day, ranges, may, onChange }: Props) {
  const { t } = useText();
  const set = (n: number, change: Partial<WorkingRange>) => onChange(ranges.map((range, at) => (at === n ? { ...range, ...change } : range)));
  const last = ranges.at(-1);
  const from = last ? Math.min(last.to + 60, endOfDay - 60) : 9 * 60;
  return (
    <li className="settings-line items-start">
      <span className="w-24 pt-1.5 first-letter:uppercase max-[480px]:w-full">{day}</span>
      <span className="flex min-w-0 flex-1 flex-col gap-2">
        {ranges.map((range, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a range has no name but its place
          <span key={n} className="flex flex-wrap items-center gap-2">
            <ClockField silent label={t('hoursFrom', { day })} minute={range.from} readOnly={!may} onChange={(to) => set(n, { from: to })} />
            <span aria-hidden="true">–</span>
            <ClockField silent label={t('hoursTo', { day })} minute={range.to} readOnly={!may} onChange={(to) => set(n, { to: to || endOfDay })} />
            {may && (
              <button
                type="button"
                className="ib"
                aria-label={t('hoursRemove', { day })}
                onClick={() => onChange(ranges.filter((_range, at) => at !== n))}
              >
                <Icon of={X} />
              </button>
            )}
            {range.from >= range.to && (
              <span className="text-xs text-late" role="alert">
                {t('hoursBackwards')}
              </span>
            )}
          </span>
        ))}
        {ranges.length === 0 && <span className="pt-1.5 text-ink-3">{t('hoursNone')}</span>}
      </span>
      {may && ranges.length < most && (
        <button
          type="button"
          className="ib"
          aria-label={t('hoursAdd', { day })}
          onClick={() => onChange([...ranges, { from, to: last ? Math.min(from + 120, endOfDay) : 17 * 60 }])}
        >
          <Icon of={Plus} />
        </button>
      )}
    </li>
  );
}
