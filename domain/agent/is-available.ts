import type { Agent } from '../model/agent';
import { availabilityAt } from './availability-at';

/** Whether new work may come to somebody by itself at a moment (RTE-2, AVL-1). Who has left is not available. */
export const isAvailable = (agent: Pick<Agent, 'active' | 'availability' | 'workingHours'>, at: number): boolean =>
  agent.active && availabilityAt(agent, at).state === 'available';
