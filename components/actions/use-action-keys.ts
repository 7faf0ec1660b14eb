import { useEffect, useRef } from 'react';
import { typingTarget } from './typing-target';

/** Listens to keys of the whole panel, but not while one types, holds a modifier, or has a menu or dialog open. `handle` answers whether it took the key. */
export function useActionKeys(handle: (key: string, event: KeyboardEvent) => boolean) {
  const latest = useRef(handle);
  latest.current = handle;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typingTarget(event.target)) return;
      if (latest.current(event.key, event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
