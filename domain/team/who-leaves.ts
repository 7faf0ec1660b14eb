import type { Member } from '../model/member';
import type { Team } from '../model/team';
import { isInByTeam } from './is-in-by-team';

/** Who of these members is in by no team any more, once the teams are as said: they leave with it (INB-2). */
export const whoLeaves = (members: readonly Member[], teams: readonly Team[]): Member[] =>
  members.filter(({ byTeam, inboxId, agentId }) => byTeam === true && !isInByTeam(teams, inboxId, agentId));
