import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import type { Connection } from '../../../utils/connection/device-database';
import { useText } from '../../../utils/i18n/use-text';
import { capabilitiesOf } from '../../../utils/sources/capabilities';
import { ExportDialog } from '../../archive/export-dialog';
import { DeleteLocalDialog } from '../../onboarding/delete-local-dialog';
import { SignOutDialog } from '../../onboarding/sign-out-dialog';
import { device } from '../../panel/device';
import { placeName } from '../../panel/place-name';
import { useDatabase } from '../../panel/use-database';
import { type Workspace, WorkspaceContext } from '../../panel/workspace-context';

/** One account of this device: whose, where, what of it lies here, and the ways to show it and to leave it. */
export function ConnectionLine({ connection, shown }: { connection: Connection; shown: boolean }) {
  const text = useText();
  const { t, plural, size } = text;
  const { db } = useDatabase(connection.id);
  const [doing, setDoing] = useState<'export' | 'leave'>();
  const done = () => setDoing(undefined);
  const here = useLiveQuery(async () => {
    let files = 0;
    await db.files.each((file) => {
      files += file.size;
    });
    return { conversations: await db.conversations.count(), files };
  }, [db]);
  // A dialog stands in the workspace it is about, which need not be the one that is shown.
  const workspace = useMemo<Workspace>(
    () => ({
      db,
      connection,
      source: capabilitiesOf(connection),
      me: connection.agentId,
      agents: new Map(),
      inboxes: [],
      members: [],
      channels: [],
      stopped: [],
    }),
    [db, connection],
  );
  const { agentName, email } = connection;
  const name = placeName(connection, text);
  const signedOut = connection.kind === 'hub' && connection.signedOut;
  const who = [agentName, email].filter((word) => word !== '').join(', ');
  return (
    <li className="settings-line">
      <span className="min-w-48 flex-1 wrap-anywhere">
        <span className="block font-semibold">
          {name} {shown && <span className="font-normal text-xs text-ink-3">· {t('settingsAccountShown')}</span>}
        </span>
        <span className="block text-xs text-ink-2">{connection.kind === 'hub' ? `${who} · ${new URL(connection.origin).host}` : who}</span>
        <span className="block text-xs text-ink-3">
          {here && `${plural('settingsAccountRows', here.conversations)} · ${t('settingsAccountFiles', { size: size(here.files) })}`}
          {signedOut && <span className="text-wait"> · {t('settingsAccountSignedOut')}</span>}
        </span>
      </span>
      <span className="flex flex-wrap gap-2">
        {!shown && (
          <button
            type="button"
            className="btn line xs"
            aria-label={t('settingsAccountShowOf', { name })}
            onClick={() => void device.connections.update(connection.id, { lastOpenedAt: Date.now() })}
          >
            {t('settingsAccountShow')}
          </button>
        )}
        {!(connection.kind === 'local' && connection.sample) && (
          <button type="button" className="btn line xs" aria-label={t('archiveExportOf', { name })} onClick={() => setDoing('export')}>
            {t('archiveExport')}
          </button>
        )}
        {connection.kind === 'local' && !connection.sample && (
          <a className="btn line xs no-underline" href={`#/move/${connection.id}`}>
            {t('moveAction')}
          </a>
        )}
        <button
          type="button"
          className="btn line xs"
          aria-label={connection.kind === 'hub' ? t('settingsAccountLeave', { name }) : t('localDelete')}
          onClick={() => setDoing('leave')}
        >
          {connection.kind === 'hub' ? t('signOutAction') : t('localDelete')}
        </button>
      </span>
      {doing && (
        <WorkspaceContext value={workspace}>
          {doing === 'export' ? (
            <ExportDialog onClose={done} />
          ) : connection.kind === 'hub' ? (
            <SignOutDialog onClose={done} />
          ) : (
            <DeleteLocalDialog onClose={done} />
          )}
        </WorkspaceContext>
      )}
    </li>
  );
}
