import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

async function thread(world: World) {
  const first = await world.mailFrom('ida@kunde.example', { rfcMessageId: '<1@kunde.example>', subject: 'Et spørgsmål', text: 'Først' });
  world.at += 60_000;
  const second = await world.mailFrom('ida@kunde.example', { rfcMessageId: '<2@kunde.example>', references: ['<1@kunde.example>'], text: 'Så' });
  return { conversationId: first.conversationId, messageIds: [first.ids.messageId, second.ids.messageId] };
}

it('X8 a thread goes with the last of its imported mails, and the same mails may come again', async () => {
  const world = new World();
  const args = await thread(world);
  expect(await world.act('host', 'removeImported', args)).toBeUndefined();
  expect(world.rows.row('conversations', args.conversationId)).toBeUndefined();
  for (const id of args.messageIds) expect(world.rows.row('mailIds', id)).toBeUndefined();
  const again = await world.mailFrom('ida@kunde.example', { rfcMessageId: '<1@kunde.example>' });
  expect(world.get('conversations', again.conversationId)).toMatchObject({ messageCount: 1 });
});

it('LIST-2 a thread that has other mails keeps them, and its row says what is left', async () => {
  const world = new World();
  const { conversationId, messageIds } = await thread(world);
  const [, second = ''] = messageIds;
  expect(await world.act('host', 'removeImported', { conversationId, messageIds: [second] })).toBeUndefined();
  const row = world.get('conversations', conversationId);
  expect(row).toMatchObject({ messageCount: 1, preview: 'Først', lastInboundAt: world.at - 60_000 });
});

it('D21 a thread somebody has worked in since stays whole', async () => {
  const world = new World();
  const commented = await thread(world);
  const comment = { messageId: world.id(), conversationId: commented.conversationId, text: 'Ring', html: '', attachments: [], mentions: [] };
  await world.act(world.bo, 'addComment', { ...comment, draftId: null });
  const withTicket = await world.mailFrom('per@kunde.example');
  await world.ticketFor(withTicket.conversationId);
  const drafted = await world.mailFrom('liv@kunde.example');
  const content = { mode: 'reply' as const, to: [], cc: [], bcc: [], html: '<p>Hej</p>', attachments: [] };
  const draft = { draftId: world.id(), forkId: world.id(), conversationId: drafted.conversationId, basedOn: 0, content };
  await world.act(world.ann, 'saveDraft', draft);
  for (const args of [commented, { ...withTicket, messageIds: [withTicket.ids.messageId] }, { ...drafted, messageIds: [drafted.ids.messageId] }]) {
    const { conversationId, messageIds } = args;
    const before = world.get('conversations', conversationId);
    expect(await world.act('host', 'removeImported', { conversationId, messageIds })).toBeUndefined();
    expect(world.get('conversations', conversationId)).toEqual(before);
  }
});

it('INB-6 an agent may not, only the host of this workspace; an id that is nowhere is not found', async () => {
  const world = new World();
  const args = await thread(world);
  expect(await world.act(world.ann, 'removeImported', args)).toBe('not-allowed');
  expect(await world.act('host', 'removeImported', { ...args, conversationId: world.id() })).toBe('not-found');
});
