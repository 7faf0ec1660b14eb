import { ArrowLeft } from 'lucide-react';
import { useContext, useEffect } from 'react';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { usePageWidth } from '../page/use-page-width';
import type { DeviceSettings } from '../panel/device-settings';
import { WorkspaceContext } from '../panel/workspace-context';
import { StatusLine } from '../status/status-line';
import { Icon } from '../ui/icon';
import { SectionPage } from './section-page';
import { sectionsFor } from './sections';
import { SettingsRail } from './settings-rail';
import { useSettingsInbox } from './use-settings-inbox';
import { useSettingsPlace } from './use-settings-place';

interface Props {
  settings: DeviceSettings;
  lastInboxId?: Id | undefined;
}

/** A tab at least this wide (px) has the rail beside the page; a narrower one shows the rail first and then the page alone. */
const leastForRail = 700;

/** The rail of sections and the page of the one the address names. */
export function SettingsShell({ settings, lastInboxId }: Props) {
  const { t } = useText();
  const workspace = useContext(WorkspaceContext);
  const wide = usePageWidth() >= leastForRail;
  const place = useSettingsPlace();
  const inboxId = useSettingsInbox(place, workspace, lastInboxId);
  const connection = workspace?.connection;
  const over = connection?.kind === 'hub' && connection.deactivated === true;
  const offered = sectionsFor(connection);
  // Where the account is over, whatever is asked of it answers why.
  const named = offered.find(({ id }) => id === place?.section) ?? (over && place ? offered[0] : undefined);
  const section = named ?? (wide ? offered[0] : undefined);
  const title = section ? t(section.title) : t('settingsTitle');
  useEffect(() => {
    document.title = `${title} · Samtale`;
  }, [title]);
  const page = section && (
    <SectionPage key={section.id} section={section} args={(named && place?.args) ?? []} inboxId={inboxId} settings={settings} />
  );
  const rail = (
    <SettingsRail sections={offered} current={named?.id === place?.section ? location.hash.slice(2) : wide ? '' : undefined} inboxId={inboxId} />
  );
  const status = workspace && !over && <StatusLine />;
  // The page stands at the same place of the tree at any width: what was chosen and typed in it stays when the tab is resized.
  return (
    <div className={wide ? 'settings' : 'flex min-h-0 grow flex-col'}>
      {wide ? (
        <div className="settings-side">
          {rail}
          {status && (
            <div className="page-foot">
              <div className="min-w-0 grow">{status}</div>
            </div>
          )}
        </div>
      ) : page ? (
        <nav className="bar top" aria-label={t('settingsTitle')}>
          <a className="btn -ml-2 no-underline" href="#/">
            <Icon of={ArrowLeft} />
            {t('settingsTitle')}
          </a>
        </nav>
      ) : (
        <main className="flex min-h-0 grow flex-col bg-canvas">
          <h1 className="px-4 pt-4 text-xl font-semibold">{title}</h1>
          {rail}
        </main>
      )}
      {page}
      {!wide && status}
    </div>
  );
}
