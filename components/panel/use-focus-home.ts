import { useEffect } from 'react';

/** Where the focus belongs when nothing else says so: the open conversation, else the list, else the view one is in. */
const homes = ['#thread', '[role="listbox"]', '.tab.on'];

/**
 * The focus is never lost: when what held it leaves the screen (an Undo that was pressed, an editor that folded), it goes back to what
 * one was working in. A dialog or menu puts it back by itself, and is left to.
 */
export function useFocusHome() {
  useEffect(() => {
    let last: Element | null = document.activeElement;
    const remember = (event: FocusEvent) => {
      if (event.target instanceof Element) last = event.target;
    };
    const watch = new MutationObserver(() => {
      if (!last || last.isConnected || document.activeElement !== document.body) return;
      last = null;
      const home = homes
        .map((selector) => document.querySelector<HTMLElement>(selector))
        .find((element) => element?.checkVisibility({ visibilityProperty: true }));
      home?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', remember);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      watch.disconnect();
    };
  }, []);
}
