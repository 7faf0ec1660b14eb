import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { World } from '../../tests/support/world';
import type { Mutation } from './define-mutation';
import { refuse } from './refusal';
import { runMutation } from './run-mutation';

const meta = (world: World) => ({ at: world.at, claimedAt: null, uuid: world.id(), by: { kind: 'agent' as const, agentId: world.ann } });

/** Closes what it is given, then changes its mind. */
const halfWay = (conversationId: string): Mutation => ({
  name: 'halfWay',
  args: z.object({}),
  actor: 'agent',
  undoable: true,
  may: async () => undefined,
  async run(tx) {
    const conversation = await tx.conversations.get(conversationId);
    tx.conversations.put({ ...conversation, subject: 'Changed' });
    expect((await tx.conversations.get(conversationId)).subject).toBe('Changed');
    return refuse('bad-arguments');
  },
});

it('I7 a refusal half-way leaves nothing of the act, not even something to undo', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const outcome = await runMutation(world.rows, halfWay(conversationId), {}, meta(world));
  expect(outcome).toEqual({ refused: { refused: 'bad-arguments' } });
  expect(world.get('conversations', conversationId).subject).toBe('A question');
});

it('I12 a malformed row is a fault and never reaches a store', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const broken: Mutation = {
    ...halfWay(conversationId),
    async run(tx) {
      tx.conversations.put({ ...(await tx.conversations.get(conversationId)), messageCount: -1 });
    },
  };
  await expect(runMutation(world.rows, broken, {}, meta(world))).rejects.toThrow();
  expect(world.get('conversations', conversationId).messageCount).toBe(1);
});

it('X26 what an agent can undo is noted in their own space, field by field; what the host did is not', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const { uuid } = await world.try(world.ann, 'assignConversation', { conversationId, ownerId: world.bo });
  expect(world.rows.all('undoEntries')).toEqual([
    {
      id: uuid,
      space: `agent:${world.ann}`,
      act: 'assignConversation',
      at: world.at,
      changes: [{ table: 'conversations', id: conversationId, before: { ownerId: null }, after: { ownerId: world.bo } }],
    },
  ]);
});

it('K9 a rule is told the host’s time; the client’s is only kept', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const comment = { messageId: world.id(), conversationId, text: 'Offline', html: '', mentions: [], attachments: [], draftId: null };
  await world.try(world.ann, 'addComment', comment, { claimedAt: 5 });
  expect(world.get('messages', comment.messageId)).toMatchObject({ receivedAt: world.at, claimedAt: 5 });
});
