import type { ConnectionHost } from '../connection/connection-host';
import type { DeviceDatabase } from '../connection/device-database';
import { openAuthWindow, redirectUri } from './open-auth-window';
import { sessionMemory } from './session-memory';
import { trustedStorage } from './trusted-storage';

/** Signing in as the background worker does it. */
export const browserConnectionHost = (device: DeviceDatabase): ConnectionHost => ({
  device,
  locks: navigator.locks,
  memory: sessionMemory,
  copies: trustedStorage,
  redirectUri: redirectUri(),
  openAuthWindow,
  now: () => Date.now(),
});
