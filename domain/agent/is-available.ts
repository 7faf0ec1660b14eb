import type { Agent } from '../model/agent';

/** Whether new work may come to somebody by itself (RTE-2, AVL-1). Who has never said otherwise is available; who has left is not. */
export const isAvailable = ({ active, availability }: Pick<Agent, 'active' | 'availability'>): boolean => active && availability?.state !== 'away';
