import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Browser, type BrowserOptions } from '../browser/open-browser';
import { buildIfChanged } from '../build/build-if-changed';
import { extensionFolder, root } from '../build/extension-folder';
import { findChromium } from '../find/chromium';
import { HubChild } from './hub-child';
import { startOptions, usage } from './options';
import { requireFreePort } from './require-free-port';
import { signIn } from './sign-in';

const began = performance.now();
const folder = join(root, '.samtale');

/** One a port: that is another address of the hub, which the account of a browser is bound to, and so are changes that still wait in it. */
const profileOf = (port: number) => join(folder, `browser-${port}`);
type Which = Omit<BrowserOptions, 'url'>;

let hub: HubChild | undefined;
let browser: Browser | undefined;
let usedInvitation = false;

/** Both ends at once, however often one presses Ctrl-C. */
let stopping: Promise<void> | undefined;
const stop = (code: number) => {
  stopping ??= (async () => {
    await Promise.all([browser?.close(), hub?.stop()]);
    process.exit(code);
  })();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));

async function start() {
  const options = optionsOrUsage();
  await requireFreePort(options.port, 'the hub', '--port');
  await requireFreePort(options.smtpPort, 'incoming mail', '--smtp-port');
  const profile = profileOf(options.port);
  await mkdir(profile, { recursive: true });
  if (!existsSync(join(folder, 'hub'))) console.log('Making a sample workspace. This happens once.');
  const data = join(folder, 'hub');
  const [child] = await Promise.all([HubChild.start({ data, port: options.port, smtpPort: options.smtpPort }), buildIfChanged()]);
  hub = child;
  child.onExit((code) => {
    if (stopping) return;
    console.error(`The hub ended by itself (${code ?? 'killed'}).`);
    stop(1);
  });

  const program = options.browser ? findChromium() : undefined;
  const shown = options.headless || hasDisplay();
  const opened = program && shown ? await openOrSay({ program, profile, headless: options.headless }, child) : false;
  say(child, opened ? undefined : whyByHand(options.browser, program, shown));
}

function optionsOrUsage() {
  try {
    return startOptions(process.argv.slice(2));
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

/** Chromium without a display ends at once with a message nobody sees. */
function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** A browser that does not come up, or loads no extension, is no reason to stop the hub: there is a way by hand. */
async function openOrSay(which: Which, child: HubChild): Promise<boolean> {
  try {
    await openSignedIn(which, child);
    return true;
  } catch (error) {
    if (!stopping) console.error(`${which.program}: ${error instanceof Error ? error.message : String(error)}`);
    const failed = browser;
    browser = undefined;
    await failed?.close();
    return false;
  }
}

async function openSignedIn(which: Which, { ready }: HubChild): Promise<void> {
  browser = Browser.open({ ...which, url: new URL('/mailbox', ready.url).href });
  browser.onExit(() => {
    if (!stopping) console.log('The browser was closed. The hub goes on until Ctrl-C.');
  });
  const extensionId = await browser.loadExtension(extensionFolder);
  const signedIn = join(which.profile, '.samtale-signed-in');
  if (!existsSync(signedIn)) {
    usedInvitation = true;
    await signIn(browser, extensionId, ready);
    await writeFile(signedIn, `${ready.url}\n`);
  }
  await browser.pressToolbarButton(extensionId);
}

function whyByHand(wanted: boolean, program: string | undefined, shown: boolean): string {
  if (!wanted) return 'No browser was opened (--no-browser).';
  if (!program) return 'No Chromium, Chrome, Edge, Brave or Vivaldi was found (CHROMIUM=<path> names one).';
  return shown ? 'The browser could not be opened.' : 'There is no display here to open a browser on.';
}

/** The link this start made, unless the browser came in by it: whoever has signed out, or lost a password, has a way back. */
const wayIn = ({ invitation }: HubChild['ready'], byHand: string | undefined) =>
  byHand || usedInvitation ? '' : `\n  A way back in   this link signs the administrator in once: ${invitation}`;

function say({ ready }: HubChild, byHand: string | undefined) {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`
Samtale is ready (${seconds} s).

  Hub             ${ready.url}
  Send test mail  to kundeservice@havnegaard.example, SMTP ${ready.smtp.host} port ${ready.smtp.port}
  Outgoing mail   stays here: ${new URL('/mailbox', ready.url).href}
  Play a visitor  who chats, calls or fills in a form: ${new URL('/simulator', ready.url).href}${wayIn(ready, byHand)}`);
  if (byHand) {
    console.log(`
${byHand} By hand:
  1. Open chrome://extensions, turn on Developer mode, choose "Load unpacked": ${extensionFolder}
  2. Open this link once, it signs you in: ${ready.invitation}
  3. Press the Samtale button in the toolbar and give it the hub's address: ${ready.url}`);
  }
  console.log('\nCtrl-C stops everything; the workspace stays in .samtale/ for the next start.');
}

// Last, so that everything above has its value by now.
try {
  await start();
} catch (error) {
  console.error(`\nSamtale did not start: ${error instanceof Error ? error.message : String(error)}`);
  stop(1);
}
