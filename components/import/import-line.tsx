import { Square, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { isAtWork } from '../../utils/import/is-at-work';
import { runUndo, stopImport } from '../../utils/import/run-imports';
import type { ImportRow } from '../../utils/store/stored-rows';
import { whyNotKept } from '../../utils/store/why-not-kept';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { ImportNames } from './import-names';
import { importResult, importState } from './import-words';

/** One import: how far, what came of it, and the way to stop it or to take all of it out again. */
export function ImportLine({ row }: { row: ImportRow }) {
  const text = useText();
  const { t, plural, fullDate, locale } = text;
  const { db } = useWorkspace();
  const { id, name, state, looked, size, done, total, fresh, refused = [] } = row;
  const [notUndone, setNotUndone] = useState<MessageKey>();
  const undo = () => {
    setNotUndone(undefined);
    runUndo(db, id).catch((fault: unknown) => {
      console.error('an import could not be undone', fault);
      setNotUndone(whyNotKept(fault) === 'disk-full' ? 'importUndoFull' : 'importUndoFailed');
    });
  };
  const names = new Intl.ListFormat(locale).format(refused);
  // Where none of them is a mail the state says so, and which one is the line's own name.
  const leftOut = refused.length === 0 || names === name ? '' : state === 'no-mail' ? names : `${plural('importRefused', refused.length)}: ${names}`;
  const running = state === 'looking' || state === 'running';
  const stops = running || state === 'waiting';
  const bad = state === 'failed' || state === 'disk-full' || state === 'no-mail';
  return (
    <li className="border-t border-line py-2">
      <div className="flex items-start gap-2">
        <div className="min-w-0 grow">
          <b className="wrap-anywhere" title={fullDate(row.at)}>
            {name}
          </b>
          {notUndone ? (
            <p className="text-late" role="alert">
              {t(notUndone)}
            </p>
          ) : (
            <p className={bad ? 'text-late' : 'text-ink-2'}>{importState(row, text)}</p>
          )}
          {leftOut !== '' && <p className="wrap-anywhere text-late">{leftOut}</p>}
          {total > 0 && state !== 'undone' && <p className="num text-xs text-ink-3">{importResult(row, text)}</p>}
          {state !== 'undone' && <ImportNames row={row} />}
        </div>
        {stops && (
          <button type="button" className="btn line" onClick={() => void stopImport(db, id)}>
            <Icon of={Square} size={12} />
            {t('importStop')}
          </button>
        )}
        {(!isAtWork(row) || notUndone) && state !== 'undone' && fresh > 0 && (
          <button type="button" className="btn line" onClick={undo}>
            <Icon of={Undo2} size={14} />
            {t('importUndo')}
          </button>
        )}
      </div>
      {running && (
        <progress
          className="progress mt-1"
          aria-label={name}
          value={state === 'looking' ? looked : done}
          max={Math.max(1, state === 'looking' ? size : total)}
        />
      )}
    </li>
  );
}
