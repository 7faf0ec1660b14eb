import type { Actor } from '../core/meta';
import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import { type Id, idOfSpace } from '../model/ids';
import { maySetUp } from './may-set-up';
import { maySetUpInbox } from './may-set-up-inbox';

/**
 * Who is in a team is for account access to say, and only for who sees every inbox the team is in: nobody lets anybody, least of all themselves,
 * into an inbox they are not in (INB-4, INB-6).
 */
export async function maySetUpTeam(actor: Actor, teamId: Id, tx: Tx): Promise<Refusal | undefined> {
  const team = await tx.teams.find(teamId);
  if (!team) return refuse('not-found');
  const refused = await maySetUp(actor, idOfSpace(team.space), tx);
  if (refused) return refused;
  for (const inboxId of team.inboxIds) if (await maySetUpInbox(actor, inboxId, tx)) return refuse('team-elsewhere');
  return undefined;
}
