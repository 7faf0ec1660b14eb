import { useEffect, useState } from 'react';
import { useText } from '../../utils/i18n/use-text';

interface Props {
  /** What it is the value of, for screen readers. */
  label: string;
  value: string;
  most: number;
  type?: 'text' | 'tel';
  /** `grow`: it is seen whole, over as many lines as it takes. `several`: Enter begins another line, leaving keeps them. */
  lines?: 'grow' | 'several';
  /** Whether it may be emptied. */
  needed?: boolean;
  className?: string;
  onCommit(value: string): void;
}

/** Words edited where they stand: Enter or leaving keeps them, Esc puts back what was there (TKT-2). */
export function TextValue({ label, value, most, type = 'text', lines, needed = false, className = '', onCommit }: Props) {
  const { t } = useText();
  const [typed, setTyped] = useState(value);
  // What a colleague changes shows at once, unless one is at it oneself.
  const [editing, setEditing] = useState(false);
  useEffect(() => {
    if (!editing) setTyped(value);
  }, [value, editing]);
  const leave = () => {
    setEditing(false);
    const words = (lines === 'several' ? typed : typed.replace(/\s+/g, ' ')).trim();
    if (words === value || (needed && words === '')) setTyped(value);
    else onCommit(words);
  };
  const Field = lines ? 'textarea' : 'input';
  return (
    <Field
      className={`ed ${className}`}
      {...(lines ? { rows: 1 } : { type })}
      aria-label={label}
      placeholder={t('ctxAdd')}
      maxLength={most}
      autoComplete="off"
      value={typed}
      onFocus={() => setEditing(true)}
      onChange={(event) => {
        setEditing(true);
        setTyped(event.target.value);
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' && (lines !== 'several' || event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          leave();
        } else if (event.key === 'Escape' && typed !== value) {
          // With nothing to put back it goes one step out.
          event.stopPropagation();
          setTyped(value);
        }
      }}
    />
  );
}
