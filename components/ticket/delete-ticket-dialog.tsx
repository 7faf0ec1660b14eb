import type { Ticket } from '../../domain/model/ticket';
import { useText } from '../../utils/i18n/use-text';
import { QuestionDialog } from '../ui/question-dialog';

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
  return (
    <QuestionDialog
      title={t('tktDeleteTitle', { number: `T-${ticket.number}`, name: ticket.name })}
      onClose={onClose}
      answers={(leave) => (
        <>
          <button
            type="button"
            className="btn lg line danger"
            onClick={() => {
              onDelete();
              leave();
            }}
          >
            {plural('tktDelete', conversations)}
          </button>
          <button type="button" className="btn lg" onClick={leave}>
            {t('tktKeep')}
          </button>
        </>
      )}
    >
      <p>{plural('tktDeleteWhat', conversations)}</p>
      <p className="mt-2">{t('tktDeleteKept')}</p>
    </QuestionDialog>
  );
}
