import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import type { ChannelTickets } from '../model/channel-tickets';
import type { Id } from '../model/ids';

const tickets: ChannelTickets = { on: true, stage: 'new', owner: 'conversation', priority: null };
const ticketOf = (world: World, conversationId: Id) => world.get('tickets', world.get('conversations', conversationId).ticketId ?? '');

it('CHN-12 a form, a call and a chat become tickets as a mail does, named by what is known', async () => {
  const world = new World();
  for (const channelId of [world.mail, world.chat, world.form, world.phone]) await world.act(world.ann, 'setChannelTickets', { channelId, tickets });
  const ids = () => ({ conversationId: world.id(), messageId: world.id(), contactId: world.id(), eventId: world.id() });
  const form = {
    kind: 'form' as const,
    ids: ids(),
    channelId: world.form,
    receivedAt: world.at,
    fields: [{ label: 'E-mail', value: 'kim@kunde.example' }],
  };
  const call = { kind: 'call' as const, ids: ids(), channelId: world.phone, receivedAt: world.at, number: '+4512345678', name: '' };
  await world.act('host', 'receiveMessage', form);
  await world.act('host', 'receiveMessage', { ...call, durationSeconds: 0, outcome: 'missed' });
  const chat = await world.chatLine();
  const mail = await world.mailFrom('lea@kunde.example', { subject: 'Two legs missing' });
  const begun = [form.ids.conversationId, call.ids.conversationId, chat, mail.conversationId];
  expect(begun.map((id) => ticketOf(world, id).name)).toEqual(['form', '+4512345678', 'Ida', 'Two legs missing']);
});

it('CHN-12 THR-9 a chat a bot leads becomes one where the bot hands over, once', async () => {
  const world = new World();
  await world.act(world.ann, 'setChannelTickets', { channelId: world.chat, tickets });
  const conversationId = await world.chatLine({ bot: { name: 'Robo' } });
  expect(world.get('conversations', conversationId).ticketId).toBeNull();
  await world.chatLine({ conversationId });
  const { ticketId } = world.get('conversations', conversationId);
  await world.chatLine({ conversationId });
  expect([ticketId !== null, world.get('conversations', conversationId).ticketId]).toEqual([true, ticketId]);
  expect(world.rows.all('tickets')).toHaveLength(1);
});

it('TKT-8 D23 an owner who left the inbox since is not made one: the ticket is the conversation’s owner’s', async () => {
  const world = new World();
  await world.act(world.ann, 'setChannelTickets', { channelId: world.mail, tickets: { ...tickets, owner: world.bo } });
  await world.act(world.ann, 'removeMember', { inboxId: world.support, agentId: world.bo });
  const { conversationId } = await world.mailFrom('kim@kunde.example');
  expect(ticketOf(world, conversationId).ownerId).toBeNull();
});

it('D21 mail that was there before the mailbox was connected makes no tickets', async () => {
  const world = new World();
  await world.act(world.ann, 'setChannelTickets', { channelId: world.mail, tickets });
  const mailbox = { folder: 'inbox' as const, history: true };
  const { conversationId } = await world.mailFrom('kim@kunde.example', { mailbox });
  expect(world.get('conversations', conversationId).ticketId).toBeNull();
});
