import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { buildFolder } from './support/launch-extension';

const folder = buildFolder('shipped');
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const chunk = (name: string) => join(folder, 'chunks', name);
const chunks = () => readdirSync(join(folder, 'chunks'));
const kilobytes = (bytes: number) => Math.round(bytes / 1000);

/** A script and all it names statically. */
function withImports(start: string): string[] {
  const all = new Set([start]);
  for (const file of all) {
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:^|;)import[^('"`]*["'`](\.\/[^"'`]+)["'`]/gm))
      all.add(join(dirname(file), name ?? ''));
  }
  return [...all];
}

function firstWords(): string[] {
  const words = chunks().filter((name) => name.startsWith('first-words-'));
  expect(words).toHaveLength(4);
  return words;
}

/** What a script names in quotes. */
const quotedIn = (code: string) => new Set([...code.matchAll(/(["'`])([\w-]+)\1/g)].map(([, , name = '']) => name));

test('P16 the zipped extension is at most 700 KB', () => {
  // What a zip holds: each file deflated, and about 120 bytes of names and directory for each.
  const zipped = files.reduce((total, file) => total + deflateRawSync(readFileSync(file), { level: 9 }).length + 120, 0);
  console.log(`zipped: ${kilobytes(zipped)} KB`);
  expect(kilobytes(zipped)).toBeLessThanOrEqual(700);
});

test('P16 the worker is at most 120 KB gzipped', () => {
  const parts = withImports(join(folder, 'background.js'));
  expect(parts.length).toBeGreaterThan(1);
  const worker = parts.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
  console.log(`worker: ${kilobytes(worker)} KB gzipped`);
  expect(kilobytes(worker)).toBeLessThanOrEqual(120);
});

for (const { page, entry: named, limit } of [
  { page: 'the side panel', entry: /^sidepanel-.*\.js$/, limit: 560 },
  { page: 'the popup', entry: /^popup-.*\.js$/, limit: 500 },
])
  test(`P9 what ${page} loads before its first paint is at most ${limit} KB`, () => {
    // The page's script and what it names statically; the thread, the rules and the editor come when the list has painted.
    const [entry] = chunks().filter((name) => named.test(name));
    const first = withImports(chunk(entry ?? ''));
    // And what it may say then, in one language, which it asks for by name.
    const ofOneLanguage = Math.max(...firstWords().map((name) => readFileSync(chunk(name)).length));
    const bytes = first.reduce((sum, file) => sum + readFileSync(file).length, ofOneLanguage);
    console.log(`first paint of ${page}: ${kilobytes(bytes)} KB in ${first.length} files`);
    expect(first.length).toBeGreaterThan(1);
    expect(kilobytes(bytes)).toBeLessThanOrEqual(limit);
  });

test('P9 a page’s first scripts name no words that come after its first paint', () => {
  const [later = ''] = chunks().filter((name) => name.startsWith('rest-keys-'));
  const inLater = new Set(readFileSync(chunk(later), 'utf8').match(/[\w-]+/g));
  const rest = new Set(Object.keys(messages).filter((key) => inLater.has(key)));
  expect(rest.size).toBeGreaterThan(500);
  const entries = chunks().filter((name) => /^(sidepanel|popup|inbox|options)-[\w-]{8}\.js$/.test(name));
  expect(entries).toHaveLength(4);
  for (const entry of entries)
    for (const file of withImports(chunk(entry))) {
      const named = [...quotedIn(readFileSync(file, 'utf8'))];
      expect(named.filter((name) => rest.has(name) || rest.has(`${name}_other`))).toEqual([]);
    }
});

test('P16 the thread that reads mails is at most 50 KB of the zip, and holds one table of named letters', () => {
  const [thread] = files.filter((file) => /import-worker-[^/\\]*\.js$/.test(file));
  const code = readFileSync(thread ?? '');
  console.log(`reader of mails: ${kilobytes(deflateRawSync(code, { level: 9 }).length)} KB`);
  expect(kilobytes(deflateRawSync(code, { level: 9 }).length)).toBeLessThanOrEqual(50);
  // The name of one letter, whole: a table as a tree has none.
  expect(code.toString('utf8').split('CounterClockwiseContourIntegral')).toHaveLength(2);
});

test('P16 a loader that runs in other people’s pages is at most 20 KB', () => {
  const loaders = files.filter((file) => /-(loader|page)\.js$/.test(file));
  for (const loader of loaders) expect(readFileSync(loader).length, loader).toBeLessThanOrEqual(20_000);
});

test('gates are in the test build and nowhere in the shipped one', () => {
  const mentions = (build: 'shipped' | 'gates') => readFileSync(join(buildFolder(build), 'background.js'), 'utf8').includes('gateUrl');
  expect(mentions('gates')).toBe(true);
  expect(mentions('shipped')).toBe(false);
});

test('E30 the shipped code evaluates no text and loads none from afar', () => {
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  expect(scripts.filter(({ text }) => /\bimportScripts\(\s*["'`]https?:|\bimport\(\s*["'`]https?:/.test(text)).map(({ file }) => file)).toEqual([]);
  expect(pages.filter(({ text }) => /<script(?![^>]*\bsrc=")|\ssrc="https?:|\son\w+=/i.test(text)).map(({ file }) => file)).toEqual([]);
});
