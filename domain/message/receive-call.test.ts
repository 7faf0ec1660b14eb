import { expect, it } from 'vitest';
import { hour, World } from '../../tests/support/world';
import { needsAnswer, viewsOf } from '../view/views-of';

const call = async (world: World, outcome: 'answered' | 'missed' | 'voicemail', name = '') => {
  const ids = { conversationId: world.id(), messageId: world.id(), contactId: world.id(), eventId: world.id() };
  const given = { kind: 'call' as const, ids, channelId: world.phone, receivedAt: world.at, number: '+45 12 34 56 78', name };
  const incoming = { ...given, durationSeconds: 192, outcome };
  await world.act('host', 'receiveMessage', incoming);
  return { incoming, ids, conversation: world.get('conversations', ids.conversationId) };
};

it('CHN-1 VIEW-6 a missed call waits for an answer, with number, duration and outcome', async () => {
  const world = new World();
  const { conversation, ids } = await call(world, 'missed');
  expect(viewsOf(conversation)).toEqual(['open', 'calls', 'unassigned']);
  expect(conversation).toMatchObject({ contactName: '+45 12 34 56 78', dueAt: world.at + 2 * hour });
  expect(conversation.call).toEqual({ durationSeconds: 192, outcome: 'missed' });
  expect(world.get('messages', ids.messageId).call).toEqual({ number: '+45 12 34 56 78', durationSeconds: 192, outcome: 'missed' });
});

it('LIST-2 one that was taken is answered', async () => {
  const world = new World();
  const { conversation } = await call(world, 'answered', 'Ida');
  expect([needsAnswer(conversation), conversation.dueAt, conversation.contactName]).toEqual([false, null, 'Ida']);
});

it('I8 the same call twice is one', async () => {
  const world = new World();
  const { incoming } = await call(world, 'voicemail');
  await world.act('host', 'receiveMessage', incoming);
  expect(world.rows.all('messages')).toHaveLength(1);
});
