import { useLiveQuery } from 'dexie-react-hooks';
import type { Team } from '../../../domain/model/team';
import { useText } from '../../../utils/i18n/use-text';
import { useWorkspace } from '../../panel/workspace-context';

/** The workspace's teams by name; `undefined` until they are read. */
export function useTeams(): readonly Team[] | undefined {
  const { locale } = useText();
  const { db } = useWorkspace();
  const teams = useLiveQuery(() => db.teams.toArray(), [db]);
  return teams?.toSorted((a, b) => a.name.localeCompare(b.name, locale));
}
