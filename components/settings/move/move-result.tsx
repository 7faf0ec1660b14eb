import { useLiveQuery } from 'dexie-react-hooks';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { LocalConnection } from '../../../utils/connection/device-database';
import type { MessageKey } from '../../../utils/i18n/messages';
import { useText } from '../../../utils/i18n/use-text';
import { changedSince } from '../../../utils/move/moved-whole';
import type { SamtaleDatabase } from '../../../utils/store/database';
import type { MoveCounts, MoveResult, MoveRow } from '../../../utils/store/move-row';
import { hashOf } from '../../page/hash-place';
import { device } from '../../panel/device';
import { Icon } from '../../ui/icon';
import { DeleteMovedDialog } from './delete-moved-dialog';
import { differenceWords } from './difference-words';

const lines: readonly (readonly [keyof MoveCounts, MessageKey])[] = [
  ['mails', 'moveCountMails'],
  ['comments', 'moveCountComments'],
  ['drafts', 'moveCountDrafts'],
  ['tickets', 'moveCountTickets'],
  ['open', 'moveCountOpen'],
  ['closed', 'moveCountClosed'],
  ['spam', 'view_spam'],
  ['trash', 'view_trash'],
];

interface Props {
  db: SamtaleDatabase;
  connection: LocalConnection;
  row: MoveRow;
  result: MoveResult;
  onAgain(): void;
}

/** What came of a move, counted on both sides, what differs line by line, and only then the offer to delete what is here. */
export function MoveResultPart({ db, connection, row, result, onAgain }: Props) {
  const text = useText();
  const { t, plural, number, fullDate } = text;
  const [deleting, setDeleting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // Whatever was done here since would be lost.
  const since = useLiveQuery(() => changedSince(db, row), [db, row.upTo]);
  const { inboxName: inbox, hubName: hub } = row;
  const show = async () => {
    await device.connections.update(row.to, { lastOpenedAt: Date.now() });
    location.assign(`/inbox.html${hashOf({ inboxId: row.inboxId, view: 'open', openId: undefined })}`);
  };
  return (
    <section aria-labelledby="move-result">
      <h2 id="move-result" ref={heading} tabIndex={-1} className="flex gap-2 outline-none">
        <Icon of={result.whole ? CircleCheck : TriangleAlert} className={`mt-1 ${result.whole ? 'text-ok' : 'text-wait'}`} />
        {t(result.whole ? 'moveDone' : 'moveNotWhole', { inbox })}
      </h2>
      <table className="settings-table">
        <caption className="pb-1 text-left text-xs text-ink-3">{t('moveCounted', { hub, date: fullDate(row.at) })}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className="num">
              {t('moveHere')}
            </th>
            <th scope="col" className="num">
              {t('moveThere')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([of, label]) => (
            <tr key={of}>
              <td>{t(label)}</td>
              <td className="num">{number(result.counts[of].here)}</td>
              <td className="num">{number(result.counts[of].there)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {result.known > 0 && <p className="help">{plural('moveKnown', result.known)}</p>}
      {result.unreadable > 0 && <p className="help">{plural('moveUnreadable', result.unreadable)}</p>}
      {result.differences.length > 0 && (
        <>
          <h3 className="mt-4 font-semibold">{t('moveDiffers')}</h3>
          <ul className="mt-1 list-disc pl-5 text-ink-2">
            {result.differences.map((one) => (
              <li key={`${one.kind} ${one.subject} ${one.count}`} className="wrap-anywhere">
                {differenceWords(one, text)}
              </li>
            ))}
            {result.more > 0 && <li>{plural('moveMore', result.more)}</li>}
          </ul>
        </>
      )}
      {since && <p className="notice wait mt-3">{t('moveSince')}</p>}
      {!result.whole && <p className="mt-3 text-ink-2">{t('moveDeleteNot')}</p>}
      <div className="mt-4 flex flex-wrap gap-2">
        <button type="button" className="btn line lg" onClick={() => void show()}>
          {t('moveShow', { hub })}
        </button>
        <button type="button" className="btn line lg" onClick={onAgain}>
          {t('moveAgain')}
        </button>
        {result.whole && since === false && (
          <button type="button" className="btn line lg danger" onClick={() => setDeleting(true)}>
            {t('moveDelete')}
          </button>
        )}
      </div>
      {deleting && <DeleteMovedDialog connection={connection} row={row} result={result} onClose={() => setDeleting(false)} />}
    </section>
  );
}
