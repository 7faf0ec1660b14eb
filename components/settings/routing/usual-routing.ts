import type { Routing } from '../../../domain/model/routing';

/** What switching it on begins with (RTE-2): nobody is chosen yet, and only who is available gets anything. */
export const usualRouting: Routing = { to: 'agents', agentIds: [], teamIds: [], onlyAvailable: true, method: 'in-turn', limit: null };
