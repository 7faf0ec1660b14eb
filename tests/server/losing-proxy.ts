import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A line that loses the answer: the hub has done what it was asked, and the asker never hears. */
export class LosingProxy {
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** `onAnswer`: called when the hub has answered, before the line goes dead. */
  static async before(hubUrl: string, onAnswer: () => Promise<void> = async () => undefined): Promise<LosingProxy> {
    const server = createServer(async (incoming, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const { authorization = '', 'content-type': type = '' } = incoming.headers;
      const init = { method: incoming.method ?? 'GET', headers: { authorization, 'content-type': type }, body: Buffer.concat(chunks) };
      const answer = await fetch(hubUrl + incoming.url, init);
      await answer.arrayBuffer();
      await onAnswer();
      response.socket?.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new LosingProxy(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }
}
