import type { CopyPlace } from '../store/keep-outbox-copy';
import type { DeviceDatabase } from './device-database';

/** What signing in needs of the browser; tests bring their own. */
export interface ConnectionHost {
  device: DeviceDatabase;
  /** Held while tokens are renewed, so that only one context ever does it (K15). */
  locks: Pick<LockManager, 'request'>;
  memory: SessionMemory;
  /** `storage.local`: what waits here, once more (F10). */
  copies: CopyPlace;
  /** This build's own, exactly as hubs list it (K21). */
  redirectUri: string;
  /** Opens the hub's own window; answers the URL it came back with. Throws `AuthWindowClosed`, or `Unreachable` when the page did not load. */
  openAuthWindow(url: string): Promise<string>;
  now(): number;
}

/** `storage.session`: it outlives the worker, not the browser, and content scripts cannot read it. */
export interface SessionMemory {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** The person closed the window before it was done. */
export class AuthWindowClosed extends Error {
  override name = 'AuthWindowClosed';
}
