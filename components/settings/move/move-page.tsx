import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import type { LocalConnection } from '../../../utils/connection/device-database';
import { useText } from '../../../utils/i18n/use-text';
import { beginMove, mendClosedMove } from '../../../utils/move/begin-move';
import type { MoveTarget } from '../../../utils/move/run-move';
import { metaRow } from '../../../utils/store/me';
import { device } from '../../panel/device';
import { useDatabase } from '../../panel/use-database';
import type { SectionProps } from '../section';
import { SectionHeading } from '../section-heading';
import { ChooseTarget } from './choose-target';
import { MoveProgress } from './move-progress';
import { MoveResultPart } from './move-result';

/** A workspace of this computer moves into an inbox of a hub (K16); its id stands in the address, whichever account is shown. */
export function MovePage({ args: [localId] }: SectionProps) {
  const { t } = useText();
  const connection = useLiveQuery(async () => (localId === undefined ? null : ((await device.connections.get(localId)) ?? null)), [localId]);
  if (connection === undefined) return null;
  return (
    <>
      <SectionHeading title={t('moveTitle')}>{t('moveLead')}</SectionHeading>
      <div className="settings-body">
        {connection?.kind === 'local' ? <Move key={connection.id} connection={connection} /> : <p>{t('moveGone')}</p>}
      </div>
    </>
  );
}

/** What to do, how far it is, or what came of it: whatever stands in the workspace's own database. */
function Move({ connection }: { connection: LocalConnection }) {
  const { t, fullDate } = useText();
  const { db } = useDatabase(connection.id);
  const row = useLiveQuery(async () => (await metaRow(db, 'move')) ?? null, [db]);
  useEffect(() => {
    mendClosedMove(db).catch((fault: unknown) => console.error('a move could not be looked at', fault));
  }, [db]);
  if (row === undefined) return null;
  const begin = (target: MoveTarget) => {
    beginMove(device, db, connection.id, target, (at, by) =>
      by === undefined ? t('moveWrittenOn', { date: fullDate(at) }) : t('moveWrittenBy', { name: by, date: fullDate(at) }),
    ).catch((fault: unknown) => console.error('a move did not begin', fault));
  };
  if (row === null || row.state === 'choosing') return <ChooseTarget db={db} onMove={begin} />;
  if (row.state === 'done' && row.result)
    return <MoveResultPart db={db} connection={connection} row={row} result={row.result} onAgain={() => begin(row)} />;
  return <MoveProgress db={db} row={row} onGoOn={() => begin(row)} />;
}
