import { InboxScreen } from './inbox-screen';
import { Surface } from './surface';

/** The side panel: the inbox in one column, and at its foot where this device stands with the hub. */
export function Panel() {
  return <Surface>{(settings, kept) => <InboxScreen settings={settings} kept={kept} />}</Surface>;
}
