import { OriginNotAllowed } from './network-errors';

/** A WebSocket to a connection's origin (`https://…` becomes `wss://…`); to nowhere else (X4). */
export function openSocket(origin: string, path: string, allow: readonly string[]): WebSocket {
  if (!allow.includes(origin)) throw new OriginNotAllowed(origin);
  return new WebSocket(origin.replace(/^http/, 'ws') + path);
}
