import { useEffect, useId, useRef } from 'react';
import type { Ticket } from '../../domain/model/ticket';
import { useText } from '../../utils/i18n/use-text';

interface Props {
  ticket: Ticket;
  /** How many go into trash with it. */
  conversations: number;
  onDelete(): void;
  onClose(): void;
}

/** Names how many conversations go along, other customers' among them, before they do (TKT-7, D6). */
export function DeleteTicketDialog({ ticket, conversations, onDelete, onClose }: Props) {
  const { t, plural } = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-what`} onClose={onClose}>
      <h2 id={`${id}-title`} className="text-lg font-semibold wrap-anywhere">
        {t('tktDeleteTitle', { number: `T-${ticket.number}`, name: ticket.name })}
      </h2>
      <div id={`${id}-what`}>
        <p className="mt-2">{plural('tktDeleteWhat', conversations)}</p>
        <p className="mt-2 text-ink-2">{t('tktDeleteKept')}</p>
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <button
          type="button"
          className="btn lg line danger"
          onClick={() => {
            onDelete();
            close();
          }}
        >
          {plural('tktDelete', conversations)}
        </button>
        <button type="button" className="btn lg" onClick={close}>
          {t('tktKeep')}
        </button>
      </div>
    </dialog>
  );
}
