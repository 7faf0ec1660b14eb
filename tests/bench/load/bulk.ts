import { parseArgs } from 'node:util';
import type { BrowserContext, Page } from '@playwright/test';
import { launchExtension } from '../../e2e/support/launch-extension';
import { plantMany } from '../../e2e/support/plant-many';
import { readConnections } from '../../e2e/support/read-store';
import { type ThreadTasks, watchTasks } from './task-watch';

/**
 * `npm run bench -- bulk [--conversations 5000]`: so many are closed at once and put back in a workspace of this computer (LIST-3, K20). Prints the tasks
 * over 50 ms of the page and of the worker.
 */
const { values } = parseArgs({ args: process.argv.slice(3), options: { conversations: { type: 'string', default: '5000' } } });
const conversations = Number(values.conversations);
const long = 50;
/** Nothing here is a test: a machine that does other things too may take its time. */
const timeout = 900_000;

function lineOf({ thread, tasks }: ThreadTasks): string {
  const over = (of: 'ms' | 'cpu') => tasks.filter((task) => task[of] > long).length;
  const longest = (of: 'ms' | 'cpu') =>
    tasks
      .map((task) => Math.round(task[of]))
      .sort((a, b) => b - a)
      .slice(0, 5)
      .join(', ');
  return `  ${thread}: ${tasks.length} tasks; of the processor ${over('cpu')} over ${long} ms (longest ${longest('cpu')}), on the clock ${over('ms')} (${longest('ms')})`;
}

async function closeAndPutBack(context: BrowserContext, page: Page) {
  const tab = page.getByRole('button', { name: /^Unassigned/ });
  const count = async () => Number((await tab.locator('.n').textContent())?.replace(/\D/g, ''));
  await tab.click();
  while ((await count()) < conversations) await page.waitForTimeout(200);
  const total = await count();
  await page.getByRole('option').first().waitFor();
  await page.getByRole('listbox').focus();
  const tasks = await watchTasks(context);
  const began = performance.now();
  const marks: string[] = [];
  const mark = (what: string) => marks.push(`${what} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  await page.keyboard.press('Control+a');
  await page
    .getByRole('toolbar')
    .getByText(`${total.toLocaleString('en')} selected`)
    .waitFor();
  await page.keyboard.press('e');
  await page
    .getByText(/^[\d,]+ closed/)
    .first()
    .waitFor({ timeout });
  mark('closed');
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await page
    .getByText(/^[\d,]+ put back/)
    .first()
    .waitFor({ timeout });
  mark('put back');
  while ((await count()) !== total) await page.waitForTimeout(200);
  console.log(`${total} conversations on this computer: ${marks.join(', ')}`);
  for (const line of (await tasks()).map(lineOf)) console.log(line);
}

const { context, close } = await launchExtension();
try {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.setViewportSize({ width: 400, height: 800 });
  // What tsx writes into functions, also into those a page evaluates.
  await page.addInitScript('globalThis.__name = (of) => of');
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/sidepanel.html`);
  await page.getByRole('button', { name: 'Look around first' }).click();
  await page.getByRole('option').first().waitFor();
  const [connection] = await readConnections(page);
  await plantMany(page, `samtale-${connection?.id}`, conversations);
  await page.reload();
  await closeAndPutBack(context, page);
} finally {
  await close();
}
