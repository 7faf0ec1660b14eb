import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Worker } from '@playwright/test';
import type { GateLabel } from '../../../sync/gate';
import { poll } from './poll';

/** Holds the worker of the gates build at a named point of a sync until it is let go, or killed there. */
export class GateServer {
  private held: GateLabel | undefined;
  private readonly waiting: { label: string; response: ServerResponse }[] = [];
  private readonly server = createServer((request, response) => {
    const label = new URL(request.url ?? '/', 'http://gate').searchParams.get('label') ?? '';
    if (label === this.held) this.waiting.push({ label, response });
    else letGo(response);
  });

  static async start(): Promise<GateServer> {
    const gates = new GateServer();
    await new Promise<void>((resolve) => gates.server.listen(0, '127.0.0.1', resolve));
    return gates;
  }

  /** From now on the worker asks here; `storage.session` outlives it as long as the browser runs. */
  async guard(worker: Worker) {
    const { port } = this.server.address() as AddressInfo;
    await worker.evaluate((gateUrl) => chrome.storage.session.set({ gateUrl }), `http://127.0.0.1:${port}/`);
  }

  hold(label: GateLabel) {
    this.held = label;
  }

  reached = () => poll(`the worker to stand at ${this.held}`, () => this.waiting.length > 0);

  release() {
    this.held = undefined;
    for (const { response } of this.waiting.splice(0)) letGo(response);
  }

  async close() {
    this.release();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const letGo = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' }).end('{}');
