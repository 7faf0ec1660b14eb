import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { actsUnderWay } from './acts-under-way';
import { useSay } from './live-region';
import { ToastLine } from './toast-line';
import { mostShown, withToast } from './toast-stack';

export interface Toast {
  id: string;
  words: string;
  /** What Undo would do; without one the toast only tells. */
  undo?: (() => void) | undefined;
}
export type ShowToast = (toast: Omit<Toast, 'id'>) => void;
interface Toasts {
  show: ShowToast;
  /** Does an act whose toast comes at its end: Undo pressed before means this one. */
  during<A>(act: (say: ShowToast) => Promise<A>): Promise<A>;
  /** Undo of the act under way, or of the newest toast that has one (key Z). False when there is none. */
  undoNewest(): boolean;
}
const ToastContext = createContext<Toasts>({ show: () => undefined, during: (act) => act(() => undefined), undoNewest: () => false });
export const useToasts = (): Toasts => useContext(ToastContext);

/**
 * At most three, the newest on top, each for its time and as long as pointer or focus rests on it. More that can be undone wait behind a button, and
 * behind Z.
 */
export function ToastStack({ children }: { children: ReactNode }) {
  const say = useSay();
  const { plural } = useText();
  const [toasts, setToasts] = useState<Toast[]>([]);
  // What is so now, also between a change and its drawing: Z pressed twice at once takes back two.
  const latest = useRef(toasts);
  const counter = useRef(0);

  const change = useCallback((to: Toast[]) => {
    latest.current = to;
    setToasts(to);
  }, []);
  const remove = useCallback((id: string) => change(latest.current.filter((toast) => toast.id !== id)), [change]);
  const value = useMemo<Toasts>(() => {
    const show: ShowToast = (toast) => {
      counter.current += 1;
      change(withToast(latest.current, { ...toast, id: String(counter.current) }));
      say(toast.words);
    };
    const undoShown = () => {
      const newest = latest.current.find((toast) => toast.undo);
      if (!newest?.undo) return false;
      remove(newest.id);
      newest.undo();
      return true;
    };
    const { during, takeBackNewest } = actsUnderWay({ show, undoNewest: undoShown });
    return { show, during, undoNewest: () => takeBackNewest() || undoShown() };
  }, [change, remove, say]);
  const [unfolded, setUnfolded] = useState(false);
  const folded = Math.max(0, toasts.length - mostShown);
  useEffect(() => {
    if (folded === 0) setUnfolded(false);
  }, [folded]);
  const newestUndo = toasts.find((toast) => toast.undo)?.id;
  return (
    <ToastContext value={value}>
      {children}
      {toasts.length > 0 && (
        <div className="toasts">
          {toasts.map((toast, place) => (
            <ToastLine
              key={toast.id}
              toast={toast}
              hidden={!unfolded && place >= mostShown}
              showKey={toast.id === newestUndo}
              onDone={() => remove(toast.id)}
            />
          ))}
          {folded > 0 && !unfolded && (
            <button type="button" className="toast more" onClick={() => setUnfolded(true)}>
              {plural('moreUndos', folded)}
            </button>
          )}
        </div>
      )}
    </ToastContext>
  );
}
