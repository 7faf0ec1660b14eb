import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { BufferedTx } from '../core/buffered-tx';
import { findContact } from './find-contact';

it('CHN-6 of two contacts with an address, as an import may leave them, the older; none of another workspace', async () => {
  const world = new World();
  const contact = { name: 'Ida', emails: ['ida@kunde.example'], phone: null, companyId: null, ownerId: null };
  const space = `workspace:${world.workspaceId}`;
  const [newer, older, foreign] = [world.id(), world.id(), world.id()];
  world.rows.put('contacts', { ...contact, id: newer, space, createdAt: 9 }, { ...contact, id: older, space, createdAt: 5 });
  world.rows.put('contacts', { ...contact, id: foreign, space: `workspace:${world.id()}`, createdAt: 1 });
  const { tx } = new BufferedTx(world.rows);
  expect((await findContact(tx, world.workspaceId, 'IDA@kunde.example'))?.id).toBe(older);
  expect(await findContact(tx, world.workspaceId, 'per@kunde.example')).toBeUndefined();
});
