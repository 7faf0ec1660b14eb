import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findChromium } from '../../scripts/find/chromium';
import type { BenchRow } from './bench-row';
import { benchRows } from './bench-rows';
import { lineOf, type Result, resultOf } from './result';

const { values } = parseArgs({ options: { small: { type: 'boolean', default: false }, json: { type: 'string' }, only: { type: 'string' } } });
const conversations = values.small ? 10_000 : 100_000;
const only = values.only?.split(',');
const chosen = benchRows.filter((row) => !only || only.includes(row.name));

/** The page's code, bundled as the extension's own pages are. */
async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('page.ts', import.meta.url));
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib: { entry, formats: ['es'], fileName: 'page' } } });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('the bench page was not built');
  return output.output[0].code;
}

async function measure(rows: readonly BenchRow[]): Promise<Result[]> {
  const code = await bundle();
  const server = createServer((request, response) => {
    const script = request.url === '/page.js';
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.end(script ? code : '<!doctype html><title>bench</title><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => 'runBenchRow' in globalThis);
    const results: Result[] = [];
    for (const row of rows) {
      const samples = await page.evaluate(([name, size]) => globalThis.runBenchRow(name, size), [row.name, conversations] as const);
      const result = resultOf(row, samples);
      console.log(lineOf(result));
      results.push(result);
    }
    return results;
  } finally {
    await browser.close();
    server.close();
  }
}

console.log(`${conversations.toLocaleString('en')} conversations, ${(conversations * 10).toLocaleString('en')} messages; median of each side`);
const results = await measure(chosen);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ conversations, results }, null, 2)}\n`);
process.exitCode = results.every(({ pass }) => pass) ? 0 : 1;
