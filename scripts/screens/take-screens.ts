import type { Page } from '@playwright/test';
import { test } from '../../tests/e2e/fixtures';

const themes = ['light', 'dark'] as const;

/** Each picture twice, as a person sees it in either theme. */
async function take(page: Page, name: string) {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.screenshot({ path: `docs/screens/${name}-${theme}.png`, animations: 'disabled' });
  }
}

test('connect', async ({ openPage }) => {
  const page = await openPage('sidepanel.html');
  await page.getByRole('textbox').waitFor();
  await take(page, 'connect');
  await page.getByRole('textbox').fill('http://hub.havnegaard.example');
  await page.locator('button[type=submit]').click();
  await page.getByRole('alert').first().waitFor();
  await take(page, 'connect-problem');
});

test('list and thread', async ({ panel, setOffline }) => {
  const open = async (view: string) => {
    await panel.getByRole('button', { name: 'More' }).click();
    await panel
      .getByRole('menuitem', { name: view })
      .or(panel.getByRole('menuitemradio', { name: view }))
      .first()
      .click();
  };
  await panel
    .getByRole('button', { name: 'Switch inbox' })
    .or(panel.getByRole('button', { name: 'Erhverv' }))
    .first()
    .click();
  await panel
    .getByRole('menuitemradio', { name: 'Kundeservice' })
    .or(panel.getByRole('menuitem', { name: 'Kundeservice' }))
    .first()
    .click();
  await panel.getByRole('button', { name: /^Up to date/ }).waitFor({ timeout: 60_000 });
  await take(panel, 'list');
  await panel.getByRole('button', { name: 'More' }).click();
  await take(panel, 'views');
  await panel.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'More' }).waitFor();
  await open('Spam');
  await panel.getByRole('option').first().waitFor();
  await take(panel, 'spam');
  await panel.getByRole('button', { name: 'Language, theme and session' }).click();
  await take(panel, 'menu');
  await panel.keyboard.press('Escape');

  await panel.getByRole('button', { name: /^All open/ }).click();
  await panel
    .getByRole('option', { name: /Leveringen mangler/ })
    .first()
    .click();
  await panel.getByRole('article').first().waitFor();
  await take(panel, 'conversation');
  await panel.getByRole('button', { name: /^Reply to/ }).click();
  await panel.getByRole('textbox', { name: 'Text of the reply' }).click();
  await panel.keyboard.type('Benene kommer med bilen i morgen mellem 8 og 12.');
  await panel.getByText('Saved', { exact: true }).waitFor();
  await take(panel, 'thread');
  await panel.keyboard.press('Control+Enter');
  await panel.getByRole('textbox', { name: 'Text of the reply' }).waitFor({ state: 'hidden' });
  await setOffline(true);
  await panel.getByRole('button', { name: 'Comment' }).first().click();
  await panel.getByRole('textbox', { name: 'Text of the comment' }).click();
  await panel.keyboard.type('Ring til Bent før 15.');
  await take(panel, 'comment');
  await panel.keyboard.press('Control+Enter');
  await panel.getByRole('button', { name: /wait/ }).click();
  await take(panel, 'offline');
});
