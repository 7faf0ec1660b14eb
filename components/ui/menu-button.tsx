import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { useKeys } from '../actions/keys-provider';
import { Icon } from './icon';
import { KeyCap } from './key-cap';
import type { MenuEntry } from './menu-entry';

interface Props {
  /** Name of the menu, and of the button where it shows only an icon. */
  label: string;
  className: string;
  children: ReactNode;
  entries: MenuEntry[];
  align?: 'start' | 'end';
  nameButton?: boolean;
  /** The button's own name, where what it shows does not say what it is the value of. */
  buttonName?: string;
  pressed?: boolean;
}

/** A button with a menu in the browser's own top layer: light dismiss and Esc are the browser's, arrows and letters are ours. */
export function MenuButton({ label, className, children, entries, align = 'start', nameButton = false, buttonName, pressed }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  const place = () => {
    const from = button.current?.getBoundingClientRect();
    const pop = menu.current;
    if (!from || !pop) return;
    const width = pop.offsetWidth;
    const left = align === 'end' ? from.right - width : from.left;
    const below = window.innerHeight - from.bottom - 12;
    const above = from.top - 12;
    const up = below < Math.min(pop.scrollHeight, 240) && above > below;
    pop.style.left = `${Math.max(6, Math.min(left, window.innerWidth - width - 6))}px`;
    pop.style.maxHeight = `${up ? above : below}px`;
    pop.style.top = up ? 'auto' : `${from.bottom + 4}px`;
    pop.style.bottom = up ? `${window.innerHeight - from.top + 4}px` : 'auto';
  };
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
  const focusItem = (index: number) => {
    const all = items();
    all[(index + all.length) % all.length]?.focus();
  };
  // Once its lines are drawn, however long that takes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it opens is decided when it does
  useLayoutEffect(() => {
    if (!open) return;
    place();
    const all = items();
    (all.find((item) => item.getAttribute('aria-checked') === 'true') ?? all[0])?.focus();
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const at = all.findIndex((item) => item.matches(':focus'));
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: all.length - 1 };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      focusItem(move);
    } else if (event.key === 'Tab') {
      menu.current?.hidePopover();
    } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const letter = event.key.toLocaleLowerCase();
      const order = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      order.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter))?.focus();
    }
    event.stopPropagation();
  };
  const choose = (entry: MenuEntry & { kind: 'item' }) => {
    if (entry.reason) return;
    menu.current?.hidePopover();
    button.current?.focus();
    entry.onSelect();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-current={pressed}
        aria-controls={open ? id : undefined}
        popoverTarget={id}
        {...(nameButton ? { 'aria-label': label, title: label } : { 'aria-label': buttonName })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          event.stopPropagation();
          menu.current?.showPopover();
        }}
      >
        {children}
      </button>
      <div
        ref={(node) => {
          menu.current = node;
          // The browser moves the focus to what bears this as it opens: no key pressed from then on is anything else's.
          node?.setAttribute('autofocus', '');
        }}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className="pop fixed m-0"
        onKeyDown={onKeyDown}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && entries.map((entry) => <MenuLine key={entry.id} entry={entry} choose={choose} />)}
      </div>
    </>
  );
}

function MenuLine({ entry, choose }: { entry: MenuEntry; choose(entry: MenuEntry & { kind: 'item' }): void }) {
  const keys = useKeys();
  if (entry.kind === 'separator') return <hr className="msep" />;
  if (entry.kind === 'heading')
    return (
      <div className="mhead" role="presentation">
        {entry.label}
      </div>
    );
  const choice = entry.checked !== undefined;
  const icon = choice ? (entry.checked ? Check : undefined) : entry.icon;
  return (
    <button
      type="button"
      role={choice ? 'menuitemradio' : 'menuitem'}
      {...(choice ? { 'aria-checked': entry.checked } : {})}
      aria-disabled={entry.reason ? true : undefined}
      aria-keyshortcuts={entry.usualKey && keys.aria(entry.usualKey)}
      tabIndex={-1}
      className={`mi ${entry.danger ? 'danger' : ''}`}
      onClick={() => choose(entry)}
    >
      {icon ? <Icon of={icon} size={14} /> : choice ? <span className="w-3.5" /> : null}
      <span className="min-w-0 whitespace-normal">
        {entry.label}
        {entry.reason && <span className="block text-xs text-ink-3">{entry.reason}</span>}
      </span>
      {entry.count !== undefined && <span className="n">{entry.count}</span>}
      {entry.usualKey && <KeyCap usual={entry.usualKey} />}
    </button>
  );
}
