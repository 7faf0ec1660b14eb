import { useEffect, useRef } from 'react';
import { useKeys } from './keys-provider';
import { typingTarget } from './typing-target';

/**
 * Listens to keys of the whole page, but not while one types, holds a modifier, or has a menu or dialog open. `handle` is told the usual key of
 * what was pressed, whatever key this device has given it, and answers whether it took it.
 */
export function useActionKeys(handle: (key: string, event: KeyboardEvent) => boolean) {
  const { usualOf } = useKeys();
  const latest = useRef({ handle, usualOf });
  latest.current = { handle, usualOf };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (typingTarget(event.target)) return;
      const key = latest.current.usualOf(event.key);
      if (key !== undefined && latest.current.handle(key, event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
