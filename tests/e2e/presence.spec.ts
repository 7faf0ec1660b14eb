import { expect, test } from './fixtures';
import { connect } from './support/connect';
import { HubProcess } from './support/hub-process';
import { browserOf, fillJoinForm, inviteByPanel, signedIn, someone } from './support/people';
import { violations } from './support/violations';

test('THR-14 D20 who has the conversation open too is seen, and that they write; gone when their browser is', async () => {
  test.setTimeout(300_000);
  const hub = await HubProcess.start({ sample: true });
  const admin = await browserOf();
  const colleague = await browserOf();
  try {
    await connect(admin.context, admin.page, hub.invitation, (window) => window.locator('button[type=submit]').click());
    await signedIn(admin.page);
    await admin.page.getByRole('option').first().waitFor({ timeout: 60_000 });
    const person = someone();
    const tab = await colleague.context.newPage();
    await tab.goto(await inviteByPanel(admin.page, { name: person.name, email: person.email }));
    await fillJoinForm(tab, person);
    await expect(tab.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
    await tab.close();
    await connect(colleague.context, colleague.page, hub.url);
    await signedIn(colleague.page);
    await colleague.page.getByRole('option').first().waitFor({ timeout: 60_000 });

    const id = await admin.page.getByRole('option').first().getAttribute('data-conversation');
    for (const { page } of [admin, colleague]) {
      await page.bringToFront();
      await page.locator(`[data-conversation="${id}"]`).click();
      await expect(page.getByRole('main', { name: 'Conversation' })).toBeVisible();
    }
    const name = person.name.split(' ')[0] ?? '';
    await expect(admin.page.getByText(`${name} is reading this`)).toBeVisible({ timeout: 60_000 });
    await expect(colleague.page.locator('.presence')).toContainText('is reading this');
    expect(await violations(admin.page)).toEqual([]);

    await colleague.page.keyboard.press('i');
    await colleague.page.getByRole('textbox', { name: 'Text of the comment' }).click();
    await colleague.page.keyboard.type('Ring');
    await expect(admin.page.getByText(`${name} is writing a comment`).first()).toBeVisible({ timeout: 30_000 });
    await expect(admin.page.getByRole('status').filter({ hasText: `${name} is writing a comment` })).toHaveCount(1);

    await colleague.close();
    await expect(admin.page.locator('.presence')).toHaveCount(0, { timeout: 60_000 });
  } finally {
    await Promise.allSettled([colleague.close(), admin.close()]);
    await hub.stop();
  }
});
