import { useEffect, useId, useState } from 'react';

interface Props<Value extends string> {
  legend: string;
  help?: string;
  value: Value;
  options: readonly (readonly [value: Value, label: string])[];
  onChoose(value: Value): void;
}

/** One of a few, each on a line of its own; it holds at once. */
export function Choice<Value extends string>({ legend, help, value, options, onChoose }: Props<Value>) {
  const id = useId();
  // Shown at once; the value follows when it is kept.
  const [pressed, setPressed] = useState(value);
  useEffect(() => setPressed(value), [value]);
  return (
    <fieldset className="mt-6 first:mt-0" aria-describedby={help ? `${id}-help` : undefined}>
      <legend className="label">{legend}</legend>
      {options.map(([option, label]) => (
        <label key={option} className="pick">
          <input
            type="radio"
            name={id}
            checked={option === pressed}
            onChange={() => {
              setPressed(option);
              onChoose(option);
            }}
          />
          {label}
        </label>
      ))}
      {help && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </fieldset>
  );
}
