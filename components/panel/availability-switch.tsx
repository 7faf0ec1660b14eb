import { useText } from '../../utils/i18n/use-text';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from './workspace-context';

/** "You are available" (AVL-1). Its name is what it switches, its words say how it stands; `short` where there is room for one word. */
export function AvailabilitySwitch({ short = false }: { short?: boolean }) {
  const { t } = useText();
  const { agents, me } = useWorkspace();
  const perform = usePerform();
  const self = agents.get(me);
  if (!self) return null;
  const away = self.availability?.state === 'away';
  const words = away ? t(short ? 'availabilityAway' : 'availabilityYouAreAway') : t(short ? 'availabilityAvailable' : 'availabilityYouAreAvailable');
  return (
    <button
      type="button"
      role="switch"
      aria-checked={!away}
      aria-label={t('availabilityYouAreAvailable')}
      title={t(away ? 'availabilityAwayMeans' : 'availabilityAvailableMeans')}
      className="avail"
      onClick={() => void perform('setAvailability', { agentId: me, state: away ? 'available' : 'away' })}
    >
      <span>{words}</span>
      <span className={`sw ${away ? '' : 'on'}`} aria-hidden="true" />
    </button>
  );
}
