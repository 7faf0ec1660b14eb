import { LogOut, Settings } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { useMaySetUp } from '../panel/use-may-set-up';
import { useHubConnection } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { InsteadOfInbox } from './instead-of-inbox';
import { OtherWorkspaces } from './other-workspaces';
import { SignOutDialog } from './sign-out-dialog';

/** Instead of an inbox, of an agent who is in none, or in none any more: whom to ask, and the ways on (INB-6). */
export function NoInboxScreen() {
  const { t } = useText();
  const { hubName: hub } = useHubConnection();
  const { may, who } = useMaySetUp();
  const [leaving, setLeaving] = useState(false);
  return (
    <InsteadOfInbox title={t('noInboxTitle', { hub })}>
      <p className="mt-2 wrap-anywhere">{may ? t('noInboxOwn') : t('noInboxAsk', { who })}</p>
      <div className="mt-6 flex flex-wrap gap-2">
        {may && (
          <a className="btn line lg no-underline" href="/options.html#/new-inbox" target="_blank" rel="noopener">
            {t('chnNewInbox')}
          </a>
        )}
        <a className="btn line lg no-underline" href="/options.html#/device" target="_blank" rel="noopener">
          <Icon of={Settings} />
          {t('deactivatedSettings')}
        </a>
        <button type="button" className="btn lg" onClick={() => setLeaving(true)}>
          <Icon of={LogOut} />
          {t('signOutAction')}
        </button>
      </div>
      <OtherWorkspaces />
      {leaving && <SignOutDialog onClose={() => setLeaving(false)} />}
    </InsteadOfInbox>
  );
}
