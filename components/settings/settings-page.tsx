import { Surface } from '../panel/surface';
import { SettingsShell } from './settings-shell';

/** The settings in a tab: of the account opened last and of this device; with no account, of the device alone. */
export function SettingsPage() {
  return (
    <Surface otherwise={(settings) => <SettingsShell settings={settings} />}>
      {(settings, kept) => <SettingsShell settings={settings} lastInboxId={kept.kept?.inboxId} />}
    </Surface>
  );
}
