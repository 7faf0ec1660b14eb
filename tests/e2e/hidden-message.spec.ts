import type { Page } from '@playwright/test';
import { expect, test } from './signed-in';
import { arrivedRow, comment, settled } from './support/conversation';
import { databaseNames, readTable } from './support/read-store';
import { takeLook } from './support/take-look';
import { violations } from './support/violations';

/** The stores of this device in which these words stand. */
async function tablesWith(page: Page, words: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of (await databaseNames(page)).filter((one) => one.startsWith('samtale-')))
    for (const table of ['threads', 'pendingMessages', 'bodies', 'base', 'conversations', 'hiddenMessages', 'confirmed', 'outbox', 'undoEntries'])
      if (JSON.stringify(await readTable(page, name, table)).includes(words)) found.push(table);
  return found;
}

test('THR-11 D15 a message is hidden with the words that repeat it, stands nowhere on the device once the hub has heard, and comes back whole', async ({
  panel,
  sendMail,
}) => {
  const card = `4111 1111 ${process.pid}`;
  const subject = `Kortnummer ${process.pid}`;
  await sendMail({
    from: `Bodil Lund <bodil${process.pid}@mail.example>`,
    to: 'erhverv@havnegaard.example',
    subject,
    text: `Hej\n\nMit kort er ${card}`,
    html: `<p>Hej</p><p>Mit kort er ${card}</p>`,
    messageId: `<kort-${process.pid}@mail.example>`,
  });
  await (await arrivedRow(panel, subject)).click();
  const mail = panel.getByRole('article', { name: /From Bodil Lund/ });
  await mail.waitFor();
  await comment(panel, `Hun skrev: Mit kort er ${card}`);
  await expect(panel.getByRole('article').filter({ hasText: 'Hun skrev' })).toBeVisible();
  await settled(panel);

  await mail.getByRole('button', { name: 'More about this message' }).click();
  await panel.getByRole('menuitem', { name: 'Hide message' }).click();
  const dialog = panel.getByRole('dialog', { name: 'Hide this message?' });
  await expect(dialog).toContainText('A later message repeats what it says.');
  expect(await violations(panel)).toEqual([]);
  await takeLook(panel, 'hide-dialog');
  await dialog.getByRole('checkbox').click();
  await expect(dialog.getByRole('button', { name: 'Hide this message only' })).toBeVisible();
  await dialog.getByRole('checkbox').click();
  await dialog.getByRole('button', { name: 'Hide 2 messages' }).click();
  await expect(panel.getByText(/^Message hidden by you/)).toHaveCount(2);
  expect(await violations(panel)).toEqual([]);
  await takeLook(panel, 'hidden');
  await settled(panel);
  await expect.poll(() => tablesWith(panel, card), { message: 'what of it is left on the device', timeout: 40_000 }).toEqual([]);

  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('option', { name: subject }).getByText('Message hidden')).toBeVisible();
  await takeLook(panel, 'hidden-row');
  await panel.getByRole('option', { name: subject }).click();
  await panel.getByRole('button', { name: 'Show to all' }).first().click();
  await expect(panel.getByText(/^Message hidden by you/)).toHaveCount(1);
  await expect(mail).toBeVisible();
  expect(await tablesWith(panel, card)).toContain('threads');
});
