import type { Page } from '@playwright/test';
import { expect, test } from './signed-in';
import { settled } from './support/conversation';

interface Line {
  words: string;
  box: number[];
}
interface Seen {
  ahead?: Line[];
  hidden?: boolean;
  react?: Line[];
  /** What moved in the list, frame by frame. */
  moved: string[];
}

/** In the page from its start: the rows drawn ahead, those of React in the moment they take their place, and what moved. */
function watchOpening() {
  const seen: Seen = { moved: [] };
  Object.assign(globalThis, { seen });
  // What stands in a row: its parts where they are, with their words.
  const lines = (root: Element | null) =>
    [...(root?.querySelectorAll('.day, .row, .row .nm, .row .t, .row .sub, .row .pre, .row svg') ?? [])].map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      return { words: part.textContent ?? '', box: [x, y, width, height].map((px) => Math.round(px * 100) / 100) };
    });
  new MutationObserver(() => {
    const opening = document.getElementById('opening');
    if (opening && !seen.ahead) {
      seen.ahead = lines(opening);
      seen.hidden = opening.inert && opening.ariaHidden === 'true';
    }
    if (!opening && seen.ahead && !seen.react) seen.react = lines(document.getElementById('root'));
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    const nodes = list.getEntries().flatMap((entry) => (entry as PerformanceEntry & { sources: { node: Node | null }[] }).sources);
    for (const { node } of nodes) {
      const part = node instanceof Element ? node : node?.parentElement;
      if (part?.closest('.list, #opening')) seen.moved.push(part.outerHTML);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** On a busy machine React may be faster: until it was not. */
async function openedAgain(page: Page): Promise<Required<Seen>> {
  let seen: Seen = { moved: [] };
  await expect(async () => {
    await page.reload();
    await page.getByRole('option').first().waitFor();
    seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
    expect(seen.ahead?.length).toBeGreaterThan(10);
  }).toPass();
  return seen as Required<Seen>;
}

async function choose(panel: Page, ...names: string[]) {
  for (const name of names) {
    await panel.locator('header.bar button').last().click();
    await panel.getByRole('menuitemradio', { name, exact: true }).click();
    await expect(panel.getByRole('menuitemradio', { name, exact: true })).toBeHidden();
  }
}

test('P9 rows drawn before React are to the pixel those that React draws, and nothing moves when it does', async ({ panel, openPage }) => {
  await settled(panel);
  const popup = await openPage('popup.html');
  await popup.setViewportSize({ width: 380, height: 560 });
  for (const page of [panel, popup]) await page.addInitScript(watchOpening);
  for (const choices of [
    ['Dark', 'Two lines'],
    ['Light', 'Three lines', 'Dansk'],
  ]) {
    await choose(panel, ...choices);
    for (const page of [panel, popup]) {
      const { ahead, react, hidden, moved } = await openedAgain(page);
      expect(hidden).toBe(true);
      expect(react.slice(0, ahead.length)).toEqual(ahead);
      expect(moved).toEqual([]);
    }
  }
});
