import { useEffect, useState } from 'react';
import { onPermissionsChanged } from '../../../utils/browser/granted-permissions';
import { askForHosts, giveBackHosts, grantedHosts } from '../../../utils/browser/host-access';
import { useText } from '../../../utils/i18n/use-text';
import type { WebmailSite } from '../../../utils/webmail/webmail-hosts';

/** One webmail: its hosts, whether Samtale is in any of them, and the button for the other. */
export function SiteLine({ site }: { site: WebmailSite }) {
  const { t } = useText();
  const { name, hosts } = site;
  const [granted, setGranted] = useState<readonly string[]>();
  const on = granted && granted.length > 0;
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const read = () => void grantedHosts(hosts).then(setGranted);
    read();
    return onPermissionsChanged(read);
  }, [hosts]);
  // The browser asks for a press alone, so nothing is waited for before it.
  const turn = async () => setRefused(!(await (on ? giveBackHosts(hosts) : askForHosts(hosts))));
  return (
    <li className="settings-line">
      <div className="min-w-0 flex-1 wrap-anywhere">
        <span className="block">
          {name}
          {on && <span className="text-ok"> · {t('webmailIsOn')}</span>}
        </span>
        <span className="block text-xs text-ink-3">{(on ? granted : hosts).map((host) => host.replace(/^https:\/\/|\/\*$/g, '')).join(', ')}</span>
      </div>
      {on !== undefined && (
        <button
          type="button"
          className="btn line xs"
          aria-label={t(on ? 'webmailTurnOffOf' : 'webmailTurnOnOf', { webmail: name })}
          onClick={() => void turn()}
        >
          {t(on ? 'webmailTurnOff' : 'webmailTurnOn')}
        </button>
      )}
      {refused && (
        <span className="basis-full text-xs text-late" role="alert">
          {t(on ? 'settingsHostKept' : 'webmailRefused')}
        </span>
      )}
    </li>
  );
}
