import { unpackedRedirectUri } from '../../utils/browser/extension-id';
import type { ConnectionHost, SessionMemory } from '../../utils/connection/connection-host';
import { DeviceDatabase } from '../../utils/connection/device-database';

/** A browser with the extension, as far as signing in goes: a device database of its own, `storage.session`, Web Locks. */
export function makeConnectionHost(openAuthWindow: (url: string) => Promise<string>) {
  const kept = new Map<string, unknown>();
  const copied = new Map<string, unknown>();
  const queues = new Map<string, Promise<unknown>>();
  const clock = { offset: 0 };
  const request = (name: string, run: (lock: null) => unknown) => {
    const result = (queues.get(name) ?? Promise.resolve()).then(() => run(null));
    queues.set(
      name,
      result.catch(() => undefined),
    );
    return result;
  };
  const host: ConnectionHost = {
    device: new DeviceDatabase(`device-${crypto.randomUUID()}`),
    locks: { request: request as LockManager['request'] },
    memory: memoryIn(kept),
    copies: memoryIn(copied),
    redirectUri: unpackedRedirectUri,
    openAuthWindow,
    now: () => Date.now() + clock.offset,
  };
  return {
    host,
    /** What lies in `storage.session`. */
    kept,
    /** What lies in `storage.local`. */
    copied,
    clock,
    restartBrowser: () => kept.clear(),
  };
}

const memoryIn = (kept: Map<string, unknown>): SessionMemory => ({
  get: async (key) => kept.get(key),
  set: async (key, value) => void kept.set(key, structuredClone(value)),
  remove: async (key) => void kept.delete(key),
});
