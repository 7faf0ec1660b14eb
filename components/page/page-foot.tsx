import { Settings } from 'lucide-react';
import { openSettings } from '../../utils/browser/open-settings';
import { useText } from '../../utils/i18n/use-text';
import type { Inbox } from '../inbox/use-inbox';
import { PanelMenu } from '../panel/panel-menu';
import type { DeviceSettings } from '../panel/use-device-settings';
import { StatusLine } from '../status/status-line';
import { IconButton } from '../ui/icon-button';

/** At the bottom left of the page, whichever pane stands there: where this device stands with the hub, the inbox's settings (INB-5), and what belongs to the device. */
export function PageFoot({ inbox, settings }: { inbox: Inbox; settings: DeviceSettings }) {
  const { t } = useText();
  const { inboxId } = inbox.place;
  return (
    <div className="page-foot">
      <div className="min-w-0 grow">
        <StatusLine />
      </div>
      <IconButton icon={Settings} label={t('settingsTitle')} onClick={() => openSettings(inboxId, 'here')} />
      <PanelMenu settings={settings} inboxId={inboxId} onDialog={inbox.setDialog} />
    </div>
  );
}
