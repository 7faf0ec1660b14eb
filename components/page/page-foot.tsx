import type { Inbox } from '../inbox/use-inbox';
import { PanelMenu } from '../panel/panel-menu';
import type { DeviceSettings } from '../panel/use-device-settings';
import { StatusLine } from '../status/status-line';

/** At the bottom left of the page, whichever pane stands there: where this device stands with the hub, and what belongs to the device. */
export function PageFoot({ inbox, settings }: { inbox: Inbox; settings: DeviceSettings }) {
  return (
    <div className="page-foot">
      <div className="min-w-0 grow">
        <StatusLine />
      </div>
      <PanelMenu settings={settings} onDialog={inbox.setDialog} />
    </div>
  );
}
