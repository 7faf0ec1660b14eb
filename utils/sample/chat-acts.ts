import { closeConversation } from '../../domain/conversation/close-conversation';
import { receiveMessage } from '../../domain/message/receive-message';
import { type Act, actOf } from './act';
import type { SampleSource } from './conversation-acts';
import { fillIn, products } from './fill-in';
import type { Person } from './person';
import type { ChatStory } from './stories/story';

const minute = 60_000;

/** Website chats: some with the order bot, some of those waiting for a person, most of them over. */
export function chatActs({ seeded, cast, people, now }: SampleSource): Act[] {
  return Array.from({ length: 26 }, (_, i) => oneChat(i)).flat();

  function oneChat(i: number): Act[] {
    const person = people[(i * 5 + 1) % people.length] as Person;
    const story = person.language.chats[i % person.language.chats.length] as ChatStory;
    const over = i % 3 !== 0;
    const begun = now - (over ? seeded.between(60 * 24, 60 * 24 * 30) : seeded.between(40, 300)) * minute;
    const words = { product: seeded.pick(products), order: String(88_000 + i), city: seeded.pick(person.language.cities), name: person.name };
    const bot = story.lines.some(({ by }) => by === 'bot') ? { name: 'Ordrestatus' } : null;
    const conversationId = seeded.id(begun);
    const by = { kind: 'system' as const, workspaceId: cast.workspaceId };
    const acts = story.lines.map((line, n): Act => {
      const at = begun + n * minute;
      const args = {
        kind: 'chat' as const,
        ids: { conversationId, messageId: seeded.id(at), contactId: seeded.id(at), eventId: seeded.id(at) },
        channelId: cast.channels.chat.id,
        receivedAt: at,
        visitor: { name: person.name, address: i % 2 === 0 ? person.email : null },
        conversationId: n === 0 ? null : conversationId,
        text: fillIn(line.text, words),
        bot,
        author: line.by,
      };
      return actOf(receiveMessage, args, { at, uuid: seeded.id(at), by });
    });
    if (!over) return acts;
    const closedAt = begun + 60 * minute;
    const closer = { kind: 'agent' as const, agentId: cast.agents.jonas.id };
    return [...acts, actOf(closeConversation, { conversationId }, { at: closedAt, uuid: seeded.id(closedAt), by: closer })];
  }
}
