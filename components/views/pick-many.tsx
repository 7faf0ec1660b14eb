import { ChevronDown } from 'lucide-react';
import { intlTag } from '../../utils/i18n/locale';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';

interface Props<Value extends string> {
  label: string;
  options: readonly (readonly [value: Value, label: string])[];
  chosen: readonly Value[];
  /** What it means while none is chosen. */
  none: string;
  onChoose(chosen: Value[]): void;
}

/** Some of many, folded away behind what is chosen. Those chosen that are no more are kept, so that saving takes nothing away unseen. */
export function PickMany<Value extends string>({ label, options, chosen, none, onChoose }: Props<Value>) {
  const { locale } = useText();
  const names = options.filter(([value]) => chosen.includes(value)).map(([, name]) => name);
  const toggle = (value: Value, on: boolean) => onChoose(on ? [...chosen, value] : chosen.filter((one) => one !== value));
  return (
    <details className="pick-many">
      <summary>
        <span className="text-ink-2">{label}</span>
        <span className="min-w-0 wrap-anywhere">{names.length > 0 ? new Intl.ListFormat(intlTag[locale]).format(names) : none}</span>
        <Icon of={ChevronDown} size={14} className="mt-0.5 text-ink-3" />
      </summary>
      <fieldset aria-label={label}>
        {options.map(([value, name]) => (
          <label key={value} className="pick">
            <input type="checkbox" checked={chosen.includes(value)} onChange={({ target }) => toggle(value, target.checked)} />
            <span className="min-w-0 wrap-anywhere">{name}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
