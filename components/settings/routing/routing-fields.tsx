import { useId } from 'react';
import type { Agent } from '../../../domain/model/agent';
import type { Id } from '../../../domain/model/ids';
import type { Routing } from '../../../domain/model/routing';
import type { Team } from '../../../domain/model/team';
import { whoMayGet } from '../../../domain/routing/who-may-get';
import { useText } from '../../../utils/i18n/use-text';
import { useNow } from '../../ui/use-now';
import { LimitField } from './limit-field';
import { routingWords } from './routing-words';

interface Props {
  /** Of which rule, for what is typed and does not hold yet. */
  place: string;
  routing: Routing;
  /** Who is in the inbox. */
  agents: readonly Agent[];
  teams: readonly Team[];
  /** Whose turn it was last. */
  last?: Id | undefined;
  onChange(change: Partial<Routing>): void;
}

/** To whom, how and on what condition (RTE-1…3), and below in words what that brings about. */
export function RoutingFields({ place, routing, agents, teams, last, onChange }: Props) {
  const text = useText();
  const { t, locale } = text;
  const id = useId();
  const at = useNow();
  const people = whoMayGet(routing, { teams, agents, members: agents.map((agent) => ({ agentId: agent.id })) });
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, locale);
  const gone = agents.filter((agent) => !agent.active && routing.agentIds.includes(agent.id));
  const { to, agentIds, teamIds, method, limit, onlyAvailable } = routing;
  const pick = (row: { id: Id; name: string }, key: 'agentIds' | 'teamIds', note?: string) => {
    const chosen = key === 'agentIds' ? agentIds : teamIds;
    return (
      <label key={row.id} className="pick">
        <input
          type="checkbox"
          checked={chosen.includes(row.id)}
          onChange={({ target }) => onChange({ [key]: target.checked ? [...chosen, row.id] : chosen.filter((one) => one !== row.id) })}
        />
        <span className="min-w-0 wrap-anywhere">
          {row.name}
          {note && <span className="block text-xs text-ink-3">{note}</span>}
        </span>
      </label>
    );
  };
  const inTeam = (team: Team) => {
    const names = agents.filter((agent) => agent.active && team.agentIds.includes(agent.id)).map(({ name }) => name);
    return names.length > 0 ? new Intl.ListFormat(locale).format(names.sort((a, b) => a.localeCompare(b, locale))) : t('teamNobody');
  };
  return (
    <>
      <fieldset className="mt-1">
        <legend className="label">{t('routeTo')}</legend>
        {(['agents', 'contact-owner'] as const).map((each) => (
          <label key={each} className="pick">
            <input type="radio" name={`${id}-to`} checked={to === each} onChange={() => onChange({ to: each })} />
            {t(each === 'agents' ? 'routeToAgents' : 'routeToContactOwner')}
          </label>
        ))}
      </fieldset>
      <fieldset className="mt-4">
        <legend className="label">{t(to === 'agents' ? 'routeWho' : 'routeWhoElse')}</legend>
        {[...teams].sort(byName).map((team) => pick(team, 'teamIds', inTeam(team)))}
        {[...agents.filter(({ active }) => active), ...gone]
          .sort(byName)
          .map((agent) => pick(agent, 'agentIds', agent.active ? undefined : t('routeGone')))}
      </fieldset>
      <div className="mt-4 flex flex-wrap items-end gap-4">
        <div>
          <label className="label" htmlFor={`${id}-method`}>
            {t('routeMethod')}
          </label>
          <div className="field w-50">
            <select id={`${id}-method`} value={method} onChange={({ target }) => onChange({ method: target.value as Routing['method'] })}>
              <option value="in-turn">{t('routeMethodInTurn')}</option>
              <option value="fewest-open">{t('routeMethodFewest')}</option>
            </select>
          </div>
        </div>
        <LimitField place={`${place}/limit`} limit={limit} onChange={(to) => onChange({ limit: to })} />
      </div>
      <label className="pick mt-3">
        <input type="checkbox" checked={onlyAvailable} onChange={({ target }) => onChange({ onlyAvailable: target.checked })} />
        {t('routeOnlyAvailable')}
      </label>
      <p className={`mt-3 ${people.length === 0 && to === 'agents' ? 'notice wait' : 'text-ink-2'}`} role="status">
        {routingWords(text, routing, people, { last, at }).join(' ')}
      </p>
    </>
  );
}
