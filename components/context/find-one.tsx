import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { Id } from '../../domain/model/ids';
import { Icon } from '../ui/icon';

interface Props<T extends { id: Id }> {
  label: string;
  hint: string;
  /** What the list of what was found is called. */
  foundLabel: string;
  typed: string;
  found: readonly T[];
  /** Said below, where nothing was found. */
  words: string;
  children(one: T): ReactNode;
  /** Why one that was found cannot be taken. */
  reasonOf?(one: T): string | undefined;
  onType(typed: string): void;
  onChoose(one: T): void;
  onLeave(): void;
}

/** One of what is found by typing: arrows move, Enter takes it, Esc leaves. */
export function FindOne<T extends { id: Id }>({
  label,
  hint,
  foundLabel,
  typed,
  found,
  words,
  children,
  reasonOf,
  onType,
  onChoose,
  onLeave,
}: Props<T>) {
  const [at, setAt] = useState(0);
  const id = useId();
  const current = found[at];
  const choose = (one: T | undefined) => {
    if (one && !reasonOf?.(one)) onChoose(one);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onLeave();
    } else if (event.key === 'Enter') choose(current);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setAt((was) => (found.length === 0 ? 0 : (was + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length));
    else return;
    event.preventDefault();
  };
  return (
    <div className="mt-2">
      <div className="field">
        <Icon of={Search} size={14} className="text-ink-3" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
          autoFocus
          role="combobox"
          aria-label={label}
          placeholder={hint}
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            onType(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={foundLabel} className="-mx-2 mt-1">
        {found.map((one, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, arrows move here
          <div
            key={one.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            aria-disabled={reasonOf?.(one) !== undefined}
            className={`found ${index === at ? 'bg-selected' : ''}`}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(one);
            }}
          >
            {children(one)}
          </div>
        ))}
      </div>
      <p className="text-xs text-ink-3" role="status">
        {words}
      </p>
    </div>
  );
}
