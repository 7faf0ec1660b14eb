import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { formatWhen } from '../../utils/i18n/format-when';
import { useText } from '../../utils/i18n/use-text';
import { readWhen } from '../../utils/when/read-when';
import { usualTimes } from '../../utils/when/usual-times';
import { useWorkspace } from '../panel/workspace-context';
import { useNow } from '../ui/use-now';

interface Props {
  onChoose(until: number | null): void;
  onDone(): void;
}

const labels = { later: 'snzLater', tomorrow: 'snzTomorrow', week: 'snzWeek' } as const;

/** A time in plain words, which it shows as it understands them, and the few that are usual (THR-15). By the clock of this device's wall. */
export function SnoozeTimes({ onChoose, onDone }: Props) {
  const { t, locale } = useText();
  const { me, agents } = useWorkspace();
  const now = useNow();
  const id = useId();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const list = useRef<HTMLFieldSetElement>(null);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const own = agents.get(me)?.workingHours;
  const clock = { now, timeZone, hours: own?.timeZone === timeZone ? own : undefined };
  const when = readWhen(words, clock);
  const at = typeof when === 'object' ? when.at : undefined;
  const problem = words.trim() === '' || at !== undefined ? undefined : when === 'past' ? t('snzPast') : asked ? t('snzNotUnderstood') : undefined;

  const stops = () => [...(list.current?.querySelectorAll<HTMLElement>('input, button') ?? [])];
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const all = stops();
    const from = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      all[(from + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length]?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onDone();
    }
  };
  return (
    <fieldset ref={list} className="min-w-0" aria-label={t('snzUntil')} onKeyDown={onKeyDown}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (at !== undefined) onChoose(at);
        }}
      >
        <div className="field mx-1 mt-1 mb-1.5">
          <input
            // biome-ignore lint/a11y/noAutofocus: it was opened by whoever wants to type here
            autoFocus
            aria-label={t('snzUntil')}
            aria-describedby={`${id}-means`}
            aria-invalid={problem ? true : undefined}
            autoComplete="off"
            maxLength={80}
            placeholder={t('snzExample')}
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
              setAsked(false);
            }}
          />
          <output id={`${id}-means`} className={`text-xs whitespace-nowrap tabular-nums ${problem ? 'text-late' : 'text-ink-3'}`}>
            {at === undefined ? problem : formatWhen(locale, at, now)}
          </output>
        </div>
      </form>
      {usualTimes(clock).map((usual) => (
        <button key={usual.name} type="button" className="mi" onClick={() => onChoose(usual.at)}>
          {t(labels[usual.name])}
          <span className="n">{formatWhen(locale, usual.at, now)}</span>
        </button>
      ))}
      <button type="button" className="mi" onClick={() => onChoose(null)}>
        {t('snzAnswer')}
      </button>
    </fieldset>
  );
}
