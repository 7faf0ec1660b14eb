import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { generate } from 'selfsigned';

/** A reverse proxy in front of a hub as the guide has nginx: TLS ends here, `Host` stays, the client is named at the end of `X-Forwarded-For`. */
export class TlsProxy {
  /** Of a hub that runs. */
  target = '';
  /** What the hub answered, in order. */
  readonly answers: { path: string; headers: IncomingHttpHeaders }[] = [];
  private readonly open = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly certificate: string,
  ) {
    server.on('request', (incoming, response) => {
      const sent = request(this.target + incoming.url, { method: incoming.method, headers: headersOf(incoming) }, (answer) => {
        this.answers.push({ path: incoming.url ?? '', headers: answer.headers });
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      });
      sent.on('error', () => response.destroy());
      incoming.pipe(sent);
    });
    server.on('upgrade', (incoming: IncomingMessage, client: Socket, head: Buffer) => {
      const { hostname, port } = new URL(this.target);
      const hub = connect(Number(port), hostname, () => {
        const lines = Object.entries(headersOf(incoming)).map(([name, value]) => `${name}: ${value}`);
        hub.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
        hub.write(head);
        client.pipe(hub).pipe(client);
      });
      for (const [one, other] of [
        [client, hub],
        [hub, client],
      ] as const) {
        this.open.add(one);
        one.on('close', () => this.open.delete(one));
        one.on('error', () => other.destroy());
      }
    });
  }

  static async start(): Promise<TlsProxy> {
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048 });
    const server = createServer({ key, cert });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new TlsProxy(server, cert);
  }

  get url() {
    return `https://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  close() {
    for (const socket of this.open) socket.destroy();
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** Whatever a client claims stands before what we saw, as with nginx's `$proxy_add_x_forwarded_for`. */
function headersOf(incoming: IncomingMessage): Record<string, string | string[]> {
  const claimed = incoming.headers['x-forwarded-for'];
  const forwarded = [claimed, incoming.socket.remoteAddress].filter(Boolean).join(', ');
  const { headers } = incoming;
  return { ...(headers as Record<string, string | string[]>), 'x-forwarded-for': forwarded, 'x-forwarded-proto': 'https' };
}
