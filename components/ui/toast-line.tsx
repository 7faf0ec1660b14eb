import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { useKeys } from '../actions/keys-provider';
import { IconButton } from './icon-button';
import { KeyCap } from './key-cap';
import type { Toast } from './toasts';

/** An undo is offered for 10 s; what only tells goes sooner. */
const staysMs = { undo: 10_000, tells: 5000 };

interface Props {
  toast: Toast;
  /** Waits behind others; its time runs all the same. */
  hidden: boolean;
  showKey: boolean;
  onDone(): void;
}

/** One toast. Its time runs only while neither pointer nor focus is on it. */
export function ToastLine({ toast, hidden, showKey, onDone }: Props) {
  const { t } = useText();
  const keys = useKeys();
  const [held, setHeld] = useState(false);
  const left = useRef(toast.undo ? staysMs.undo : staysMs.tells);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    if (held) return undefined;
    const since = Date.now();
    const timer = setTimeout(() => done.current(), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(1000, left.current - (Date.now() - since));
    };
  }, [held]);
  return (
    <section
      className="toast"
      hidden={hidden}
      aria-label={toast.words}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="min-w-0 grow wrap-anywhere">{toast.words}</span>
      {toast.undo && (
        <button
          type="button"
          className="btn"
          aria-keyshortcuts={showKey ? keys.aria('z') : undefined}
          onClick={() => {
            onDone();
            toast.undo?.();
          }}
        >
          {t('undo')}
          {showKey && <KeyCap usual="z" />}
        </button>
      )}
      <IconButton icon={X} label={t('dismiss')} onClick={onDone} />
    </section>
  );
}
