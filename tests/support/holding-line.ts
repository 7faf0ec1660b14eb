import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server on loopback that goes quiet once the server has said so much, until it is let go on. */
export class HoldingLine {
  private readonly sockets = new Set<Socket>();
  private readonly held = new Set<Socket>();
  private said = 0;
  private open = false;

  private constructor(
    private readonly listener: Server,
    readonly port: number,
  ) {}

  static async start(serverPort: number, { after }: { after: number }): Promise<HoldingLine> {
    const listener = createServer();
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const line = new HoldingLine(listener, (listener.address() as AddressInfo).port);
    listener.on('connection', (client) => line.join(client, connect(serverPort, '127.0.0.1'), after));
    return line;
  }

  release() {
    this.open = true;
    for (const server of this.held) server.resume();
  }

  async close() {
    const closed = once(this.listener, 'close');
    this.listener.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private join(client: Socket, server: Socket, after: number) {
    const end = () => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', end).on('close', end);
    }
    client.on('data', (bytes) => server.write(bytes));
    server.on('data', (bytes) => {
      client.write(bytes);
      this.said += bytes.length;
      if (this.open || this.said <= after) return;
      server.pause();
      this.held.add(server);
    });
  }
}
