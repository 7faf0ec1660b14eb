import type { Act } from './act';
import { callActs } from './call-acts';
import type { Cast } from './cast';
import { chatActs } from './chat-acts';
import { formActs } from './form-acts';
import { mailActs } from './mail-acts';
import type { Person } from './person';
import type { Seeded } from './seeded';
import { sentActs } from './sent-acts';
import { spamActs } from './spam-acts';

/** What every kind of conversation of the sample is made from. */
export interface SampleSource {
  seeded: Seeded;
  cast: Cast;
  people: readonly Person[];
  now: number;
  /** How many conversations by mail. */
  mails: number;
  keepFile(bytes: Uint8Array): Promise<string>;
}

/** All conversations' acts, oldest first, as they would have happened. */
export async function conversationActs(source: SampleSource): Promise<Act[]> {
  const acts = [...(await mailActs(source)), ...chatActs(source), ...formActs(source), ...callActs(source), ...spamActs(source), ...sentActs(source)];
  return acts.sort((a, b) => a.at - b.at);
}
