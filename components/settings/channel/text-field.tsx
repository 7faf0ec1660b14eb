import { type HTMLAttributes, type HTMLInputTypeAttribute, type ReactNode, type Ref, useId } from 'react';

interface Props {
  label: string;
  value: string;
  onChange(value: string): void;
  type?: HTMLInputTypeAttribute;
  help?: ReactNode;
  /** What is wrong with it; told below and to screen readers. */
  problem?: ReactNode;
  readOnly?: boolean;
  autoComplete?: string;
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  maxLength?: number;
  /** It came by a press: the cursor goes into it. */
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  className?: string;
}

/** A labelled field of the settings. */
export function TextField({ label, value, onChange, type = 'text', help, problem, readOnly = false, className = '', ...input }: Props) {
  const id = useId();
  return (
    <div className={className}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className={readOnly ? 'field quiet' : 'field'}>
        <input
          id={id}
          type={type}
          value={value}
          readOnly={readOnly}
          onChange={(event) => onChange(event.target.value)}
          autoComplete={input.autoComplete ?? 'off'}
          inputMode={input.inputMode}
          maxLength={input.maxLength}
          ref={input.autoFocus ? focusOnce : input.inputRef}
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={problem !== undefined}
          aria-describedby={help || problem ? `${id}-help` : undefined}
        />
      </div>
      {(help || problem) && (
        <p className={problem ? 'help text-late' : 'help'} id={`${id}-help`}>
          {problem ?? help}
        </p>
      )}
    </div>
  );
}

function focusOnce(field: HTMLInputElement | null) {
  field?.focus();
  field?.select();
}
