import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandIn {
  url: string;
  close(): Promise<void>;
}

/** Something that answers where a hub was expected: any status, type and body, with or without CORS. */
export async function standIn(answer: { status?: number; type?: string; body?: string; location?: string; cors?: boolean }): Promise<StandIn> {
  const server: Server = createServer((_request, response) => {
    response.writeHead(answer.status ?? 200, {
      'content-type': answer.type ?? 'text/html',
      ...(answer.location ? { location: answer.location } : {}),
      ...(answer.cors ? { 'access-control-allow-origin': '*' } : {}),
    });
    response.end(answer.body ?? '<h1>Hello</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What a hub says of itself, changed a little. */
export const hubInfo = (change: Record<string, unknown> = {}) =>
  JSON.stringify({ samtale: 'hub', name: 'Stand-in', protocolVersions: [1], schemaVersions: [1], now: Date.now(), ...change });
