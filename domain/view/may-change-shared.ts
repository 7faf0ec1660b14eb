import type { Agent } from '../model/agent';
import type { CustomView } from '../model/custom-view';
import { hasAccountAccess } from '../permission/has-account-access';

/** Whether an agent may change a view that everybody has. */
export const mayChangeShared = (view: Pick<CustomView, 'by'>, agent: Agent): boolean => view.by === agent.id || hasAccountAccess(agent);
