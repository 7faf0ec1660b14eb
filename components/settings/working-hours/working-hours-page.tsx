import { useEffect, useId, useRef, useState } from 'react';
import { availabilityAt } from '../../../domain/agent/availability-at';
import type { Agent } from '../../../domain/model/agent';
import type { WorkingHours } from '../../../domain/model/working-hours';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { availabilityWords } from '../../panel/availability-words';
import { useMaySetUp } from '../../panel/use-may-set-up';
import { useWorkspace } from '../../panel/workspace-context';
import { useNow } from '../../ui/use-now';
import { SwitchLine } from '../channel/switch-line';
import { ownChanges } from '../own-changes';
import type { SectionProps } from '../section';
import { SectionHeading } from '../section-heading';
import { useKeptDraft } from '../use-kept-draft';
import { DayLine } from './day-line';
import '../channel/channel.css';

const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const office = [{ from: 9 * 60, to: 17 * 60 }];
/** What one begins with: Monday to Friday, nine to five, where one is. */
const usualHours = (): WorkingHours => ({ timeZone: here(), days: [office, office, office, office, office, [], []], follow: false });

/** When somebody works, one's own or for who has account access anybody's: `#/working-hours/<agent>` (AVL-1). */
export function WorkingHoursPage({ args }: SectionProps) {
  const { t, locale } = useText();
  const { agents, me } = useWorkspace();
  const { may } = useMaySetUp();
  const id = useId();
  const agent = agents.get(args[0] ?? me) ?? agents.get(me);
  const people = [...agents.values()].filter(({ active }) => active).sort((a, b) => a.name.localeCompare(b.name, locale));
  if (!agent) return null;
  return (
    <>
      <SectionHeading title={t('hoursTitle')}>{t('hoursLead')}</SectionHeading>
      <div className="settings-body">
        {may && people.length > 1 && (
          <div className="mb-4 max-w-100">
            <label className="label" htmlFor={id}>
              {t('hoursWhose')}
            </label>
            <div className="field">
              <select id={id} value={agent.id} onChange={({ target }) => location.assign(`#/working-hours/${target.value}`)}>
                {people.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.id === me ? t('nameAndYou', { name: each.name }) : each.name}
                  </option>
                ))}
              </select>
            </div>
          </div>
        )}
        <Hours key={agent.id} agent={agent} may={may || agent.id === me} />
      </div>
    </>
  );
}

function Hours({ agent, may }: { agent: Agent; may: boolean }) {
  const text = useText();
  const { t, locale } = text;
  const now = useNow();
  const [hours, change] = useHours(agent);
  const weekday = (n: number) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + n));
  return (
    <>
      <SwitchLine
        label={t('hoursFollow')}
        help={t('hoursFollowHelp')}
        on={hours.follow}
        may={may}
        onSwitch={(follow) => change({ ...hours, follow })}
      />
      <p className="mb-3 text-ink-2" role="status">
        {t('hoursNow', { name: agent.name, state: availabilityWords(text, availabilityAt({ ...agent, workingHours: hours }, now), now) })}
      </p>
      <ul className="settings-lines">
        {hours.days.map((ranges, n) => (
          <DayLine
            key={weekday(n)}
            day={weekday(n)}
            ranges={ranges}
            may={may}
            onChange={(to) => change({ ...hours, days: hours.days.map((each, at) => (at === n ? to : each)) })}
          />
        ))}
      </ul>
      <p className="help">
        {t('hoursZone', { zone: hours.timeZone })}
        {may && hours.timeZone !== here() && (
          <button type="button" className="btn line xs ml-2" onClick={() => change({ ...hours, timeZone: here() })}>
            {t('hoursZoneHere', { zone: here() })}
          </button>
        )}
      </p>
    </>
  );
}

/** Somebody's hours and what changes them: shown at once, stored as soon as every range ends after it begins; until then a look elsewhere loses nothing. */
function useHours(agent: Agent): [WorkingHours, (to: WorkingHours) => void] {
  const perform = usePerform();
  const { id: agentId, workingHours: kept } = agent;
  const { connection } = useWorkspace();
  const [draft, keep] = useKeptDraft<{ hours: WorkingHours }>(`working-hours/${connection.id}/${agentId}`, ({ hours }) => hours !== undefined);
  const [shown, setShown] = useState(draft.hours ?? kept ?? usualHours);
  const waiting = useRef(0);
  const unfinished = useRef(draft.hours !== undefined);
  const [own] = useState(ownChanges);
  const { isPassed } = own;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was told is looked at once, when it is told
  useEffect(() => {
    if (kept && waiting.current === 0 && !unfinished.current && !isPassed(kept)) setShown(kept);
  }, [kept]);
  const change = async (to: WorkingHours) => {
    if (waiting.current === 0) own.note(shown);
    own.note(to);
    setShown(to);
    unfinished.current = to.days.flat().some(({ from, to: end }) => from >= end);
    keep(unfinished.current ? { hours: to } : undefined);
    if (unfinished.current) return;
    waiting.current += 1;
    await perform('setWorkingHours', { agentId, hours: to });
    waiting.current -= 1;
  };
  return [shown, (to) => void change(to)];
}
