import { hasAccountAccess } from '../../domain/permission/has-account-access';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from './workspace-context';

/** Whether I may connect and edit channels (INB-4), and who may, to ask: their names as one list. */
export function useMaySetUp(): { may: boolean; who: string } {
  const { locale } = useText();
  const { agents, me } = useWorkspace();
  const mayDo = [...agents.values()].filter((agent) => agent.active && hasAccountAccess(agent));
  const names = mayDo.map((agent) => agent.name).sort((a, b) => a.localeCompare(b, locale));
  return { may: mayDo.some((agent) => agent.id === me), who: new Intl.ListFormat(locale, { type: 'disjunction' }).format(names) };
}
