import { useEffect, useState } from 'react';
import { clockOf, minuteOf } from './notifications/minute-of-day';

interface Props {
  label: string;
  /** Of the day; its end, 1440, is written as midnight. */
  minute: number;
  /** The label is for those who do not see the field. */
  silent?: boolean;
  readOnly?: boolean;
  onChange(minute: number): void;
}

/** A time of the day; half a time is kept by nobody. */
export function ClockField({ label, minute, silent = false, readOnly = false, onChange }: Props) {
  const [typed, setTyped] = useState(clockOf(minute % 1440));
  useEffect(() => setTyped(clockOf(minute % 1440)), [minute]);
  return (
    <label className="flex items-center gap-2">
      <span className={silent ? 'sr-only' : undefined}>{label}</span>
      <span className={readOnly ? 'field quiet' : 'field'}>
        <input
          type="time"
          value={typed}
          readOnly={readOnly}
          onChange={({ target }) => {
            setTyped(target.value);
            const to = minuteOf(target.value);
            if (to !== undefined && to !== minute) onChange(to);
          }}
        />
      </span>
    </label>
  );
}
