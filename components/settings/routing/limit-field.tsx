import { useId } from 'react';
import { useText } from '../../../utils/i18n/use-text';
import { useLimitDraft } from '../use-limit-draft';

interface Props {
  limit: number | null;
  /** Where what is typed is kept until it holds. */
  place: string;
  onChange(limit: number | null): void;
}

/** How many open conversations somebody may have before they get no more; empty: as many as come (RTE-3). It holds when one leaves the field, or by Enter. */
export function LimitField({ limit, place, onChange }: Props) {
  const { t } = useText();
  const id = useId();
  const [typed, setTyped] = useLimitDraft(place, limit === null ? '' : String(limit));
  const wanted = typed.trim() === '' ? null : Number(typed);
  const problem = wanted !== null && !(Number.isInteger(wanted) && wanted >= 1 && wanted <= 1000);
  const keep = () => {
    if (problem) return;
    if (wanted === limit) setTyped(undefined);
    else onChange(wanted);
  };
  return (
    <div>
      <label className="label" htmlFor={id}>
        {t('routeLimit')}
      </label>
      <div className="flex items-center gap-2">
        <div className="field num w-20">
          <input
            id={id}
            inputMode="numeric"
            value={typed}
            placeholder={t('routeLimitNone')}
            maxLength={4}
            aria-invalid={problem}
            aria-describedby={`${id}-help`}
            onChange={({ target }) => setTyped(target.value)}
            onBlur={keep}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              keep();
            }}
          />
        </div>
        <span className={`text-xs ${problem ? 'text-late' : 'text-ink-3'}`} id={`${id}-help`} role={problem ? 'alert' : undefined}>
          {t(problem ? 'routeLimitProblem' : 'routeLimitEach')}
        </span>
      </div>
    </div>
  );
}
