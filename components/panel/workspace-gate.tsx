import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { keepSurface } from '../../utils/browser/keep-surface';
import type { Connection } from '../../utils/connection/device-database';
import { useText } from '../../utils/i18n/use-text';
import { capabilitiesOf } from '../../utils/sources/capabilities';
import { ahead } from '../opening/ahead';
import { StatusLine } from '../status/status-line';
import { firstRows } from './first-rows';
import { inboxesByName } from './kept-place';
import { NoInboxYet } from './no-inbox-yet';
import { OutdatedNotice } from './outdated-notice';
import { useDatabase } from './use-database';
import { useLater } from './use-later';
import { type KeptPlace, useKeptPlace } from './use-place';
import { type Workspace, WorkspaceContext } from './workspace-context';

const loadDeactivated = () => import('../onboarding/deactivated-screen');
const loadSampleBar = () => import('../sample/sample-bar');

interface Props {
  connection: Connection;
  children(kept: KeptPlace): ReactNode;
  /** Shown while no inbox is here, instead of words that say so, or that the account is deactivated. */
  empty?: ReactNode;
}

/** Opens the connection's database and waits for the first rows; then the inbox is on screen, whatever the network does. */
export function WorkspaceGate({ connection, children, empty }: Props) {
  const { locale } = useText();
  const { db, outdated } = useDatabase(connection.id);
  const place = useKeptPlace(connection.id);
  const sample = connection.kind === 'local' && connection.sample === true;
  const deactivated = connection.kind === 'hub' && connection.deactivated === true && !empty;
  const over = useLater(loadDeactivated, deactivated);
  const bar = useLater(loadSampleBar, sample);
  useEffect(() => {
    let end = () => {};
    let gone = false;
    void firstRows.then(() => {
      if (!gone) end = keepSurface();
    });
    return () => {
      gone = true;
      end();
    };
  }, []);
  useEffect(() => {
    navigator.storage.persist().catch((error: unknown) => console.warn('the browser keeps no promise about this data', error));
  }, []);
  const [first] = useState(() => {
    const read = ahead();
    return read?.connection.id === connection.id ? read.tables : undefined;
  });
  const tables = useLiveQuery(
    async () => {
      const [agents, inboxes, members, channels, stopped] = await Promise.all([
        db.agents.toArray(),
        db.inboxes.toArray(),
        db.members.toArray(),
        db.channels.toArray(),
        db.stoppedChannels.toArray(),
      ]);
      return { agents, inboxes, members, channels, stopped };
    },
    [db],
    first,
  );
  const workspace = useMemo<Workspace | undefined>(
    () =>
      tables && {
        db,
        connection,
        source: capabilitiesOf(connection),
        me: connection.agentId,
        ...tables,
        agents: new Map(tables.agents.map((agent) => [agent.id, agent])),
        inboxes: inboxesByName(tables.inboxes, locale),
      },
    [db, connection, tables, locale],
  );
  if (outdated) return <OutdatedNotice />;
  if (!workspace) return null;
  return (
    <WorkspaceContext value={workspace}>
      {sample && bar && <bar.SampleBar />}
      {deactivated ? (
        over && <over.DeactivatedScreen />
      ) : workspace.inboxes.length > 0 ? (
        children(place)
      ) : empty ? (
        empty
      ) : (
        <>
          <NoInboxYet />
          <StatusLine />
        </>
      )}
    </WorkspaceContext>
  );
}
