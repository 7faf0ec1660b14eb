import { expect, test } from './fixtures';
import { twoAgents } from './support/two-agents';
import { violations } from './support/violations';

test('THR-14 D20 who has the conversation open too is seen, and that they write; gone when their browser is', async () => {
  test.setTimeout(300_000);
  await twoAgents(async ({ admin, colleague, person }) => {
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
  });
});
