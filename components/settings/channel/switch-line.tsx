import { useId } from 'react';
import { useText } from '../../../utils/i18n/use-text';

interface Props {
  label: string;
  help: string;
  on: boolean;
  may: boolean;
  onSwitch(on: boolean): void;
}

/** One setting that is on or off; it holds at once. */
export function SwitchLine({ label, help, on, may, onSwitch }: Props) {
  const { t } = useText();
  const id = useId();
  return (
    <div className="chn-switch">
      <span className="min-w-0 grow">
        <span className="font-semibold" id={`${id}-label`}>
          {label}
        </span>
        <span className="help block" id={`${id}-help`}>
          {help}
        </span>
      </span>
      <button
        type="button"
        role="switch"
        className="sw"
        aria-checked={on}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-help`}
        aria-disabled={!may}
        title={t(on ? 'chnOn' : 'chnOff')}
        onClick={() => may && onSwitch(!on)}
      />
    </div>
  );
}
