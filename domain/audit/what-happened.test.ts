import { expect, it } from 'vitest';
import { hour, World } from '../../tests/support/world';
import type { Id } from '../model/ids';
import { newsOfWrites } from '../notification/notices-of-writes';
import { isNewsTo } from '../read-mark/is-news-to';

const events = (world: World, conversationId: Id) => world.done(conversationId).map(({ event }) => event);
const begun = async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom({ name: 'Kim', address: 'kim@kunde.example' }, { subject: 'Chairs' });
  return { world, conversationId };
};

it('THR-20 a line says who did it and when, also when it was done offline, and is no word of anybody', async () => {
  const { world, conversationId } = await begun();
  const before = world.get('conversations', conversationId);
  world.at += hour;
  await world.act(world.bo, 'assignConversation', { conversationId, ownerId: world.ann });
  const [line] = world.done(conversationId);
  expect(line).toMatchObject({
    kind: 'event',
    direction: 'internal',
    author: { kind: 'agent', agentId: world.bo },
    receivedAt: world.at,
    event: { code: 'assigned', name: '', agentId: world.ann },
  });
  expect(world.get('conversations', conversationId)).toEqual({ ...before, ownerId: world.ann, messageCount: before.messageCount + 1 });
});

it('THR-20 each act is one line: a merge says what came in, a split says where from and where to', async () => {
  const { world, conversationId } = await begun();
  const { conversationId: sourceId, ids } = await world.mailFrom({ name: 'Lea', address: 'lea@kunde.example' }, { subject: 'Legs' });
  await world.act(world.ann, 'mergeConversations', { conversationId, sourceId, keepTicketId: null });
  expect(events(world, conversationId)).toEqual([{ code: 'merged', name: 'Lea' }]);
  const newConversationId = world.id();
  await world.act(world.ann, 'splitConversation', { conversationId, messageId: ids.messageId, newConversationId });
  expect(events(world, newConversationId)).toContainEqual({ code: 'split', name: 'Kim' });
  expect(events(world, conversationId)).toContainEqual({ code: 'split', name: 'Lea' });
});

it('THR-20 a ticket made, put into another stage, and joined by another conversation', async () => {
  const { world, conversationId } = await begun();
  const { conversationId: other } = await world.mailFrom('lea@kunde.example');
  const ticketId = world.id();
  await world.act(world.ann, 'createTicket', { ticketId, conversationId, name: 'Legs missing' });
  await world.act(world.ann, 'linkTicket', { conversationId: other, ticketId });
  await world.act(world.bo, 'setTicketStage', { ticketId, stage: 'waiting-on-us' });
  const ticket = { name: 'Legs missing', number: 1 };
  const stage = { code: 'ticket-stage', ...ticket, stage: { id: 'waiting-on-us', name: null } };
  expect(events(world, conversationId)).toEqual(expect.arrayContaining([{ code: 'ticket-made', ...ticket }, stage]));
  expect(events(world, other)).toEqual(expect.arrayContaining([{ code: 'ticket-joined', ...ticket }, stage]));
});

it('THR-20 D23 who leaves the inbox leaves nobody behind: the line says why nobody has it', async () => {
  const { world, conversationId } = await begun();
  await world.act(world.ann, 'assignConversation', { conversationId, ownerId: world.bo });
  await world.act(world.ann, 'removeMember', { inboxId: world.support, agentId: world.bo });
  expect(events(world, conversationId)).toContainEqual({ code: 'owner-left', name: '', agentId: world.bo });
});

it('THR-20 taken off by hand says by whom, snoozed until when, and the contact who was taken off', async () => {
  const { world, conversationId } = await begun();
  await world.act(world.ann, 'assignConversation', { conversationId, ownerId: world.bo });
  await world.act(world.ann, 'assignConversation', { conversationId, ownerId: null });
  await world.act(world.ann, 'snoozeConversation', { conversationId, until: world.at + hour });
  await world.act(world.bo, 'endSnooze', { conversationId });
  await world.act(world.bo, 'detachContact', { conversationId });
  expect(events(world, conversationId)).toEqual(
    expect.arrayContaining([
      { code: 'unassigned', name: '', agentId: world.bo },
      { code: 'snoozed', name: '', until: world.at + hour },
      { code: 'snooze-ended', name: '' },
      { code: 'contact-detached', name: 'Kim' },
    ]),
  );
});

it('THR-20 LIST-3 of many, each thread has its own line once, and taking them back takes the lines', async () => {
  const { world, conversationId } = await begun();
  const { conversationId: other } = await world.mailFrom('lea@kunde.example');
  const ids = [conversationId, other];
  const { uuid } = await world.try(world.ann, 'actOnMany', { act: 'closeConversation', ids });
  for (const id of ids) expect(events(world, id)).toEqual([{ code: 'closed', name: '' }]);
  await world.act(world.ann, 'actOnMany', { act: 'undo', ids, actId: uuid });
  for (const id of ids) expect([events(world, id), world.get('conversations', id).messageCount]).toEqual([[], 1]);
});

it('THR-20 X26 what came meanwhile keeps its line; one merged away meanwhile stays where it lies', async () => {
  const { world, conversationId } = await begun();
  const { uuid } = await world.try(world.ann, 'snoozeConversation', { conversationId, until: null });
  await world.act(world.bo, 'assignConversation', { conversationId, ownerId: world.bo });
  expect(await world.act(world.ann, 'undo', { actId: uuid })).toBeUndefined();
  expect(events(world, conversationId)).toEqual([{ code: 'assigned', name: '', agentId: world.bo }]);
  expect(world.get('conversations', conversationId).messageCount).toBe(2);
});

it('THR-20 nobody is told of a line, nor is it new to anybody', async () => {
  const { world, conversationId } = await begun();
  await world.act(world.ann, 'closeConversation', { conversationId });
  expect(newsOfWrites(world.commits.at(-1)?.writes ?? [], world.at)).toEqual([]);
  expect(world.done(conversationId).some((line) => isNewsTo(line, world.bo))).toBe(false);
});
