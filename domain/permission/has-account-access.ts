import type { Agent } from '../model/agent';

/** An account owner: who may set up inboxes, channels and people (INB-4). */
export const hasAccountAccess = ({ accountAccess, superAdmin }: Pick<Agent, 'accountAccess' | 'superAdmin'>): boolean => accountAccess || superAdmin;
