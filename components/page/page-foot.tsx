import type { Inbox } from '../inbox/use-inbox';
import type { DeviceSettings } from '../panel/device-settings';
import { PanelMenu } from '../panel/panel-menu';
import { SettingsShortcut } from '../panel/settings-shortcut';
import { StatusLine } from '../status/status-line';

/** At the bottom left of the page, whichever pane stands there: where this device stands with the hub, the settings of the inbox and its channels (INB-5), and what belongs to the device. */
export function PageFoot({ inbox, settings }: { inbox: Inbox; settings: DeviceSettings }) {
  const { inboxId } = inbox.place;
  return (
    <div className="page-foot">
      <div className="min-w-0 grow">
        <StatusLine />
      </div>
      <SettingsShortcut inboxId={inboxId} where="here" />
      <PanelMenu settings={settings} inboxId={inboxId} onDialog={inbox.setDialog} />
    </div>
  );
}
