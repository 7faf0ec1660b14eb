import { expect } from 'vitest';
import { eventWords } from '../../../components/thread/event-words';
import type { Id } from '../../../domain/model/ids';
import { textOf } from '../../../utils/i18n/text';
import { type Step, step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about what stands in a thread of what was done to it.
 *
 *   A tells "Closed by Ann" · A tells nothing of anybody
 */

/** Every line of the thread, in the words of a reader who is none of the agents. */
function told({ world }: Story, conversationId: Id): string[] {
  const agents = new Map(world.rows.all('agents').map((agent) => [agent.id, agent]));
  const reader = { agents, inboxes: world.rows.all('inboxes'), me: '', now: world.at };
  return world.rows
    .all('messages')
    .flatMap((message) => (message.conversationId === conversationId && message.event ? [eventWords(textOf('en'), message, reader)] : []));
}

export const steps: Step[] = [
  step('{conversation} tells {text}', { check: (story, id, words) => expect(told(story, id)).toContain(words) }),
  step('{conversation} tells nothing of anybody', { check: (story, id) => expect(told(story, id)).toEqual([]) }),
];
