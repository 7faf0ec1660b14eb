import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../../utils/i18n/use-text';

interface Props {
  label?: string;
  /** What is to sleep: a line above the times, and whole on its title where it is longer than that. */
  head: string;
  title?: string;
  children(leave: () => void): ReactNode;
  onClose(): void;
}

/** Until when, over what lies beneath; pressed beside it, or Esc, nothing is done. */
export function SnoozeFrame({ label, head, title, children, onClose }: Props) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the key for it
    <dialog
      ref={dialog}
      className="pop snooze"
      aria-label={label ?? t('snzUntil')}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <p className="mhead cut" title={title}>
        {head}
      </p>
      {children(() => dialog.current?.close())}
    </dialog>
  );
}
