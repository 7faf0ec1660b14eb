import type { Tx } from '../core/tx';
import { agentSpace, type Id } from '../model/ids';
import type { ViewSettings } from '../model/view-settings';

/** An agent's own views and their order; of who has none yet, empty. */
export const viewSettingsOf = async (tx: Tx, agentId: Id): Promise<ViewSettings> =>
  (await tx.viewSettings.find(agentId)) ?? { id: agentId, space: agentSpace(agentId), own: [], order: [] };
