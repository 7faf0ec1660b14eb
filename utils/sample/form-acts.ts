import { receiveMessage } from '../../domain/message/receive-message';
import { type Act, actOf } from './act';
import type { SampleSource } from './conversation-acts';
import { fillIn, products } from './fill-in';
import type { Person } from './person';
import type { FormStory } from './stories/story';

/** Submissions of the web site's contact form. */
export const formActs = ({ seeded, cast, people, now }: SampleSource): Act[] =>
  Array.from({ length: 12 }, (_, i): Act => {
    const person = people[(i * 11 + 3) % people.length] as Person;
    const at = now - seeded.between(60, 60 * 24 * 12) * 60_000;
    const words = { name: person.name, email: person.email, product: seeded.pick(products), city: seeded.pick(person.language.cities) };
    const { fields } = person.language.forms[0] as FormStory;
    const args = {
      kind: 'form' as const,
      ids: { conversationId: seeded.id(at), messageId: seeded.id(at), contactId: seeded.id(at), eventId: seeded.id(at) },
      channelId: cast.channels.form.id,
      receivedAt: at,
      fields: fields.map(({ label, value }) => ({ label, value: fillIn(value, words) })),
    };
    return actOf(receiveMessage, args, { at, uuid: seeded.id(at), by: { kind: 'system', workspaceId: cast.workspaceId } });
  });
