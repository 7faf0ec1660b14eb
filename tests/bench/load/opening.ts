import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import type { BrowserContext } from '@playwright/test';
import { bundleForPage } from '../../e2e/support/bundle-for-page';
import { HubProcess } from '../../e2e/support/hub-process';
import { launchExtension } from '../../e2e/support/launch-extension';
import { databaseNames } from '../../e2e/support/read-store';
import { signIn } from '../../e2e/support/sign-in';
import { lineOf, resultOf } from '../result';

/**
 * `npm run bench -- opening [--conversations 100000]`: P9, how long side panel and popup of the built extension take from the start of their
 * navigation until rows are painted. The floor is a plain page that reads 50 rows from IndexedDB and paints them; all three in turn, in one browser.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { conversations: { type: 'string', default: '100000' }, times: { type: 'string', default: '11' } },
});
const conversations = Number(values.conversations);

const floorPage = `<!doctype html><meta charset="utf-8"><title>floor</title><ul></ul><script>
const asked = indexedDB.open('floor', 1);
asked.onupgradeneeded = () => {
  const rows = asked.result.createObjectStore('rows', { keyPath: 'id' });
  for (let id = 0; id < 50; id++) rows.put({ id, name: 'Kim Holm ' + id, subject: 'The order of ' + id, preview: 'the order invoice delivery tomorrow '.repeat(4), at: 1.8e12 + id });
};
asked.onsuccess = () => {
  const all = asked.result.transaction('rows').objectStore('rows').getAll();
  all.onsuccess = () => {
    for (const row of all.result) {
      const line = document.createElement('li');
      line.setAttribute('role', 'option');
      for (const text of [row.name, row.subject, row.preview, new Date(row.at).toLocaleTimeString()]) line.append(Object.assign(document.createElement('span'), { textContent: text }));
      document.querySelector('ul').append(line);
    }
  };
};
</script>`;

/** In every page from its start: the moment after the frame with the first rows, and after that with rows one can act on, in ms since the start of the navigation. */
const watchRows = `
for (const [name, rows] of [['painted', '[role=option], #opening .row'], ['ready', '[role=option]']]) {
  const watch = new MutationObserver(() => {
    if (!document.querySelector(rows)) return;
    watch.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => Object.assign(globalThis, { [name]: performance.now() });
      port2.postMessage(null);
    });
  });
  watch.observe(document, { childList: true, subtree: true });
}`;

interface Rows {
  painted: number;
  ready: number;
}

async function opened(context: BrowserContext, url: string): Promise<Rows> {
  const page = await context.newPage();
  await page.goto(url);
  const rows = await page.waitForFunction(
    () => {
      const { painted, ready } = globalThis as Partial<Rows>;
      return painted !== undefined && ready !== undefined && { painted, ready };
    },
    undefined,
    { timeout: 60_000 },
  );
  const at = await rows.jsonValue();
  await page.close();
  return at || { painted: Number.NaN, ready: Number.NaN };
}

const hub = await HubProcess.start({ sample: true });
const { context, close } = await launchExtension();
const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(floorPage));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
try {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const pages = `chrome-extension://${new URL(worker.url()).host}`;
  const page = await context.newPage();
  await page.goto(`${pages}/sidepanel.html`);
  await signIn(context, page, hub);
  // Nothing is to come in between; what is there is there.
  await hub.terminate();
  const database = (await databaseNames(page)).find((name) => name !== 'samtale');
  if (database === undefined) throw new Error('there is no workspace');
  const code = await bundleForPage('../../bench/load/fill-in-page.ts', 'filling');
  await page.evaluate(`(async () => { ${code}; await filling.fill(${JSON.stringify(database)}, ${conversations}); })()`);
  await page.close();
  console.log(`${conversations.toLocaleString('en')} conversations, ${(conversations * 10).toLocaleString('en')} messages`);

  await context.addInitScript(watchRows);
  const floorUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  for (const [name, file] of [
    ['side panel', 'sidepanel.html'],
    ['popup', 'popup.html'],
  ] as const) {
    const painted = { ours: [] as number[], floor: [] as number[] };
    const ready = { ours: [] as number[], floor: [] as number[] };
    await opened(context, floorUrl);
    await opened(context, `${pages}/${file}`);
    for (let n = 0; n < Number(values.times); n++) {
      const ours = await opened(context, `${pages}/${file}`);
      const floor = await opened(context, floorUrl);
      painted.ours.push(ours.painted);
      painted.floor.push(floor.painted);
      ready.ours.push(ours.ready);
      ready.floor.push(floor.ready);
    }
    const what = `${name}: start of the navigation to rows painted; floor: plain page, 50 rows`;
    console.log(lineOf(resultOf({ name: 'P9', what, unit: 'ms', target: { atMost: 1.3 } }, painted)));
    const { ours, ratio } = resultOf({ name: 'P9', what, unit: 'ms', target: { atMost: 1.3 } }, ready);
    console.log(`     ${name}: rows one can act on after ${ours.toFixed(0)} ms, ratio ${ratio.toFixed(2)}`);
  }
} finally {
  await close();
  server.close();
  await hub.stop();
}
