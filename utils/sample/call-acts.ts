import { receiveMessage } from '../../domain/message/receive-message';
import { type Act, actOf } from './act';
import type { SampleSource } from './conversation-acts';
import type { Person } from './person';

const outcomes = ['answered', 'missed', 'voicemail', 'answered', 'missed', 'answered', 'voicemail', 'answered'] as const;

/** Calls to the shop's number: taken, missed, a message left. */
export const callActs = ({ seeded, cast, people, now }: SampleSource): Act[] =>
  outcomes.map((outcome, i): Act => {
    const person = people[(i * 13 + 4) % people.length] as Person;
    const at = now - seeded.between(30, 60 * 24 * 9) * 60_000;
    const args = {
      kind: 'call' as const,
      ids: { conversationId: seeded.id(at), messageId: seeded.id(at), contactId: seeded.id(at), eventId: seeded.id(at) },
      channelId: cast.channels.phone.id,
      receivedAt: at,
      number: person.phone ?? `+45 ${seeded.between(20, 99)} 41 08 ${seeded.between(10, 99)}`,
      name: person.name,
      durationSeconds: outcome === 'missed' ? 0 : seeded.between(20, 400),
      outcome,
    };
    return actOf(receiveMessage, args, { at, uuid: seeded.id(at), by: { kind: 'system', workspaceId: cast.workspaceId } });
  });
