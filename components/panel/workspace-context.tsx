import { createContext, useContext } from 'react';
import type { Agent } from '../../domain/model/agent';
import type { Channel } from '../../domain/model/channel';
import type { Id } from '../../domain/model/ids';
import type { Inbox } from '../../domain/model/inbox';
import type { Member } from '../../domain/model/member';
import type { StoppedChannel } from '../../domain/model/stopped-channel';
import type { Connection, HubConnection } from '../../utils/connection/device-database';
import type { Capabilities } from '../../utils/sources/capabilities';
import type { SamtaleDatabase } from '../../utils/store/database';

/** What every screen of one connection shares: its database, who I am in it, and the few small tables all screens read. */
export interface Workspace {
  db: SamtaleDatabase;
  connection: Connection;
  /** What its source can and cannot, and why (SUR-9). */
  source: Capabilities;
  me: Id;
  agents: ReadonlyMap<Id, Agent>;
  inboxes: readonly Inbox[];
  members: readonly Member[];
  channels: readonly Channel[];
  /** Told to account owners alone, of inboxes they are not in as well (CHN-4). */
  stopped: readonly StoppedChannel[];
}

export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('a screen of a workspace is shown without one');
  return workspace;
}

/** The account on a hub, for screens that stand in a hub's workspace alone. */
export function useHubConnection(): HubConnection {
  const { connection } = useWorkspace();
  if (connection.kind !== 'hub') throw new Error('a screen of a hub is shown without one');
  return connection;
}
