import type { ReactNode } from 'react';
import { useText } from '../../utils/i18n/use-text';

interface Props {
  /** What the button that sends it says. */
  done: string;
  className?: string;
  onDone(): void;
  onLeave(): void;
  children: ReactNode;
}

/** A few fields in the context, sent by Enter and left by Esc: what is open around it stays open. */
export function ShortForm({ done, className, onDone, onLeave, children }: Props) {
  const { t } = useText();
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      {children}
      <div className="flex gap-1">
        <button type="submit" className="btn line">
          {done}
        </button>
        <button type="button" className="btn" onClick={onLeave}>
          {t('chnCancel')}
        </button>
      </div>
    </form>
  );
}
