import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type WebSocketServerLike } from '@hono/node-server';
import type { Hono } from 'hono';
import { WebSocketServer } from 'ws';
import { portProblem } from './port-problem';

export interface HttpListener {
  port: number;
  /** From now on requests are answered by this; before, with 503. */
  serve(app: Hono): void;
  /** May be called again: it is closed once. */
  close(): Promise<void>;
}

/** Largest frame a client may send, bytes: a token and little else. */
const mostFrame = 16 << 10;

/** Takes the port first: what the app says of itself (its address) is known only then. */
export async function listenHttp({ port, host }: { port: number; host: string }): Promise<HttpListener> {
  let app: Hono | undefined;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostFrame });
  const server = createAdaptorServer({
    fetch: (request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503, headers: { 'retry-after': '1' } }),
    // Its types do not bear `exactOptionalPropertyTypes`; this very class is what its documentation names.
    websocket: { server: sockets as unknown as WebSocketServerLike },
    overrideGlobalObjects: false,
  }) as Server;
  // Attachments may take long on a slow line; headers may not.
  server.requestTimeout = 15 * 60_000;
  server.headersTimeout = 20_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => reject(portProblem(fault, port, 'the hub', '--port')));
    server.listen(port, host, resolve);
  });
  let closing: Promise<void> | undefined;
  const close = async () => {
    for (const socket of sockets.clients) socket.terminate();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return {
    port: (server.address() as AddressInfo).port,
    serve: (ready) => {
      app = ready;
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
