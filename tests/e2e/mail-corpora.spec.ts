import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { corporaFolder, hasCorpus } from '../corpora/corpus-folder';
import { test as base, expect } from './fixtures';
import { hearMails } from './support/hear-mails';
import { launchExtension } from './support/launch-extension';
import { plantThread, showMails } from './support/planted-thread';
import { pressEverything } from './support/press-everything';
import { signIn } from './support/sign-in';

const attacks = [
  'html-h5sc',
  'html-dompurify',
  'html-httpleaks',
  'html-owasp-evasion',
  'html-bluemonday',
  'html-html5lib-sanitizer',
  'html-htmlsanitizer',
  'html-sanitize-html',
  'html-bleach',
  'html-patt',
  'html-payloadbox',
  'html-svg-files',
];
const benign = ['html-benign-mailchimp', 'html-benign-postmark', 'html-benign-misc'];
const perRound = 200;

/** One panel for all corpora: signing in for each would take longer than most of them. */
const test = base.extend<object, { shown: { context: BrowserContext; panel: Page; heard: string[] } }>({
  shown: [
    async ({ hub }, use) => {
      const launched = await launchExtension();
      const { context } = launched;
      const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
      const panel = await context.newPage();
      await panel.setViewportSize({ width: 400, height: 800 });
      await panel.goto(`chrome-extension://${new URL(worker.url()).host}/sidepanel.html`);
      await signIn(context, panel, hub);
      await plantThread(panel);
      await use({ context, panel, heard: await hearMails(context, panel, hub.url) });
      await launched.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

// The largest take minutes: shared by all workers, so that none of them is what everything waits for.
test.describe.configure({ mode: 'parallel' });

for (const corpus of attacks) {
  test(`corpus ${corpus}, attacks: shown by the real message view, 0 scripts, 0 requests, 0 navigations`, async ({ shown: { panel, heard } }) => {
    test.skip(!hasCorpus(corpus), `CORPUS MISSING: ${corpus} is not in ${corporaFolder}`);
    test.setTimeout(600_000);
    heard.length = 0;
    const cases = casesOf(corpus);
    expect(cases.length).toBeGreaterThan(0);
    for (let at = 0; at < cases.length; at += perRound) {
      await showMails(
        panel,
        cases.slice(at, at + perRound).map((html) => html || '&nbsp;'),
      );
      await pressEverything(panel);
      expect(heard, `cases ${at} to ${at + perRound}`).toEqual([]);
    }
    // What a press set going has had a whole other mail's time to be heard.
    await showMails(panel, ['<p>Slut</p>']);
    expect(heard).toEqual([]);
  });
}

for (const corpus of benign) {
  test(`corpus ${corpus}: words, links and tables survive`, async ({ shown: { panel, heard } }) => {
    test.skip(!hasCorpus(corpus), `CORPUS MISSING: ${corpus} is not in ${corporaFolder}`);
    test.setTimeout(300_000);
    heard.length = 0;
    const cases = casesOf(corpus).filter((html) => /<\w/.test(html) && html.length < 90_000);
    expect(cases.length).toBeGreaterThan(0);
    await showMails(panel, cases);
    expect(await panel.evaluate(lostInFrames, cases)).toEqual([]);
    expect(heard).toEqual([]);
  });
}

function casesOf(corpus: string): string[] {
  const folder = join(corporaFolder, corpus);
  const list = join(folder, 'cases.jsonl');
  if (existsSync(list))
    return readFileSync(list, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const one: Record<string, unknown> = JSON.parse(line);
        return String(one.payload ?? one.input ?? one.in ?? one.html ?? one.value ?? line);
      });
  const files = (at: string): string[] =>
    readdirSync(at).flatMap((file) => (statSync(join(at, file)).isDirectory() ? files(join(at, file)) : [join(at, file)]));
  return files(folder)
    .filter((file) => /\.(html?|svg|xhtml|xml|test|txt)$/.test(file) && !/SOURCE|LICENSE/.test(file))
    .map((file) => readFileSync(file, 'utf8'));
}

/** In the page: what a reader of the source would see and a reader of the frame does not, mail by mail. */
function lostInFrames(htmls: string[]): string[] {
  const words = (root: ParentNode | null | undefined) => {
    const copy = root && 'cloneNode' in root ? (root.cloneNode(true) as HTMLElement) : undefined;
    for (const gone of copy?.querySelectorAll('style, script, title, summary, noscript, template, select, button, textarea') ?? []) gone.remove();
    return (copy?.textContent ?? '').split(/\s+/).filter((word) => word !== '');
  };
  return [...document.querySelectorAll('article.msg iframe')].flatMap((frame, n) => {
    const shown = frame instanceof HTMLIFrameElement ? frame.contentDocument?.getElementById('samtale-mail') : undefined;
    const source = new DOMParser().parseFromString(htmls[n] ?? '', 'text/html').body;
    const links = [...source.querySelectorAll('a[href^="http"]')].length - (shown?.querySelectorAll('a[href^="http"]').length ?? 0);
    const tables = source.querySelectorAll('table').length - (shown?.querySelectorAll('table').length ?? 0);
    const seen = new Set(words(shown));
    const gone = words(source).filter((word) => !seen.has(word));
    return gone.length === 0 && links <= 0 && tables <= 0 ? [] : [`${n}: ${gone.slice(0, 9).join(' ')}; ${links} links, ${tables} tables lost`];
  });
}
