import type { ReactNode } from 'react';
import { loadLanguage, restOfWords } from '../../utils/i18n/load-language';
import { matchLocale } from '../../utils/i18n/match-locale';
import { TextProvider } from '../../utils/i18n/text-provider';
import { KeysProvider } from '../actions/keys-provider';
import { forgetAhead } from '../opening/ahead';
import { ErrorBoundary } from '../ui/error-boundary';
import { LiveRegion } from '../ui/live-region';
import { ToastStack } from '../ui/toasts';
import type { DeviceSettings } from './device-settings';
import { firstRows } from './first-rows';
import { useConnection } from './use-connection';
import { useDeviceSettings } from './use-device-settings';
import { useLater } from './use-later';
import type { KeptPlace } from './use-place';
import { WorkspaceGate } from './workspace-gate';

interface Props {
  children(settings: DeviceSettings, kept: KeptPlace): ReactNode;
  /** Instead of the screen that makes a connection, and while a new one (`connected`) has nothing yet. */
  otherwise?(settings: DeviceSettings, connected: boolean): ReactNode;
}

// Most read in the browser's language: its words come while the settings that may name another are still being read. Whether they came is the
// provider's to say.
loadLanguage(matchLocale(navigator.languages)).catch(() => undefined);
firstRows.then(forgetAhead);
firstRows.then(restOfWords).catch((error: unknown) => console.warn('the other words did not come', error));

const loadFirstRun = () => import('../onboarding/first-run-screen');

/** What every page of ours stands in: language, theme, toasts, and the connection opened last or the screen that makes one. */
export function Surface({ children, otherwise }: Props) {
  const settings = useDeviceSettings();
  const connection = useConnection();
  const firstRun = useLater(loadFirstRun, connection === null && !otherwise);
  if (!settings || connection === undefined) return null;
  return (
    <TextProvider locale={settings.locale}>
      <ErrorBoundary>
        <LiveRegion>
          <div className="screen">
            <KeysProvider>
              <ToastStack>
                {connection ? (
                  <WorkspaceGate key={connection.id} connection={connection} empty={otherwise?.(settings, true)}>
                    {(kept) => children(settings, kept)}
                  </WorkspaceGate>
                ) : (
                  (otherwise?.(settings, false) ?? (firstRun && <firstRun.FirstRunScreen />))
                )}
              </ToastStack>
            </KeysProvider>
          </div>
        </LiveRegion>
      </ErrorBoundary>
    </TextProvider>
  );
}
