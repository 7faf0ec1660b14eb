import type { Act } from './act';
import { type Cast, castOf } from './cast';
import { conversationActs } from './conversation-acts';
import { peopleOf } from './person';
import { Seeded } from './seeded';
import { setUpActs } from './set-up-acts';
import { danish } from './stories/danish';
import { english } from './stories/english';
import { norwegian } from './stories/norwegian';
import { swedish } from './stories/swedish';

interface SampleNeeds {
  /** The host's clock, ms: the sample's past ends here. */
  now: number;
  /** How many conversations by mail. */
  mails: number;
  /** Keeps the bytes of an attachment; answers their sha256 in hex. */
  keepFile(bytes: Uint8Array): Promise<string>;
}

const day = 86_400_000;

/**
 * Havnegaard, a furniture maker: three agents, two inboxes and conversations of the last weeks in four languages, as acts to be run by the same
 * rules as real ones. The same at every run but for its times.
 */
export async function sampleActs({ now, mails, keepFile }: SampleNeeds): Promise<{ cast: Cast; acts: Act[] }> {
  const seeded = new Seeded(20_261_121);
  const begun = now - 60 * day;
  const cast = castOf(seeded, begun);
  const people = [danish, norwegian, swedish, english].flatMap((language) => peopleOf(language, seeded, begun));
  const conversations = await conversationActs({ seeded, cast, people, now, mails, keepFile });
  return { cast, acts: [...setUpActs(seeded, cast, people, begun), ...conversations] };
}
