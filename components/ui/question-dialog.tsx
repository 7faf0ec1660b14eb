import { type ReactNode, useEffect, useId, useRef } from 'react';

interface Props {
  title: ReactNode;
  /** What the answer means: told together with the title. */
  children: ReactNode;
  /** Below that, what is chosen from first; not told at once. */
  choices?: ReactNode;
  /** The answers; `leave` closes it. */
  answers(leave: () => void): ReactNode;
  onClose(): void;
}

/**
 * A question before an act. However it is left, keys and focus are at once those of what lies beneath: the browser itself says that a dialog has
 * closed a task later, and a key pressed between would go astray.
 */
export function QuestionDialog({ title, children, choices, answers, onClose }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const leave = () => {
    dialog.current?.close();
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-what`}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onClose={onClose}
    >
      <h2 id={`${id}-title`} className="text-lg font-semibold wrap-anywhere">
        {title}
      </h2>
      <div id={`${id}-what`} className="mt-2 wrap-anywhere text-ink-2">
        {children}
      </div>
      {choices}
      <div className="mt-4 flex flex-wrap gap-2">{answers(leave)}</div>
    </dialog>
  );
}
