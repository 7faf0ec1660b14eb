import type { Readable, Writable } from 'node:stream';
import * as z from 'zod/mini';

const Frame = z.object({
  id: z.optional(z.int()),
  result: z.optional(z.unknown()),
  error: z.optional(z.object({ message: z.string() })),
});

/** DevTools commands over the two pipes of `--remote-debugging-pipe`: frames of JSON, each ended by a zero byte. No port is opened. */
export class CdpPipe {
  private sent = 0;
  private unread = '';
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();

  constructor(
    private readonly toBrowser: Writable,
    fromBrowser: Readable,
  ) {
    fromBrowser.setEncoding('utf8').on('data', (chunk: string) => this.read(chunk));
    fromBrowser.on('close', () => this.close());
    // A browser that is gone is told by `close` of the other pipe.
    toBrowser.on('error', () => this.close());
  }

  /** Throws what the browser answers, or that it is gone. */
  send(method: string, params: Record<string, unknown> = {}, sessionId?: string): Promise<unknown> {
    this.sent += 1;
    const id = this.sent;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  private read(chunk: string) {
    const frames = (this.unread + chunk).split('\0');
    this.unread = frames.pop() ?? '';
    for (const text of frames) {
      const frame = Frame.parse(JSON.parse(text));
      const waiting = frame.id === undefined ? undefined : this.waiting.get(frame.id);
      if (frame.id === undefined || !waiting) continue;
      this.waiting.delete(frame.id);
      if (frame.error) waiting.reject(new Error(frame.error.message));
      else waiting.resolve(frame.result);
    }
  }

  private close() {
    for (const { reject } of this.waiting.values()) reject(new Error('the browser is gone'));
    this.waiting.clear();
  }
}
