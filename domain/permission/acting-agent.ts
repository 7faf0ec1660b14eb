import type { Actor } from '../core/meta';
import type { Tx } from '../core/tx';
import type { Agent } from '../model/agent';

/** The agent who acts, for rules only agents may call. */
export async function actingAgent(tx: Tx, by: Actor): Promise<Agent> {
  if (by.kind !== 'agent') throw new Error('the host has no agent');
  return tx.agents.get(by.agentId);
}
