import type { BrowserContext } from '@playwright/test';
import * as z from 'zod/mini';
import { browserSession, type RawSession } from './browser-session';
import { poll } from './poll';

const Targets = z.object({
  targetInfos: z.array(z.object({ targetId: z.string(), type: z.string(), url: z.string(), attached: z.boolean() })),
});
const Attached = z.object({ sessionId: z.string() });
const Received = z.object({ sessionId: z.string(), message: z.string() });
const Answer = z.object({ id: z.optional(z.int()), result: z.optional(z.unknown()), error: z.optional(z.object({ message: z.string() })) });
const Evaluated = z.object({
  result: z.object({ value: z.optional(z.unknown()) }),
  exceptionDetails: z.optional(z.object({ text: z.string(), exception: z.optional(z.object({ description: z.optional(z.string()) })) })),
});
const Box = z.nullable(z.object({ x: z.number(), y: z.number() }));

/**
 * Presses the toolbar button and attaches to the side panel it opens. The panel is a DevTools target of its own that
 * Playwright does not list among its pages, so it is driven by raw DevTools commands (real mouse and key events).
 */
export async function openRealPanel(context: BrowserContext, extensionId: string): Promise<RealPanel> {
  await pressToolbarButton(context, extensionId);
  return attachTo(context, 'sidepanel.html');
}

/** As a person presses it, beside the first tab. */
export async function pressToolbarButton(context: BrowserContext, extensionId: string): Promise<void> {
  const session = await browserSession(context);
  const tab = Targets.parse(await session.send('Target.getTargets', { filter: [{ type: 'tab' }] })).targetInfos[0];
  if (!tab) throw new Error('no tab to open anything beside');
  await session.send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
}

/** The side panel or popup that is open, once it has painted. */
export async function attachTo(context: BrowserContext, page: 'sidepanel.html' | 'popup.html'): Promise<RealPanel> {
  const session = await browserSession(context);
  const target = await poll(page, async () => {
    const { targetInfos } = Targets.parse(await session.send('Target.getTargets'));
    // One opened as a tab is held by Playwright and therefore attached; the real one is not.
    return targetInfos.find((info) => info.type === 'page' && info.url.includes(page) && !info.attached);
  });
  const { sessionId } = Attached.parse(await session.send('Target.attachToTarget', { targetId: target.targetId, flatten: false }));
  const panel = new RealPanel(session, sessionId);
  await panel.send('Runtime.enable');
  // Chromium drops input to a page that has not painted yet.
  await panel.waitFor("document.readyState === 'complete' && performance.getEntriesByType('paint').length > 0");
  await panel.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))');
  return panel;
}

/** Waits until that page is shown nowhere any more. */
export async function gone(context: BrowserContext, page: 'sidepanel.html' | 'popup.html'): Promise<void> {
  const session = await browserSession(context);
  await poll(`${page} to be closed`, async () => {
    const { targetInfos } = Targets.parse(await session.send('Target.getTargets'));
    return !targetInfos.some((info) => info.type === 'page' && info.url.includes(page));
  });
}

export class RealPanel {
  private sent = 0;
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();

  constructor(
    private readonly session: RawSession,
    private readonly sessionId: string,
  ) {
    session.on('Target.receivedMessageFromTarget', (event) => this.receive(Received.parse(event)));
  }

  send(method: string, params: Record<string, unknown> = {}): Promise<unknown> {
    this.sent += 1;
    const id = this.sent;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      const message = JSON.stringify({ id, method, params });
      this.session.send('Target.sendMessageToTarget', { sessionId: this.sessionId, message }).catch(reject);
    });
  }

  /** Value of an expression in the panel's page; promises are awaited. */
  async evaluate(expression: string): Promise<unknown> {
    const answer = Evaluated.parse(await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }));
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value;
  }

  text = async (): Promise<string> => z.string().parse(await this.evaluate('document.body.innerText'));

  waitForText = (text: string, timeout?: number) => poll(`"${text}" in the side panel`, async () => (await this.text()).includes(text), timeout);

  waitFor = (expression: string, timeout?: number) => poll(expression, () => this.evaluate(expression), timeout);

  /** Clicks the middle of the first visible element with this role and accessible name (or a part of it), once there is one. */
  async click(role: string, name: string, timeout?: number) {
    const box = await poll(`${role} "${name}" in the side panel`, () => this.boxOf(role, name), timeout);
    for (const type of ['mousePressed', 'mouseReleased']) {
      await this.send('Input.dispatchMouseEvent', { type, ...box, button: 'left', clickCount: 1 });
    }
  }

  /** Types into whatever has the focus, as an input method would. */
  type = (text: string) => this.send('Input.insertText', { text });

  async press(key: string, code = key) {
    for (const type of ['keyDown', 'keyUp']) await this.send('Input.dispatchKeyEvent', { type, key, code });
  }

  async screenshot(): Promise<Buffer> {
    const { data } = z.object({ data: z.string() }).parse(await this.send('Page.captureScreenshot', { format: 'png' }));
    return Buffer.from(data, 'base64');
  }

  private async boxOf(role: string, name: string) {
    return Box.parse(await this.evaluate(`(${middleOf})(${JSON.stringify(role)}, ${JSON.stringify(name)})`));
  }

  private receive(event: z.infer<typeof Received>) {
    if (event.sessionId !== this.sessionId) return;
    const answer = Answer.parse(JSON.parse(event.message));
    const waiting = answer.id === undefined ? undefined : this.waiting.get(answer.id);
    if (answer.id === undefined || !waiting) return;
    this.waiting.delete(answer.id);
    if (answer.error) waiting.reject(new Error(answer.error.message));
    else waiting.resolve(answer.result);
  }
}

/** Runs in the panel: the accessibility tree's short form, enough for our own markup (label, text, role by tag). */
const middleOf = `(role, name) => {
  const roleOf = (node) => node.getAttribute('role') ?? ({ BUTTON: 'button', A: 'link', INPUT: 'textbox', TEXTAREA: 'textbox' })[node.tagName];
  const nameOf = (node) => {
    const by = node.getAttribute('aria-labelledby');
    return node.getAttribute('aria-label') ?? (by ? by.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ') : (node.textContent ?? ''));
  };
  for (const node of document.querySelectorAll('*')) {
    if (roleOf(node) !== role || !nameOf(node).includes(name)) continue;
    const box = node.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    node.scrollIntoView({ block: 'nearest' });
    const seen = node.getBoundingClientRect();
    return { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 };
  }
  return null;
}`;
