import { TextProvider } from '../../utils/i18n/text-provider';
import { ConnectScreen } from '../onboarding/connect-screen';
import { ErrorBoundary } from '../ui/error-boundary';
import { LiveRegion } from '../ui/live-region';
import { ToastStack } from '../ui/toasts';
import { useConnection } from './use-connection';
import { useDeviceSettings } from './use-device-settings';
import { WorkspaceGate } from './workspace-gate';

/** The side panel: the connection opened last, or the screen that makes one. */
export function Panel() {
  const settings = useDeviceSettings();
  const connection = useConnection();
  if (!settings || connection === undefined) return null;
  return (
    <TextProvider locale={settings.locale}>
      <ErrorBoundary>
        <LiveRegion>
          <div className="screen">
            <ToastStack>
              {connection ? <WorkspaceGate key={connection.id} connection={connection} settings={settings} /> : <ConnectScreen />}
            </ToastStack>
          </div>
        </LiveRegion>
      </ErrorBoundary>
    </TextProvider>
  );
}
