import * as z from 'zod/mini';
import type { CdpPipe } from './cdp-pipe';

const Attached = z.object({ sessionId: z.string() });
const Created = z.object({ targetId: z.string() });
const Evaluated = z.object({
  result: z.object({ value: z.optional(z.unknown()) }),
  exceptionDetails: z.optional(z.object({ text: z.string() })),
});

/** One page, driven as a person would: by what can be seen on it. */
export class Tab {
  private constructor(
    private readonly cdp: CdpPipe,
    private readonly targetId: string,
    private readonly sessionId: string,
  ) {}

  static async open(cdp: CdpPipe, url: string): Promise<Tab> {
    const { targetId } = Created.parse(await cdp.send('Target.createTarget', { url, background: true }));
    return Tab.attach(cdp, targetId);
  }

  static async attach(cdp: CdpPipe, targetId: string): Promise<Tab> {
    const { sessionId } = Attached.parse(await cdp.send('Target.attachToTarget', { targetId, flatten: true }));
    return new Tab(cdp, targetId, sessionId);
  }

  async evaluate(expression: string): Promise<unknown> {
    const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const answer = Evaluated.parse(await this.cdp.send('Runtime.evaluate', params, this.sessionId));
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
    return answer.result.value;
  }

  /** Waits for the expression to be true. A page that is just being replaced counts as "not yet". */
  async waitFor(expression: string, timeout = 15_000): Promise<void> {
    const until = performance.now() + timeout;
    for (;;) {
      if (await this.evaluate(expression).catch(() => false)) return;
      if (performance.now() > until) throw new Error(`waited ${timeout / 1000} s for ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Waits for the element, then clicks it. */
  async click(selector: string, timeout?: number) {
    const element = `document.querySelector(${JSON.stringify(selector)})`;
    await this.waitFor(`${element} !== null && !${element}.disabled`, timeout);
    await this.evaluate(`${element}.click()`);
  }

  /** Types into a field, as a keyboard would. */
  async type(selector: string, text: string) {
    const element = `document.querySelector(${JSON.stringify(selector)})`;
    await this.waitFor(`${element} !== null`);
    await this.evaluate(`${element}.focus(), ${element}.select()`);
    await this.cdp.send('Input.insertText', { text }, this.sessionId);
  }

  close = () => this.cdp.send('Target.closeTarget', { targetId: this.targetId });
}
