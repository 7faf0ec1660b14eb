import type { Id } from '../../domain/model/ids';
import type { HubStore } from '../sync/hub-store';
import { castOf } from './cast';
import { conversationActs } from './conversation-acts';
import { peopleOf } from './person';
import { runActs } from './run-acts';
import { Seeded } from './seeded';
import { setUpActs } from './set-up-acts';
import { danish } from './stories/danish';
import { english } from './stories/english';
import { norwegian } from './stories/norwegian';
import { swedish } from './stories/swedish';

export interface SampleWorkspace {
  workspaceId: Id;
  /** Whom the start script's invitation signs in: an agent with account access. */
  agentId: Id;
}

export interface SampleHost {
  store: HubStore;
  /** The hub's clock, ms: the sample's past ends here. */
  now: number;
  /** Keeps the bytes of an attachment; answers their sha256 in hex. */
  keepFile(bytes: Uint8Array): Promise<string>;
}

const day = 86_400_000;

/**
 * Havnegaard, a furniture maker: three agents, two inboxes and some two hundred conversations of the last weeks in four languages, made
 * by the same rules as real ones. The same at every run but for its times.
 */
export async function makeSampleWorkspace({ store, now, keepFile }: SampleHost): Promise<SampleWorkspace> {
  const seeded = new Seeded(20_261_121);
  const begun = now - 60 * day;
  const cast = castOf(seeded, begun);
  const people = [danish, norwegian, swedish, english].flatMap((language) => peopleOf(language, seeded, begun));
  const acts = await conversationActs({ seeded, cast, people, now, keepFile });
  await runActs(store, [...setUpActs(seeded, cast, people, begun), ...acts]);
  return { workspaceId: cast.workspaceId, agentId: cast.agents.mette.id };
}
