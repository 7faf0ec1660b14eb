import type { SamtaleDatabase } from '../store/database';
import type { DeviceDatabase, HubConnection } from './device-database';

/** What menus call an account follows what its workspace and its agent are called by now. */
export async function keepNames(device: DeviceDatabase, connection: HubConnection, db: SamtaleDatabase): Promise<void> {
  const [workspace, agent] = await Promise.all([db.workspaces.toCollection().first(), db.agents.get(connection.agentId)]);
  const { name: hubName = connection.hubName } = workspace ?? {};
  const { name: agentName = connection.agentName, email = connection.email } = agent ?? {};
  if (hubName === connection.hubName && agentName === connection.agentName && email === connection.email) return;
  // Only these: the row may have been signed out, or opened, since it was read.
  await device.connections
    .where('id')
    .equals(connection.id)
    .modify((row) => {
      if (row.kind === 'hub') Object.assign(row, { hubName, agentName, email });
    });
}
