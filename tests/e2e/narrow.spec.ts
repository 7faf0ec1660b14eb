import type { Page } from '@playwright/test';
import { expect, test } from './signed-in';
import { newConversation, reply, settled } from './support/conversation';

/** Nothing sticks out of the page at either side. */
const stickingOut = (panel: Page) =>
  panel.evaluate(() =>
    [...document.querySelectorAll('nav button, .composer *, .toast *')]
      .map((node) => ({ name: node.textContent, box: node.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.left < 0 || box.right > innerWidth))
      .map(({ name }) => name),
  );

test('VIEW-11 at 360 px and less, in the language with the longest words, every count is whole and More is in reach', async ({ panel }) => {
  await panel.getByRole('button', { name: 'Language, theme and session' }).click();
  await panel.getByRole('menuitemradio', { name: 'Svenska' }).click();
  const more = panel.getByRole('navigation').getByRole('button', { name: 'Mer' });
  await expect(more).toBeVisible();
  for (const width of [360, 320]) {
    await panel.setViewportSize({ width, height: 700 });
    await expect(async () => {
      const box = await more.boundingBox();
      expect(box && box.x + box.width).toBeLessThanOrEqual(width);
    }).toPass();
    await more.click();
    await panel.getByRole('menuitem', { name: 'Papperskorg' }).waitFor();
    await panel.keyboard.press('Escape');
  }
  await panel.setViewportSize({ width: 360, height: 700 });
  await expect.poll(() => stickingOut(panel)).toEqual([]);
});

/** Counts of every inbox on this device, as a team with much to do has them; `back`: those it had before. Runs in the page. */
async function plantCounts(back: boolean): Promise<void> {
  const names = (await indexedDB.databases()).map(({ name = '' }) => name).filter((name) => name.startsWith('samtale-'));
  for (const name of names) {
    const db = await new Promise<IDBDatabase>((done, fail) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
    const counters = db.transaction('counters', 'readwrite').objectStore('counters');
    await new Promise<void>((done) => {
      counters.getAll().onsuccess = ({ target }) => {
        for (const row of (target as IDBRequest).result) {
          const mine = Object.keys(row.counts).filter((key) => key.startsWith('mine:'));
          const many = { unassigned: 1234, open: 12345, chat: 1234, ...Object.fromEntries(mine.map((key) => [key, 1234])) };
          if (back) counters.put(row.before);
          else counters.put({ ...row, before: row, hub: undefined, counts: { ...row.counts, ...many } });
        }
        counters.transaction.oncomplete = () => done();
      };
    });
    db.close();
  }
}

test('VIEW-11 VIEW-12 with thousands of conversations Unassigned, Mine, All open and Chat are all in sight with their counts, and none lies under More', async ({
  panel,
}) => {
  await panel.getByRole('button', { name: 'Language, theme and session' }).click();
  await panel.getByRole('menuitemradio', { name: 'Svenska' }).click();
  const views = panel.getByRole('navigation', { name: 'Vyer' });
  await views.getByRole('button', { name: 'Mer' }).waitFor();
  await panel.evaluate(plantCounts, false);
  try {
    for (const width of [360, 400, 500]) {
      await panel.setViewportSize({ width, height: 700 });
      await panel.reload();
      await expect(views.getByRole('button', { name: 'Chatt' })).toContainText('234');
      const boxes = await views
        .getByRole('button')
        .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect()).map(({ left, right }) => ({ left, right })));
      expect(boxes).toHaveLength(5);
      for (const [at, { right }] of boxes.entries()) expect(right).toBeLessThanOrEqual(boxes[at + 1]?.left ?? width);
    }
  } finally {
    await panel.evaluate(plantCounts, true);
  }
});

test('RPL-7 a hidden copy can be added beside an open one, and a comment says who sees it on one line at 360 px', async ({ panel, sendMail }) => {
  await panel.setViewportSize({ width: 360, height: 700 });
  await newConversation(panel, sendMail);
  await panel.keyboard.press('r');
  await panel.getByRole('button', { name: 'Cc Bcc' }).click();
  await panel.getByLabel('Cc', { exact: true }).fill('lone@mail.example,');
  await expect(panel.getByRole('button', { name: 'Remove lone@mail.example' })).toBeVisible();
  await panel.getByRole('textbox', { name: 'Text of the reply' }).click();
  await panel.keyboard.insertText('Med kopi');
  await panel.getByText('Saved', { exact: true }).waitFor();
  // Opened anew it shows the lines that hold somebody; the way to the other one is still there.
  await panel.getByRole('button', { name: 'Fold away' }).click();
  await panel.keyboard.press('r');
  await expect(panel.getByRole('button', { name: 'Remove lone@mail.example' })).toBeVisible();
  await panel.getByRole('button', { name: 'Bcc', exact: true }).click();
  await expect(panel.getByLabel('Bcc', { exact: true })).toBeVisible();
  await panel.getByRole('button', { name: 'Discard draft' }).click();

  await panel.keyboard.press('i');
  const note = panel.getByText('Only your team sees this', { exact: true });
  await expect(note).toBeVisible();
  expect((await note.boundingBox())?.height).toBeLessThan(24);
  await panel.getByRole('textbox', { name: 'Text of the comment' }).click();
  await panel.keyboard.insertText('Ring til hende');
  await panel.getByText('Saved', { exact: true }).waitFor();
  expect(await stickingOut(panel)).toEqual([]);
});

test('X11 a reply is never said to be sent before it is: offline it waits for the network', async ({ panel, sendMail, setOffline }) => {
  await newConversation(panel, sendMail);
  await settled(panel);
  await setOffline(true);
  await reply(panel, 'Skrevet uden net');
  await expect(panel.getByText('The reply waits for the network', { exact: true }).first()).toBeVisible();
  await expect(panel.getByText(/Reply sent|^Sent \d/)).toHaveCount(0);
  // What waits is listed at the foot of the list, and the way back from it stands above, with the views in reach.
  await panel.keyboard.press('Escape');
  await panel.locator('footer').getByRole('button', { name: /wait/ }).click();
  const details = await panel.getByRole('region', { name: 'Waiting changes' }).boundingBox();
  const toast = await panel.getByRole('region', { name: 'The reply waits for the network' }).boundingBox();
  if (!details || !toast) throw new Error('the list of what waits, or its toast, is not there');
  expect(toast.y + toast.height).toBeLessThanOrEqual(details.y);
  expect(toast.y).toBeGreaterThan(100);
});
