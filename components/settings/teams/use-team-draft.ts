import { sameJson } from '../../../domain/core/same-json';
import type { Id } from '../../../domain/model/ids';
import type { Team } from '../../../domain/model/team';
import { useWorkspace } from '../../panel/workspace-context';
import { useKeptDraft } from '../use-kept-draft';

interface Fields {
  name: string;
  agentIds: readonly Id[];
}

export interface TeamDraft extends Fields {
  /** It says something else than what is stored. */
  changed: boolean;
  set(typed: Partial<Fields>): void;
  drop(): void;
}

/** What is typed and ticked of a team, or of a new one, until it is saved or cancelled. */
export function useTeamDraft(team: Team | undefined): TeamDraft {
  const { connection } = useWorkspace();
  const stored: Fields = { name: team?.name ?? '', agentIds: team?.agentIds ?? [] };
  const read = ({ name, agentIds }: Fields) => ({ name: name.trim(), agentIds: [...agentIds].sort() });
  const differs = (typed: Partial<Fields>) => !sameJson(read({ ...stored, ...typed }), read(stored));
  const [typed, keep] = useKeptDraft<Fields>(`team/${connection.id}/${team?.id ?? 'new'}`, differs);
  return { ...stored, ...typed, changed: differs(typed), set: (more) => keep({ ...typed, ...more }), drop: () => keep(undefined) };
}
