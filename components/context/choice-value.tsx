import type { ReactNode } from 'react';
import { MenuButton } from '../ui/menu-button';

interface Props<T extends string | null> {
  /** What it is the value of. */
  label: string;
  /** What stands there now, in words. */
  shown: string;
  value: T;
  options: readonly { value: T; label: string }[];
  children: ReactNode;
  onChoose(value: T): void;
}

/** One of several, chosen where it stands. */
export function ChoiceValue<T extends string | null>({ label, shown, value, options, children, onChoose }: Props<T>) {
  return (
    <MenuButton
      label={label}
      buttonName={`${label}: ${shown}`}
      className="ed"
      entries={options.map((option) => ({
        kind: 'item',
        id: option.value ?? '-',
        label: option.label,
        checked: option.value === value,
        onSelect: () => option.value !== value && onChoose(option.value),
      }))}
    >
      {children}
    </MenuButton>
  );
}
