import { Settings } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { useHubConnection } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { DeactivatedWays } from './deactivated-ways';
import { InsteadOfInbox } from './instead-of-inbox';

/** Instead of the inbox of an agent who was deactivated: why, what became of what was here, and the ways on; this device's own settings are not the hub's to take. */
export function DeactivatedScreen() {
  const { t } = useText();
  const { hubName: hub, email } = useHubConnection();
  return (
    <InsteadOfInbox title={t('deactivatedTitle')}>
      <p className="mt-2">{t('deactivatedAsk', { hub, email })}</p>
      <DeactivatedWays />
      <a className="btn line mt-6 no-underline" href="/options.html#/device" target="_blank" rel="noopener">
        <Icon of={Settings} />
        {t('deactivatedSettings')}
      </a>
    </InsteadOfInbox>
  );
}
