import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

async function hidden(world: World) {
  const mail = await world.mailFrom('kim@kunde.example', { html: '<p>Hello</p>' });
  const args = { conversationId: mail.conversationId, messageIds: [mail.ids.messageId] };
  const before = world.get('messages', mail.ids.messageId);
  await world.act(world.bo, 'hideMessage', args);
  return { args, before };
}

it('THR-11 who hid it shows it again, exactly; a second time there is nothing to show', async () => {
  const world = new World();
  const { args, before } = await hidden(world);
  expect(await world.act(world.bo, 'unhideMessage', args)).toBeUndefined();
  expect(world.get('messages', before.id)).toEqual(before);
  expect(world.rows.row('bodies', before.id)?.html).toBe('<p>Hello</p>');
  expect(await world.act(world.bo, 'unhideMessage', args)).toBe('not-hidden');
});

it('THR-11 a colleague may not, a super administrator may', async () => {
  const world = new World();
  const { args, before } = await hidden(world);
  expect(await world.act(world.ann, 'unhideMessage', args)).toBe('not-allowed');
  expect(await world.act(world.carl, 'unhideMessage', args)).toBe('not-found');
  expect(world.get('messages', before.id).text).toBe('');
  world.set('agents', world.ann, { superAdmin: true });
  expect(await world.act(world.ann, 'unhideMessage', args)).toBeUndefined();
  expect(world.get('messages', before.id)).toEqual(before);
});

it('THR-11 what became of it meanwhile stays; what came after it stays previewed', async () => {
  const world = new World();
  const { args, before } = await hidden(world);
  world.at += 1;
  await world.mailFrom('kim@kunde.example', { references: [before.rfcMessageId ?? ''], text: 'And now?' });
  await world.act(world.bo, 'unhideMessage', args);
  expect(world.get('conversations', args.conversationId)).toMatchObject({ preview: 'And now?', messageCount: 2 });
});

it('X27 a client, which has no vault, shows nothing before the host does; an archive’s copy is gone for good', async () => {
  const world = new World();
  const { args, before } = await hidden(world);
  const vault = world.get('hiddenMessages', before.id);
  world.rows.commit([{ table: 'hiddenMessages', id: before.id, within: undefined, before: vault, after: null }]);
  expect(await world.act(world.bo, 'unhideMessage', args)).toBeUndefined();
  expect(world.get('messages', before.id).hidden).toBeDefined();
  world.set('messages', before.id, { hidden: { by: world.bo, at: world.at, gone: true } });
  expect(await world.act(world.bo, 'unhideMessage', args)).toBe('hidden-words-gone');
});
