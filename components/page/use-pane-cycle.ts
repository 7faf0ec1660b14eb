import { useEffect } from 'react';

/** In the order they stand; of each the first of these that is there takes the focus. */
const stops = [
  ['.rail', '[aria-current="page"]', '.view-line'],
  ['.list-pane', '[role="listbox"]', 'button'],
  ['#thread', '#thread'],
  ['.composer', '[contenteditable="true"]', 'textarea', 'button'],
  ['.context-pane', '.context-pane'],
] as const;

/** F6 goes from pane to pane, Shift F6 back, also while one writes. */
export function usePaneCycle() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      const here = stops.flatMap(([name, ...within]) => {
        const pane = document.querySelector<HTMLElement>(name);
        return pane ? [{ pane, within }] : [];
      });
      const at = here.findLastIndex(({ pane }) => pane.contains(document.activeElement));
      const to = here.at(at < 0 ? 0 : (at + (event.shiftKey ? -1 : 1)) % here.length);
      const target = to?.within.map((name) => (to.pane.matches(name) ? to.pane : to.pane.querySelector<HTMLElement>(name))).find(Boolean);
      target?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
