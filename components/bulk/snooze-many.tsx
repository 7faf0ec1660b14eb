import { useEffect, useRef } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { SnoozeTimes } from '../snooze/snooze-times';

interface Props {
  /** How many are to sleep. */
  label: string;
  onChoose(until: number | null): void;
  onClose(): void;
}

/** Until when, for all that is ticked; pressed beside it, or Esc, nothing is done. */
export function SnoozeMany({ label, onChoose, onClose }: Props) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the key for it
    <dialog
      ref={dialog}
      className="pop snooze"
      aria-label={t('snzUntil')}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <p className="mhead cut">{label}</p>
      <SnoozeTimes onChoose={onChoose} onDone={() => dialog.current?.close()} />
    </dialog>
  );
}
