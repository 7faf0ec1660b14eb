import type { Agent } from '../../domain/model/agent';
import type { Id } from '../../domain/model/ids';
import { formatWhen } from '../../utils/i18n/format-when';
import type { Text } from '../../utils/i18n/text';
import type { ThirdLine } from './row-facts';

interface Reader {
  text: Text;
  me: Id;
  agents: ReadonlyMap<Id, Agent>;
  now: number;
}

/** "Snoozed by you until 14:00", and once it is back that it is; nothing where it neither is nor was. */
export function snoozeWords(third: ThirdLine, { text: { t, locale }, me, agents, now }: Reader): string | undefined {
  if (third.kind === 'back') return t('snzBack');
  if (third.kind !== 'snoozed') return undefined;
  const { until, over, agentId } = third;
  if (over && until !== null) return t('snzOver', { time: formatWhen(locale, until, now) });
  const time = until === null ? undefined : formatWhen(locale, until, now);
  if (agentId === me) return time ? t('snzByYou', { time }) : t('snzByYouAnswer');
  const name = agents.get(agentId)?.name.split(' ')[0] ?? '';
  return time ? t('snzBy', { name, time }) : t('snzByAnswer', { name });
}
