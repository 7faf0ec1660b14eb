import { useText } from '../../../utils/i18n/use-text';
import { DeactivatedWays } from '../../onboarding/deactivated-ways';
import { useHubConnection } from '../../panel/workspace-context';
import { SectionHeading } from '../section-heading';

/** In the place of every page that needs the account, while that is deactivated: why, and the ways on. */
export function DeactivatedPage() {
  const { t } = useText();
  const { hubName: hub, email } = useHubConnection();
  return (
    <>
      <SectionHeading title={t('deactivatedTitle')} />
      <div className="settings-body">
        <p>{t('deactivatedAsk', { hub, email })}</p>
        <DeactivatedWays />
      </div>
    </>
  );
}
