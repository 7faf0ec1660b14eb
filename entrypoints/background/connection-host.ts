import { openAuthWindow, redirectUri } from '../../utils/browser/open-auth-window';
import { sessionMemory } from '../../utils/browser/session-memory';
import { trustedStorage } from '../../utils/browser/trusted-storage';
import type { ConnectionHost } from '../../utils/connection/connection-host';
import { DeviceDatabase } from '../../utils/connection/device-database';

/** What signing in needs, as this browser has it. */
export const connectionHost: ConnectionHost = {
  device: new DeviceDatabase(),
  locks: navigator.locks,
  memory: sessionMemory,
  copies: trustedStorage,
  get redirectUri() {
    return redirectUri();
  },
  openAuthWindow,
  now: () => Date.now(),
};
