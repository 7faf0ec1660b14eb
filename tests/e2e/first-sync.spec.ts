import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { comment, settled, threadOf } from './support/conversation';
import { GateServer } from './support/gate-server';
import { signIn } from './support/sign-in';

test.use({ build: 'gates' });

/** Every page of history that was asked for, in order. */
function pagesAsked(context: BrowserContext): { space: string; after: string | null }[] {
  const asked: { space: string; after: string | null }[] = [];
  context.on('request', (request) => {
    // Before it, the browser asks whether it may.
    if (request.method() !== 'POST' || !request.url().endsWith('/sync/bootstrap')) return;
    const { space, after } = request.postDataJSON() as { space: string; after: string | null };
    asked.push({ space, after });
  });
  return asked;
}
const progress = (panel: Page) => panel.locator('footer .bar .btn');
/** The inbox with the most conversations has several pages. */
const inFullestInbox = (panel: Page) => panel.getByRole('option').first();
/** Where each inbox was begun: once, or the first sync has started again. */
const begun = (asked: { space: string; after: string | null }[]) => asked.filter(({ after }) => after === null).map(({ space }) => space);

test('K7 the first sync shows how far it is, and one works from its first page on', async ({ context, worker, openPage, hub }) => {
  const gates = await GateServer.start();
  await gates.guard(worker);
  gates.hold('bootstrap:applied');
  const panel = await openPage('sidepanel.html');
  await signIn(context, panel, hub);
  await gates.reached();
  await expect(progress(panel)).toContainText(/First sync: \d+ of \d+ conversations/);
  await inFullestInbox(panel).click();
  await expect(threadOf(panel)).not.toHaveCount(0);
  await comment(panel, 'Skrevet før alt er her');
  await expect(threadOf(panel).getByText('Skrevet før alt er her')).toBeVisible();
  await expect(progress(panel)).toContainText(/^\d+ of \d+, \d+ changes? waits?/);
  await progress(panel).click();
  await expect(panel.getByRole('listitem').filter({ hasText: 'Comment' })).toBeVisible();
  gates.release();
  await settled(panel);
  await expect(threadOf(panel).getByText('Skrevet før alt er her')).toHaveCount(1);
  await gates.close();
});

test('F21 the worker killed in the middle of the first sync: it goes on where it was', async ({ context, worker, openPage, hub, killWorker }) => {
  const asked = pagesAsked(context);
  const gates = await GateServer.start();
  await gates.guard(worker);
  gates.hold('bootstrap:applied');
  const panel = await openPage('sidepanel.html');
  await signIn(context, panel, hub);
  await gates.reached();
  expect(asked.length).toBeGreaterThan(0);
  await killWorker();
  gates.release();
  await panel.evaluate(() => chrome.runtime.sendMessage({ type: 'nudge' }));
  await settled(panel);
  expect(begun(asked)).toEqual([...new Set(begun(asked))]);
  expect(asked.some(({ after }) => after !== null)).toBe(true);
  await gates.close();
});

test('F21 the hub gone in the middle of the first sync: what is here is shown, and it goes on when the hub is back', async ({
  context,
  worker,
  openPage,
  hub,
}) => {
  const asked = pagesAsked(context);
  const gates = await GateServer.start();
  await gates.guard(worker);
  gates.hold('bootstrap:applied');
  const panel = await openPage('sidepanel.html');
  await signIn(context, panel, hub);
  await gates.reached();
  await hub.kill();
  gates.release();
  await expect(progress(panel)).toContainText(/Offline/);
  await inFullestInbox(panel).click();
  await expect(threadOf(panel)).not.toHaveCount(0);
  const before = asked.length;
  await hub.restart();
  await panel.evaluate(() => chrome.runtime.sendMessage({ type: 'nudge' }));
  await settled(panel);
  const answered = asked.slice(0, 1);
  expect(asked.length).toBeGreaterThan(before);
  // The page that was here was not asked for again.
  expect(asked.slice(1)).not.toContainEqual(answered[0]);
  await gates.close();
});
