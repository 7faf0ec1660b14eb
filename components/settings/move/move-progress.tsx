import { Square } from 'lucide-react';
import type { MessageKey } from '../../../utils/i18n/messages';
import type { Text } from '../../../utils/i18n/text';
import { useText } from '../../../utils/i18n/use-text';
import { chooseAnew, stopMove } from '../../../utils/move/run-move';
import type { SamtaleDatabase } from '../../../utils/store/database';
import type { MoveProblem, MoveRow } from '../../../utils/store/move-row';
import { Icon } from '../../ui/icon';

const problems: Record<MoveProblem, MessageKey> = {
  offline: 'moveProblemOffline',
  'signed-out': 'moveProblemSignedOut',
  'no-connection': 'moveProblemNoConnection',
  incompatible: 'moveProblemIncompatible',
  'not-allowed': 'moveProblemNotAllowed',
  'no-inbox': 'moveProblemNoInbox',
  'no-channel': 'moveProblemNoChannel',
  'disk-full': 'moveProblemDiskFull',
  refused: 'moveProblemRefused',
  fault: 'moveProblemFault',
};

/** How far a move is, why it waits, and the ways to stop it and go on. */
export function MoveProgress({ db, row, onGoOn }: { db: SamtaleDatabase; row: MoveRow; onGoOn(): void }) {
  const text = useText();
  const { t } = text;
  const { state, problem, inboxName, hubName } = row;
  const atWork = state === 'running' || state === 'waiting' || state === 'stopping';
  // Nothing goes on with an account that is not here any more; the same inbox may be chosen with the one that is.
  const gone = problem === 'no-connection';
  const { done, total, words } = stepOf(row, text);
  return (
    <section aria-labelledby="move-progress">
      <h2 id="move-progress">{t('moveOnTheWay', { inbox: inboxName, hub: hubName })}</h2>
      <p className="num mt-1 text-ink-2" role="status">
        {state === 'stopping' ? t('moveStopping') : words}
      </p>
      {total > 0 && <progress className="progress mt-1" aria-labelledby="move-progress" value={done} max={total} />}
      {problem !== null && (
        <p className={`notice mt-3 ${state === 'waiting' ? 'wait' : 'late'}`} role="alert">
          {t(problems[problem])}
        </p>
      )}
      {state === 'stopped' && <p className="mt-2 text-ink-2">{t('moveStopped')}</p>}
      {atWork && <p className="help">{t('moveKeepOpen')}</p>}
      <div className="mt-4 flex flex-wrap gap-2">
        {atWork ? (
          <button type="button" className="btn line lg" aria-disabled={state === 'stopping'} onClick={() => void stopMove(db)}>
            <Icon of={Square} size={12} />
            {t('moveStop')}
          </button>
        ) : (
          <>
            {gone || (
              <button type="button" className="btn fill lg" onClick={onGoOn}>
                {t('moveGoOn')}
              </button>
            )}
            <button type="button" className={gone ? 'btn fill lg' : 'btn lg'} onClick={() => void chooseAnew(db)}>
              {t(gone ? 'moveChooseAgain' : 'moveElsewhere')}
            </button>
          </>
        )}
      </div>
    </section>
  );
}

function stepOf({ step, mails, threads }: MoveRow, { t }: Text): { done: number; total: number; words: string } {
  switch (step) {
    case 'mails': {
      const far = { done: mails.sent, total: mails.total };
      return { ...far, words: t('moveStepMails', far) };
    }
    case 'reading': {
      const far = { done: mails.read, total: mails.total };
      return { ...far, words: t('moveStepReading', far) };
    }
    case 'threads':
      return { ...threads, words: t('moveStepThreads', threads) };
    case 'checking':
      return { done: 0, total: 0, words: t('moveStepChecking') };
    default:
      return step satisfies never;
  }
}
