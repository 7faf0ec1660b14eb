import { availabilityAt } from '../../domain/agent/availability-at';
import { useText } from '../../utils/i18n/use-text';
import { usePerform } from '../actions/use-perform';
import { useNow } from '../ui/use-now';
import { availabilityWords } from './availability-words';
import { useWorkspace } from './workspace-context';

/** "You are available" (AVL-1). Its name is what it switches, its words say how it stands; `short` where there is room for one word. */
export function AvailabilitySwitch({ short = false }: { short?: boolean }) {
  const text = useText();
  const { t } = text;
  const now = useNow();
  const { agents, me } = useWorkspace();
  const perform = usePerform();
  const self = agents.get(me);
  if (!self) return null;
  const standing = availabilityAt(self, now);
  const away = standing.state === 'away';
  const told = availabilityWords(text, standing, now, true);
  const words = short ? t(away ? 'availabilityAway' : 'availabilityAvailable') : told;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={!away}
      aria-label={t('availabilityYouAreAvailable')}
      title={`${standing.until === null ? '' : `${told}. `}${t(away ? 'availabilityAwayMeans' : 'availabilityAvailableMeans')}`}
      className="avail"
      onClick={() => void perform('setAvailability', { agentId: me, state: away ? 'available' : 'away' })}
    >
      <span>{words}</span>
      <span className={`sw ${away ? '' : 'on'}`} aria-hidden="true" />
    </button>
  );
}
