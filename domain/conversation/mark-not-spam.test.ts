import { expect, it } from 'vitest';
import { hour, minute, World } from '../../tests/support/world';
import { sortAtOf, viewsOf } from '../view/views-of';

const spam = async (world: World, address = 'salg@firma.example') => {
  const mail = await world.mailFrom({ name: 'Firma', address });
  expect(world.get('conversations', mail.conversationId).spam).not.toBeNull();
  return mail;
};

it('VIEW-9 D13 what Spam held back happens now, once: contact, views by the time it was received, answer owed from then', async () => {
  const world = new World();
  const { conversationId, receivedAt } = await spam(world);
  expect(world.rows.all('contacts')).toEqual([]);
  world.at += hour;
  expect(await world.act(world.ann, 'markNotSpam', { conversationId, alwaysAllow: false, ruleId: world.id() })).toBeUndefined();

  const conversation = world.get('conversations', conversationId);
  expect(viewsOf(conversation)).toEqual(['open', 'email', 'unassigned']);
  expect(sortAtOf(conversation, 'open')).toBe(receivedAt);
  expect(conversation.dueAt).toBe(receivedAt + 2 * hour);
  expect(world.rows.all('contacts')).toMatchObject([{ id: conversation.contactId, emails: ['salg@firma.example'] }]);
  expect(world.rows.all('senderRules')).toEqual([]);
});

it('VIEW-9 always allow: later mail of the address is not spam, whatever denied or blocked it', async () => {
  const world = new World();
  const ruleId = world.id();
  const blocked = { id: ruleId, space: `workspace:${world.workspaceId}`, kind: 'block' as const, pattern: 'per@firma.example', at: world.at };
  await world.act('host', 'putRecord', { table: 'senderRules', row: blocked });
  const { conversationId } = await spam(world, 'Per@firma.example');
  const allowed = world.id();
  await world.act(world.ann, 'markNotSpam', { conversationId, alwaysAllow: true, ruleId: allowed });
  expect(world.rows.all('senderRules')).toMatchObject([{ id: allowed, kind: 'allow', pattern: 'per@firma.example' }]);
  const next = await world.mailFrom('per@firma.example', { bulk: true });
  expect(world.get('conversations', next.conversationId).spam).toBeNull();
});

it('D17 a contact somebody took off is not put back', async () => {
  const world = new World();
  const { conversationId } = await spam(world);
  world.set('conversations', conversationId, { contactDetached: true });
  await world.act(world.ann, 'markNotSpam', { conversationId, alwaysAllow: false, ruleId: world.id() });
  expect(world.get('conversations', conversationId).contactId).toBeNull();
  expect(world.rows.all('contacts')).toEqual([]);
});

it('VIEW-9 allowing twice keeps one rule', async () => {
  const world = new World();
  for (const { conversationId } of [await spam(world), await spam(world)])
    await world.act(world.ann, 'markNotSpam', { conversationId, alwaysAllow: true, ruleId: world.id() });
  expect(world.rows.all('senderRules')).toHaveLength(1);
});

it('D13 D4 a mail that came into it after it was closed opens it now', async () => {
  const world = new World();
  const { conversationId, rfcMessageId } = await world.mailFrom('ida@kunde.example');
  await world.act(world.ann, 'closeConversation', { conversationId });
  await world.act(world.ann, 'markSpam', { conversationId });
  world.at += minute;
  await world.mailFrom('ida@kunde.example', { references: [rfcMessageId ?? ''] });
  expect(world.get('conversations', conversationId).status).toBe('closed');
  await world.act(world.ann, 'markNotSpam', { conversationId, alwaysAllow: false, ruleId: world.id() });
  expect(world.get('conversations', conversationId)).toMatchObject({ status: 'open', dueAt: world.at + 2 * hour });
});

it('VIEW-9 what is no spam, and what lies in trash, are refused', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const args = { conversationId, alwaysAllow: false, ruleId: world.id() };
  expect(await world.act(world.ann, 'markNotSpam', args)).toBe('not-in-spam');
  await world.act(world.ann, 'trashConversation', { conversationId });
  expect(await world.act(world.ann, 'markNotSpam', args)).toBe('in-trash');
});

it('INB-6 K10 an agent of another inbox may not: to them it does not exist, and no rule is written', async () => {
  const world = new World();
  const { conversationId } = await spam(world);
  expect(await world.act(world.carl, 'markNotSpam', { conversationId, alwaysAllow: true, ruleId: world.id() })).toBe('not-found');
  expect(world.rows.all('senderRules')).toEqual([]);
});
