import { createContext, useContext } from 'react';
import type { Agent } from '../../domain/model/agent';
import type { Channel } from '../../domain/model/channel';
import type { Id } from '../../domain/model/ids';
import type { Inbox } from '../../domain/model/inbox';
import type { Member } from '../../domain/model/member';
import type { Connection } from '../../utils/connection/device-database';
import type { SamtaleDatabase } from '../../utils/store/database';

/** What every screen of one connection shares: its database, who I am in it, and the few small tables all screens read. */
export interface Workspace {
  db: SamtaleDatabase;
  connection: Connection;
  me: Id;
  agents: ReadonlyMap<Id, Agent>;
  inboxes: readonly Inbox[];
  members: readonly Member[];
  channels: readonly Channel[];
}

export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('a screen of a workspace is shown without one');
  return workspace;
}
