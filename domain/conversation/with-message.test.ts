import fc from 'fast-check';
import { expect, it } from 'vitest';
import { minute, World } from '../../tests/support/world';
import { firstWords } from '../message/first-words';
import type { Id } from '../model/ids';

type Step = (world: World, conversationId: Id, rfcMessageId: string) => Promise<unknown>;
const file = (world: World, inline: boolean) => ({
  id: world.id(),
  name: 'a.png',
  type: 'image/png',
  size: 9,
  hash: 'a'.repeat(64),
  contentId: null,
  inline,
  notStored: null,
});

const steps: Step[] = [
  (world, _id, rfcMessageId) => world.mailFrom('ida@kunde.example', { references: [rfcMessageId], text: `Mail at ${world.at}` }),
  (world, _id, rfcMessageId) =>
    world.mailFrom('per@kunde.example', { references: [rfcMessageId], attachments: [file(world, false), file(world, true)] }),
  (world, _id, rfcMessageId) => world.mailFrom('ida@kunde.example', { references: [rfcMessageId], automatic: 'auto-reply' }),
  (world, conversationId) => world.act(world.ann, 'closeConversation', { conversationId }),
  (world, conversationId) => world.act(world.ann, 'trashConversation', { conversationId }),
  (world, conversationId) => world.act(world.ann, 'markSpam', { conversationId }),
  async (world, conversationId) => {
    const args = { messageId: world.id(), conversationId, channelId: world.mail, to: [], cc: [], bcc: [], subject: '', text: `Reply at ${world.at}` };
    await world.act(world.bo, 'sendReply', { ...args, html: '', attachments: [file(world, false)], inReplyTo: null, draftId: null });
  },
  async (world, conversationId) => {
    const args = { messageId: world.id(), conversationId, text: `Comment at ${world.at}`, html: '', mentions: [], attachments: [], draftId: null };
    await world.act(world.ann, 'addComment', args);
  },
];

it('LIST-2 VIEW-12 after any history the row says what its thread says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(steps.length - 1), { maxLength: 15 }), async (history) => {
      const world = new World();
      const { conversationId, rfcMessageId } = await world.mailFrom('ida@kunde.example');
      for (const n of history) {
        world.at += minute;
        await steps[n]?.(world, conversationId, rfcMessageId ?? '');
      }
      const row = world.get('conversations', conversationId);
      const thread = world.thread(conversationId).sort((a, b) => a.receivedAt - b.receivedAt);
      const mails = thread.filter(({ kind }) => kind !== 'comment' && kind !== 'event');
      const human = mails.filter(({ automatic }) => automatic === null);
      const comment = thread.filter(({ kind }) => kind === 'comment').at(-1);
      expect(row).toMatchObject({
        messageCount: thread.length + world.done(conversationId).length,
        attachmentCount: thread.flatMap(({ attachments }) => attachments).filter(({ inline }) => !inline).length,
        preview: firstWords(mails.at(-1)?.text ?? ''),
        firstInboundAt: human.find(({ direction }) => direction === 'in')?.receivedAt ?? null,
        lastInboundAt: human.filter(({ direction }) => direction === 'in').at(-1)?.receivedAt ?? null,
        lastOutboundAt: human.filter(({ direction }) => direction === 'out').at(-1)?.receivedAt ?? null,
      });
      expect(row.commentPreview?.text).toBe(comment?.text);
      const senders = new Set(mails.flatMap(({ author }) => (author.kind === 'contact' ? author.address : [])));
      expect(new Set(row.participants.map(({ address }) => address))).toEqual(senders);
      expect(row.dueAt !== null && (row.lastOutboundAt ?? 0) >= (row.lastInboundAt ?? 0), 'nothing answered is owed').toBe(false);
    }),
    { numRuns: 150, seed: 12 },
  );
});
