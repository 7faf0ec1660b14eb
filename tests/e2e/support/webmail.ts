import { type BrowserContext, expect, type Page } from '@playwright/test';
import { fixturePage } from '../../support/webmail-pages';
import { asRaw } from './browser-session';
import { poll } from './poll';

/** What both providers send with their pages: no script but their own, and Trusted Types. */
const policies = {
  gmail:
    "script-src 'report-sample' 'nonce-fx' 'unsafe-inline' 'unsafe-eval'; object-src 'none'; base-uri 'self'; require-trusted-types-for 'script'",
  outlook: "script-src 'nonce-fx' 'strict-dynamic'; object-src 'none'; base-uri 'self'; require-trusted-types-for 'script'",
};

/**
 * A page of `tests/fixtures/webmail` in a tab, at the provider's own address; what else it asks for goes nowhere and is kept in `asked`. `rewrite`: another mail, where a
 * test needs one of its own.
 */
export async function openWebmail(context: BrowserContext, provider: 'gmail' | 'outlook', name: string, rewrite = (html: string) => html) {
  const { html: written, url } = fixturePage(provider, name);
  const html = rewrite(written);
  const asked: string[] = [];
  const errors: string[] = [];
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (said) => said.type() === 'error' && !said.text().startsWith('Failed to load resource') && errors.push(said.text()));
  await page.route(/^https:\/\//, async (route) => {
    if (route.request().resourceType() === 'document')
      return route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': policies[provider] }, body: html });
    // What the page itself loads is its own affair.
    const { href, pathname } = new URL(route.request().url());
    if (!html.includes(pathname.split('/').at(-1) ?? '')) asked.push(href);
    return route.abort();
  });
  await page.goto(url);
  return { page, asked, errors };
}

/** Makes the browser answer yes when Samtale asks for these, as a person would: it asks nobody in a browser without a window. */
export async function willAllow(context: BrowserContext, extensionId: string, ...hosts: string[]) {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  for (const host of hosts)
    await page.evaluate(
      ([id, origin]) =>
        (
          globalThis as unknown as { chrome: { developerPrivate: { addHostPermission(id: string, host: string): Promise<void> } } }
        ).chrome.developerPrivate.addHostPermission(id ?? '', origin ?? ''),
      [extensionId, host],
    );
  await page.close();
}

interface DomNode {
  nodeName: string;
  nodeValue?: string;
  children?: DomNode[];
  shadowRoots?: DomNode[];
}
const wordsIn = (node: DomNode): string =>
  node.nodeName === 'STYLE' ? '' : (node.nodeValue ?? '') + [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(wordsIn).join('');
const named = (node: DomNode, name: string): DomNode[] =>
  node.nodeName === name ? [node] : [...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap((child) => named(child, name));

/** The words on Samtale's buttons, which are closed to the page and to everybody else in it. */
export async function buttonsOf(page: Page): Promise<string[]> {
  const session = asRaw(await page.context().newCDPSession(page));
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
  await session.detach();
  return named(root, 'SAMTALE-BUTTON').map(wordsIn);
}

export const expectButtons = (page: Page, words: readonly string[]) =>
  expect.poll(() => buttonsOf(page), { timeout: 30_000, message: 'the words on the buttons' }).toEqual(words);

/** A press by a mouse, in the middle of the first button. */
export async function pressButton(page: Page) {
  await page.bringToFront();
  const host = page.locator('samtale-button').first();
  await host.scrollIntoViewIfNeeded();
  const box = await poll('the button', () => host.boundingBox());
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

export const webmailHosts = {
  Gmail: ['https://mail.google.com/*'],
  'Outlook (Microsoft 365)': ['https://outlook.office.com/*', 'https://outlook.office365.com/*', 'https://outlook.cloud.microsoft/*'],
};

/** Turns a webmail on in the settings, as a person does. */
export async function turnOn(context: BrowserContext, extensionId: string, settings: Page, webmail: keyof typeof webmailHosts) {
  await willAllow(context, extensionId, ...webmailHosts[webmail]);
  await settings.getByRole('button', { name: `Turn on ${webmail}` }).click();
  await expect(settings.getByRole('button', { name: `Turn off ${webmail}` })).toBeVisible();
}

let made = 0;
/** Mails of one run alone: the hub is shared, and a mail that lies in it is known. */
export function mailOfItsOwn() {
  made += 1;
  const number = `${process.pid}${made}`;
  const address = `bo.${number}@nordwind.test`;
  const rewrite = (html: string) => html.replaceAll('4711', number).replaceAll('bo.karlsson@nordwind.test', address);
  return { number, address, rewrite };
}
