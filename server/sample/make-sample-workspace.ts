import type { Id } from '../../domain/model/ids';
import { sampleActs } from '../../utils/sample/sample-acts';
import type { HubStore } from '../sync/hub-store';
import { runActs } from './run-acts';

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

/** The whole of Havnegaard: some two hundred conversations. */
export async function makeSampleWorkspace({ store, now, keepFile }: SampleHost): Promise<SampleWorkspace> {
  const { cast, acts } = await sampleActs({ now, keepFile, mails: 134 });
  await runActs(store, acts);
  return { workspaceId: cast.workspaceId, agentId: cast.agents.mette.id };
}
