import { isAvailable } from '../../../domain/agent/is-available';
import type { Agent } from '../../../domain/model/agent';
import type { Id } from '../../../domain/model/ids';
import type { Routing } from '../../../domain/model/routing';
import { chooseAgent } from '../../../domain/routing/choose-agent';
import type { Text } from '../../../utils/i18n/text';

/** What a rule brings about, in whole sentences: to whom a new conversation goes, when to nobody, and who would get the next one now. */
export function routingWords(
  { t, locale, number }: Text,
  routing: Routing,
  people: readonly Agent[],
  { last, at }: { last: Id | undefined; at: number },
): string[] {
  const names = new Intl.ListFormat(locale).format(people.map(({ name }) => name.split(' ')[0] ?? name));
  const toOwner = routing.to === 'contact-owner';
  const to = () => {
    if (people.length === 1) return t(toOwner ? 'routeElseOne' : 'routeToOne', { names });
    if (routing.method === 'in-turn') return t(toOwner ? 'routeElseInTurn' : 'routeToInTurn', { names });
    return t(toOwner ? 'routeElseFewest' : 'routeToFewest', { names });
  };
  const nobody = people.length === 0;
  const next = chooseAgent(
    { ...routing, limit: null },
    people.map((agent) => ({ agent, open: 0 })),
    { last, at },
  );
  return [
    ...(toOwner ? [t('routeToOwner')] : []),
    nobody ? t(toOwner ? 'routeElseNobody' : 'routeToNobody') : to(),
    ...(nobody && !toOwner ? [] : [t(routing.onlyAvailable ? (toOwner ? 'routeAwayOwner' : 'routeAwayNot') : 'routeAwayToo')]),
    ...(toOwner ? [t('routeOwnerMailed')] : []),
    ...(routing.limit === null ? [] : [t('routeLimitIs', { limit: number(routing.limit) })]),
    ...(!nobody && routing.onlyAvailable && !people.some((agent) => isAvailable(agent, at)) ? [t('routeNobodyNow')] : []),
    ...(people.length > 1 && routing.method === 'in-turn' && typeof next === 'object'
      ? [t('routeNext', { name: next.name.split(' ')[0] ?? '' })]
      : []),
  ];
}
