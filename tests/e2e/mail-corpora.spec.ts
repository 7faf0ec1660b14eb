import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { corporaFolder, hasCorpus } from '../corpora/corpus-folder';
import { expect, test } from './fixtures';
import { bundleForPage } from './support/bundle-for-page';
import { hearMails } from './support/hear-mails';
import { type Launched, launchExtension } from './support/launch-extension';
import { plantThread, showMails } from './support/planted-thread';
import { pressEverything } from './support/press-everything';
import type { documentsOf } from './support/sanitiser-in-page';
import { signIn } from './support/sign-in';

interface InPage {
  documentsOf: typeof documentsOf;
}

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

// One panel for all corpora: signing in for each would take longer than most of them.
let launched: Launched;
let panel: Page;
let heard: string[];

test.beforeAll(async ({ hub }) => {
  launched = await launchExtension();
  const { context } = launched;
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  panel = await context.newPage();
  await panel.setViewportSize({ width: 400, height: 800 });
  await panel.goto(`chrome-extension://${new URL(worker.url()).host}/sidepanel.html`);
  await signIn(context, panel, hub);
  await plantThread(panel);
  await panel.evaluate(`${await bundleForPage('./sanitiser-in-page.ts', 'sanitiser')}; globalThis.documentsOf = sanitiser.documentsOf;`);
  heard = await hearMails(context, panel, hub.url);
});

test.afterAll(() => launched?.close());

/**
 * What the sanitiser makes of each case, in the panel. Many come out the same, and the message view knows nothing of a mail's HTML but that:
 * one mail stands for all of which it is true.
 */
async function distinct(cases: readonly string[]): Promise<{ html: string; document: string }[]> {
  const made = await panel.evaluate((htmls) => (globalThis as unknown as InPage).documentsOf(htmls), cases);
  expect(made.length).toBe(cases.length);
  const firsts = new Map<string, { html: string; document: string }>();
  for (const [n, { known, document }] of made.entries()) if (!firsts.has(known)) firsts.set(known, { html: cases[n] ?? '', document });
  return [...firsts.values()];
}

for (const corpus of attacks) {
  test(`corpus ${corpus}, attacks: each sanitised, all that comes of it shown by the real message view, 0 scripts, 0 requests, 0 navigations`, async () => {
    test.skip(!hasCorpus(corpus), `CORPUS MISSING: ${corpus} is not in ${corporaFolder}`);
    test.setTimeout(600_000);
    heard.length = 0;
    const cases = casesOf(corpus).map((html) => html || '&nbsp;');
    expect(cases.length).toBeGreaterThan(0);
    const mails = await distinct(cases);
    for (let at = 0; at < mails.length; at += perRound) {
      const round = mails.slice(at, at + perRound);
      await showMails(
        panel,
        round.map(({ html }) => html),
      );
      // The extension's own sanitiser made of each what it was taken to make.
      expect(await panel.evaluate(documentsInFrames)).toEqual(round.map(({ document }) => document));
      await pressEverything(panel);
      expect(heard, `mails ${at} to ${at + perRound}`).toEqual([]);
    }
    // What a press set going has had a whole other mail's time to be heard.
    await showMails(panel, ['<p>Slut</p>']);
    expect(heard).toEqual([]);
  });
}

for (const corpus of benign) {
  test(`corpus ${corpus}: words, links and tables survive`, async () => {
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

/** In the page: what each frame was given, mail by mail. */
const documentsInFrames = () => [...document.querySelectorAll('article.msg iframe')].map((frame) => frame.getAttribute('srcdoc'));

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
