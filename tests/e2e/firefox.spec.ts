import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { findFirefox } from '../../scripts/find/firefox';
import { FirefoxSession } from './support/firefox-session';
import { HubProcess } from './support/hub-process';
import { sendMail } from './support/send-mail';

const folder = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));
const uuid = '5a3d0c1e-7f52-4b0a-9b60-0c1de5a17a1e';
const page = (path: string) => `moz-extension://${uuid}/${path}`;

let hub: HubProcess;
let firefox: FirefoxSession;

test.beforeAll(async () => {
  const program = findFirefox();
  if (!program) throw new Error('no Firefox was found: install firefox-esr, or name its program in FIREFOX');
  if (!existsSync(folder)) throw new Error(`${folder} is not built: npm test -- build`);
  hub = await HubProcess.start({ sample: true });
  firefox = await FirefoxSession.start(program, {
    // Every installation gets an origin of its own; here one the test knows.
    'extensions.webextensions.uuids': JSON.stringify({ 'samtale@samtale.example': uuid }),
    'xpinstall.signatures.required': false,
    'intl.accept_languages': 'en-GB, en',
    'datareporting.policy.dataSubmissionEnabled': false,
  });
  await firefox.send('webExtension.install', { extensionData: { type: 'path', path: folder } });
});
test.afterAll(async () => {
  await firefox?.close();
  await hub?.stop();
});

/** A page of ours in a tab sees the real sidebar's window: Firefox lists it for no driver. */
const sidebar = (expression: string) =>
  `((window, document) => ${expression})(...browser.extension.getViews({ type: 'sidebar' }).flatMap((w) => [w, w.document]))`;

test('SUR-8 the real sidebar signs in to a hub, shows mail as it comes, and acts; the full page opens in a tab', async () => {
  const [tab] = await firefox.contexts();
  if (!tab) throw new Error('Firefox has no tab');
  const { context } = tab;
  const open = async (url: string) => {
    // Firefox changes process for pages of an extension, and the driver never hears that they have loaded.
    await firefox.send('browsingContext.navigate', { context, url, wait: 'none' });
    await expect
      .poll(() => firefox.evaluate(context, `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`).catch(() => false))
      .toBe(true);
  };
  const inSidebar = (expression: string) => firefox.evaluate(context, sidebar(expression));
  const text = () => inSidebar('document.body.innerText').then(String);
  const click = async (selector: string, words: string) => {
    const find = `[...document.querySelectorAll(${JSON.stringify(selector)})].find((one) => ((one.getAttribute('aria-label') ?? '') + one.textContent).includes(${JSON.stringify(words)}))`;
    await expect.poll(() => inSidebar(`Boolean(${find})`)).toBe(true);
    await inSidebar(`${find}.click()`);
  };

  // The invitation opens the hub's web session, as the link in a mail would.
  await firefox.send('browsingContext.navigate', { context, url: hub.invitation, wait: 'complete' });
  await firefox.evaluate(context, "document.querySelector('form button[type=submit]').click()");
  await expect
    .poll(() => firefox.evaluate(context, "document.readyState === 'complete' && !document.querySelector('form')").catch(() => false))
    .toBe(true);

  await open(page('inbox.html'));
  await firefox.evaluate(context, 'browser.sidebarAction.isOpen({})').then((shown) => expect(shown).toBe(true));
  const kinds = await firefox.evaluate(context, 'browser.runtime.getContexts({}).then((all) => all.map((one) => one.contextType))');
  expect(kinds).toContain('SIDE_PANEL');
  await expect.poll(text).toContain('Where shall your conversations be?');
  await inSidebar(
    `(() => { const field = document.querySelector('input[type=text]'); Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(hub.url)}); field.dispatchEvent(new window.Event('input', { bubbles: true })); })()`,
  );
  await click('button[type=submit]', 'Connect');
  await expect.poll(() => inSidebar("document.querySelectorAll('[role=option]').length"), { timeout: 60_000 }).toBeGreaterThan(3);

  await sendMail(hub.smtp, {
    from: '"Karen Blixt" <karen@mail.example>',
    to: 'erhverv@havnegaard.example',
    subject: 'Fra en ræv',
    text: 'Hej\n\nKommer den?',
  });
  await expect.poll(text, { timeout: 30_000 }).toContain('Fra en ræv');
  await click('[role=option]', 'Fra en ræv');
  await expect.poll(text).toContain('Kommer den?');
  await click('button', 'Close');
  await expect.poll(text).toContain('Closed “Fra en ræv”');
  await click('button', 'Undo');
  await expect.poll(text).not.toContain('Closed “Fra en ræv”');

  // The full page in the tab was signed in with it.
  await expect.poll(() => firefox.evaluate(context, "document.querySelectorAll('[role=option]').length")).toBeGreaterThan(3);
});
