import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { agentRow, id, workspaceId } from '../../tests/support/rows';
import { openDatabase } from '../store/database';
import { DeviceDatabase, type HubConnection } from './device-database';
import { keepNames } from './keep-names';

it('INB-2 what menus call an account follows the names of workspace and agent, and leaves the rest of the row', async () => {
  const device = new DeviceDatabase('names');
  const db = openDatabase('samtale-names');
  const agent = { ...agentRow(2), name: 'Mette Holm', email: 'mette@havnegaard.example', version: 1 };
  const account = { id: 'hub|2', kind: 'hub', origin: 'http://hub.example', signedOut: false, createdAt: 1, lastOpenedAt: 1 } as const;
  const connection: HubConnection = {
    ...account,
    agentId: id(2),
    agentName: 'Hub administrator',
    email: 'administrator@samtale.example',
    hubName: 'Our team',
  };
  await device.connections.put(connection);
  await keepNames(device, connection, db);
  expect(await device.connections.get(connection.id)).toEqual(connection);

  await db.agents.put(agent);
  await db.workspaces.put({ id: workspaceId, space: agent.space, name: 'Havnegaard', version: 1 });
  // Signed out while the sync that heard of it was under way.
  await device.connections.update(connection.id, { signedOut: true } as Partial<HubConnection>);
  await keepNames(device, connection, db);
  const named = { agentName: 'Mette Holm', email: 'mette@havnegaard.example', hubName: 'Havnegaard' };
  expect(await device.connections.get(connection.id)).toEqual({ ...connection, ...named, signedOut: true });
  db.close();
  device.close();
});
