import { Surface } from '../panel/surface';
import { NotConnected } from './not-connected';
import { TriageScreen } from './triage-screen';

/** Quick triage from the toolbar (SUR-4): what nobody has, what is mine, and one key or click for each. */
export function Triage() {
  return (
    <Surface otherwise={(_, connected) => (connected ? undefined : <NotConnected />)}>
      {(settings, kept) => <TriageScreen settings={settings} kept={kept} />}
    </Surface>
  );
}
