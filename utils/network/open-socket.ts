import { OriginNotAllowed } from './network-errors';
import { noteExchange } from './network-log';

/** A WebSocket to a connection's origin (`https://…` becomes `wss://…`); to nowhere else (X4). */
export function openSocket(origin: string, path: string, allow: readonly string[]): WebSocket {
  if (!allow.includes(origin)) throw new OriginNotAllowed(origin);
  noteExchange(new URL(path, origin), { sent: 0, received: 0, failed: false });
  return new WebSocket(origin.replace(/^http/, 'ws') + path);
}
