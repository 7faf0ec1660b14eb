import { useText } from '../../utils/i18n/use-text';

interface Props<T extends string> {
  all: readonly T[];
  chosen: readonly T[];
  label(property: T): string;
  onChange(chosen: T[]): void;
  onDone(): void;
}

/** Which properties stand here, for every contact or every ticket alike (CTX-2, CTX-3). */
export function ChooseProperties<T extends string>({ all, chosen, label, onChange, onDone }: Props<T>) {
  const { t } = useText();
  return (
    <fieldset className="pb-1">
      <legend className="pb-1 text-xs text-ink-2">{t('ctxChooseLead')}</legend>
      {all.map((property) => (
        <label key={property} className="pick">
          <input
            type="checkbox"
            checked={chosen.includes(property)}
            onChange={(event) => onChange(all.filter((one) => (one === property ? event.target.checked : chosen.includes(one))))}
          />
          <span>{label(property)}</span>
        </label>
      ))}
      <button type="button" className="btn line xs mt-2" onClick={onDone}>
        {t('ctxDone')}
      </button>
    </fieldset>
  );
}
