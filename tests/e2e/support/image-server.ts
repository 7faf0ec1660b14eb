import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One red pixel. */
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');

/** Somebody's web server with images, and everything it was asked for. */
export class ImageServer {
  readonly asked: { path: string; headers: IncomingHttpHeaders }[] = [];
  private readonly server = createServer((request, response) => {
    this.asked.push({ path: request.url ?? '', headers: request.headers });
    response.writeHead(200, { 'content-type': 'image/png', 'set-cookie': 'seen=1' }).end(pixel);
  });

  static async start(): Promise<ImageServer> {
    const images = new ImageServer();
    await new Promise<void>((resolve) => images.server.listen(0, '127.0.0.1', resolve));
    return images;
  }

  get port() {
    return (this.server.address() as AddressInfo).port;
  }

  async close() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
