import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

const kim = 'kim@kunde.example';

async function blocked() {
  const world = new World();
  const { conversationId } = await world.mailFrom(kim);
  const ticketId = await world.ticketFor(conversationId);
  await world.act(world.bo, 'blockSender', { conversationId, ruleId: world.id() });
  return { world, conversationId, ticketId };
}

it('THR-6 VIEW-9 the conversation comes back, their next mail too; a ticket does not (D6)', async () => {
  const { world, conversationId, ticketId } = await blocked();
  expect(await world.act(world.bo, 'unblockSender', { conversationId })).toBeUndefined();
  expect(world.get('conversations', conversationId)).toMatchObject({ spam: null, ticketId: null, status: 'open' });
  expect(world.rows.row('tickets', ticketId)).toBeUndefined();
  const later = await world.mailFrom(kim);
  expect(world.get('conversations', later.conversationId).spam).toBeNull();
});

it('X26 taken back, they are blocked again', async () => {
  const { world, conversationId } = await blocked();
  const { uuid } = await world.try(world.bo, 'unblockSender', { conversationId });
  expect(await world.act(world.bo, 'undo', { actId: uuid })).toBeUndefined();
  expect(world.get('conversations', conversationId).spam).toMatchObject({ reason: 'blocked-sender' });
  expect(world.rows.all('senderRules').map(({ kind }) => kind)).toEqual(['block']);
});

it('THR-6 only who is blocked by their own address is unblocked; who is no member may not', async () => {
  const { world, conversationId } = await blocked();
  expect(await world.act(world.carl, 'unblockSender', { conversationId })).toBe('not-found');
  const other = await world.mailFrom('ole@kunde.example');
  expect(await world.act(world.bo, 'unblockSender', { conversationId: other.conversationId })).toBe('not-in-spam');
  await world.act(world.bo, 'markSpam', { conversationId: other.conversationId });
  expect(await world.act(world.bo, 'unblockSender', { conversationId: other.conversationId })).toBe('not-blocked');
});
