import type { Page } from '@playwright/test';
import { expect, test } from './signed-in';
import { clipped } from './support/clipped';
import { arrivedRow, settled } from './support/conversation';
import { takeLook } from './support/take-look';
import { violations } from './support/violations';

const tags = (page: Page) => page.getByRole('main', { name: 'Conversation' }).getByRole('list', { name: 'Tags' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Tags' });
const find = (page: Page) => dialog(page).getByRole('textbox', { name: 'Find or make a tag' });

test('THR-16 X26 a tag is made by typing it, found again by a part of its name, taken off by a press, and put back', async ({ panel, sendMail }) => {
  const [first, second] = ['Mærket et', 'Mærket to'].map((name) => `${name} ${process.pid}`);
  const tag = `Afhentning ${process.pid}`;
  for (const subject of [first, second])
    await sendMail({ from: `Mette <mette${process.pid}@mail.example>`, to: 'erhverv@havnegaard.example', subject: subject ?? '', text: 'Hej' });
  await (await arrivedRow(panel, first ?? '')).click();
  await panel.keyboard.press('t');
  await find(panel).fill(tag);
  await expect(dialog(panel).getByRole('button', { name: `Make “${tag}”` })).toBeVisible();
  expect(await violations(panel)).toEqual([]);
  await takeLook(panel, 'tag-dialog');
  await panel.keyboard.press('Enter');
  await expect(dialog(panel)).toBeHidden();
  await expect(tags(panel)).toHaveText(tag);
  await expect(panel.locator('.toasts')).toContainText(tag);
  await expect(panel.getByText(`Tagged “${tag}” by you`)).toBeVisible();
  expect(await violations(panel)).toEqual([]);
  await takeLook(panel, 'tagged');
  await settled(panel);

  await panel.getByRole('button', { name: 'Back to the list' }).click();
  await (await arrivedRow(panel, second ?? '')).click();
  await panel.keyboard.press('t');
  await find(panel).fill(`hentning ${process.pid}`);
  await dialog(panel).getByRole('button', { name: tag, exact: true }).click();
  await expect(tags(panel)).toHaveText(tag);
  await tags(panel)
    .getByRole('button', { name: `Take off ${tag}` })
    .click();
  await expect(tags(panel)).toHaveCount(0);
  await panel.locator('.toasts').getByRole('button', { name: /^Undo/ }).first().click();
  await expect(tags(panel)).toHaveText(tag);
  await settled(panel);
});

test('THR-16 LIST-3 all that is ticked is tagged at once; another name and a tag put into another are seen everywhere', async ({
  panel,
  context,
  extensionId,
  sendMail,
}) => {
  const subjects = ['a', 'b'].map((name) => `Flere mærkede ${name} ${process.pid}`);
  const [vip, gold, named] = ['Vip', 'Guld', 'Guldkunde'].map((name) => `${name} ${process.pid}`) as [string, string, string];
  for (const subject of subjects) {
    await sendMail({ from: `Per <per${process.pid}@mail.example>`, to: 'erhverv@havnegaard.example', subject, text: 'Hej' });
    await arrivedRow(panel, subject);
  }
  const [a, b] = subjects.map((subject) => panel.getByRole('option', { name: subject }));
  for (const row of [a, b]) await row?.click({ modifiers: ['ControlOrMeta'] });
  await panel.keyboard.press('t');
  await find(panel).fill(vip);
  await panel.keyboard.press('Enter');
  await expect(panel.locator('.toasts').getByText('2 tagged')).toBeVisible();
  await a?.click();
  await expect(tags(panel)).toHaveText(vip);
  await panel.keyboard.press('t');
  await find(panel).fill(gold);
  await panel.keyboard.press('Enter');
  await expect(tags(panel).getByRole('listitem')).toHaveText([vip, gold]);
  await settled(panel);

  const settings = await context.newPage();
  await settings.setViewportSize({ width: 1280, height: 900 });
  await settings.goto(`chrome-extension://${extensionId}/options.html#/tags`);
  await settings.getByRole('button', { name: `Rename ${gold}` }).click();
  await settings.getByRole('textbox', { name: `Name of the tag ${gold}` }).fill(vip.toUpperCase());
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings.getByText(`There is a tag called ${vip.toUpperCase()} already.`).first()).toBeVisible();
  await settings.getByRole('textbox', { name: `Name of the tag ${gold}` }).fill(named);
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(tags(panel).getByRole('listitem')).toHaveText([vip, named]);
  await settings.getByRole('button', { name: `Put ${vip} into another tag` }).click();
  await settings.getByRole('combobox', { name: `Put ${vip} into another tag` }).selectOption({ label: named });
  expect(await violations(settings)).toEqual([]);
  for (const width of [360, 400, 600, 1024, 1440, 1920]) {
    await settings.setViewportSize({ width, height: 900 });
    await expect.soft.poll(() => clipped(settings), { message: `at ${width} px` }).toEqual([]);
  }
  await settings.setViewportSize({ width: 1280, height: 900 });
  await takeLook(settings, 'settings-tags');
  await settings.getByRole('button', { name: 'Put together' }).click();
  await expect(settings.getByText(vip, { exact: true })).toHaveCount(0);
  await expect(tags(panel).getByRole('listitem')).toHaveText([named]);
  await settings.close();
  await settled(panel);
});
