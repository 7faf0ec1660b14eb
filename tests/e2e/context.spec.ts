import type { Page } from '@playwright/test';
import { expect, test } from './signed-in';
import { openFullPage } from './support/full-page';
import { violations } from './support/violations';

const row = (page: Page, subject: string) => page.getByRole('option', { name: new RegExp(subject) });
/** A pane of the page; in the panel the screen itself. */
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' }).or(page.getByRole('main', { name: 'Details' }));
const part = (page: Page, name: string) => details(page).getByRole('button', { name: new RegExp(`^${name}( \\d+)?$`) });

type Send = (mail: { from: string; to: string; subject: string; text: string }) => Promise<unknown>;
/** One mail after the other, so that the last one is on top. */
async function writes(sendMail: Send, page: Page, from: string, ...subjects: string[]) {
  for (const subject of subjects) {
    await sendMail({ from, to: 'kundeservice@havnegaard.example', subject, text: `Hej\n\n${subject}` });
    await expect(row(page, subject)).toBeVisible({ timeout: 30_000 });
  }
}

async function inbox(page: Page) {
  await page.locator('header.bar button, .rail button').first().click();
  await page.getByRole('menuitemradio', { name: /Kundeservice/ }).click();
}

test('CTX-1 CTX-5 SUR-2 in the panel a key opens the context over the thread; a contact comes off, on again by Undo, and another in their place', async ({
  panel,
  sendMail,
}) => {
  await inbox(panel);
  await writes(sendMail, panel, '"Tove Kontekst" <tove.kontekst@mail.example>', 'Kontekst nummer et');
  await writes(sendMail, panel, '"Øjvind Aagaard" <oejvind@mail.example>', 'Fra Øjvind');
  await writes(sendMail, panel, '"Tove Kontekst" <tove.kontekst@mail.example>', 'Kontekst nummer to');
  await row(panel, 'Kontekst nummer to').click();
  await expect(panel.getByRole('article')).toBeVisible();
  await panel.keyboard.press('d');
  await expect(details(panel)).toBeFocused();
  const name = details(panel).getByRole('heading', { level: 2 });
  await expect(name).toHaveText('Tove Kontekst');
  await expect(part(panel, 'Other conversations')).toHaveText(/1$/);
  expect(await violations(panel), 'context').toEqual([]);

  await part(panel, 'Other tickets').click();
  await expect(part(panel, 'Other tickets')).toHaveAttribute('aria-expanded', 'false');

  await details(panel).getByRole('button', { name: 'Detach this contact from the conversation' }).click();
  await expect(name).toHaveText('tove.kontekst@mail.example');
  await expect(details(panel)).toContainText('Taken off this conversation');
  expect(await violations(panel), 'detached').toEqual([]);
  await details(panel).focus();
  await panel.keyboard.press('z');
  await expect(name).toHaveText('Tove Kontekst');

  // Offline all of it goes on: the search is over this device.
  await panel.context().setOffline(true);
  await details(panel).getByRole('button', { name: 'Attach another contact' }).click();
  const find = details(panel).getByRole('combobox', { name: 'Find a contact' });
  await find.fill('aagaard');
  await expect(details(panel).getByRole('option', { name: /Øjvind Aagaard/ })).toBeVisible();
  expect(await violations(panel), 'searching').toEqual([]);
  await find.press('Escape');
  await expect(details(panel).getByRole('button', { name: 'Attach another contact' })).toBeFocused();
  await panel.keyboard.press('Enter');
  await find.fill('øjvind');
  await expect(details(panel).getByRole('option', { name: /Øjvind Aagaard/ })).toBeVisible();
  await find.press('Enter');
  await expect(name).toHaveText('Øjvind Aagaard');
  await expect(part(panel, 'Other conversations')).toHaveText(/1$/);
  await panel.context().setOffline(false);

  await details(panel)
    .getByRole('button', { name: /Fra Øjvind/ })
    .click();
  await expect(panel.getByRole('heading', { level: 1, name: 'Fra Øjvind' })).toBeVisible();
  await panel.keyboard.press('d');
  await expect(name).toHaveText('Øjvind Aagaard');
  await expect(part(panel, 'Other tickets')).toHaveAttribute('aria-expanded', 'false');
  await part(panel, 'Other tickets').click();
  await details(panel).focus();
  await panel.keyboard.press('Escape');
  await expect(details(panel)).toBeHidden();
  await expect(panel.getByRole('article')).toBeVisible();
});

test('CTX-3 TKT-1 in the page the context is a pane: a ticket is made, what is known of the contact is edited and chosen', async ({
  panel,
  context,
  sendMail,
}) => {
  const page = await openFullPage(context, panel, { width: 1440, height: 1000 });
  await inbox(page);
  await page.mouse.move(700, 450);
  await writes(sendMail, page, '"Rut Sagsen" <rut.sagsen@mail.example>', 'Sag på siden');
  await row(page, 'Sag på siden').click();
  await expect(details(page)).toContainText('No ticket on this conversation.');
  await details(page).getByRole('button', { name: 'Create ticket' }).click();
  const ticketName = details(page).getByRole('textbox', { name: 'Name of the ticket' });
  await expect(ticketName).toHaveValue('Sag på siden');
  await ticketName.fill('Manglende dele');
  await ticketName.press('Enter');
  await expect(page.locator('.ticketline')).toContainText('Manglende dele');

  const phone = details(page).getByRole('textbox', { name: 'Phone' });
  await phone.fill('12 34');
  await phone.press('Escape');
  await expect(phone).toHaveValue('');
  await phone.fill('+45 26 41 08 55');
  await phone.press('Enter');
  await expect(details(page).locator('.contact-card')).toContainText('+45 26 41 08 55');
  await details(page).locator('.sec', { hasText: 'About this contact' }).getByRole('button', { name: 'Owner: Nobody' }).click();
  await page.getByRole('menuitemradio').first().click();
  await expect(
    details(page)
      .locator('.sec', { hasText: 'About this contact' })
      .getByRole('button', { name: /^Owner: (?!Nobody)/ }),
  ).toBeVisible();
  expect(await violations(page), 'pane').toEqual([]);

  await details(page).getByRole('button', { name: 'Choose properties' }).click();
  // They show what is kept, so they turn when it is.
  for (const [name, chosen] of [
    ['E-mail', true],
    ['Company', false],
  ] as const) {
    await details(page).getByRole('checkbox', { name }).click();
    await expect(details(page).getByRole('checkbox', { name })).toBeChecked({ checked: chosen });
  }
  expect(await violations(page), 'choosing').toEqual([]);
  await details(page).getByRole('button', { name: 'Done' }).click();
  const names = details(page).locator('.sec', { hasText: 'About this contact' }).locator('dt');
  await expect(names).toHaveText(['E-mail', 'Phone', 'Owner', 'Contact since']);
  await page.reload();
  await expect(names).toHaveText(['E-mail', 'Phone', 'Owner', 'Contact since']);
});

test('TKT-2 CTX-2 the ticket is edited on its card and in its details, whose properties one chooses; the card has no way to take it off', async ({
  panel,
  sendMail,
}) => {
  await inbox(panel);
  const subject = `Egenskaber ${process.pid}`;
  await writes(sendMail, panel, `"Rikke Egenskab" <rikke.${process.pid}@mail.example>`, subject);
  await row(panel, subject).click();
  await expect(panel.getByRole('article')).toBeVisible();
  await panel.keyboard.press('d');
  await details(panel).getByRole('button', { name: 'Create ticket' }).click();
  await details(panel).getByRole('textbox', { name: 'Name of the ticket' }).press('Enter');
  const card = details(panel).locator('.sec', { has: panel.getByRole('button', { name: 'Ticket', exact: true }) });
  await expect(card.locator('dt')).toHaveText(['Stage', 'Owner', 'Priority']);
  await expect(card.getByRole('button', { name: /choose|detach/i })).toHaveCount(0);

  // Offline as online: the act is safe the moment it shows, and Undo takes it back.
  await panel.context().setOffline(true);
  const name = details(panel).getByRole('textbox', { name: 'Name of the ticket' });
  await name.fill('');
  await name.press('Enter');
  await expect(name).toHaveValue(subject);
  await name.fill('To ben mangler');
  await name.press('Escape');
  await expect(name).toHaveValue(subject);
  await name.fill('To ben mangler');
  await name.press('Enter');
  await expect(panel.locator('.ticketline')).toContainText('To ben mangler');
  await card.getByRole('button', { name: 'Priority: Not set' }).click();
  await panel.getByRole('menuitemradio', { name: 'Urgent' }).click();
  await expect(card.getByRole('button', { name: 'Priority: Urgent' })).toBeVisible();
  await expect(panel.getByRole('region', { name: /Priority is now “Urgent”/ })).toBeVisible();
  await panel.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(card.getByRole('button', { name: 'Priority: Not set' })).toBeVisible();
  await card.getByRole('button', { name: 'Owner: Nobody' }).click();
  await panel.getByRole('menuitemradio', { name: /\(you\)/ }).click();
  await expect(card.getByRole('button', { name: /^Owner: (?!Nobody)/ })).toBeVisible();
  await panel.context().setOffline(false);
  expect(await violations(panel), 'card').toEqual([]);

  await card.getByRole('button', { name: 'View more' }).click();
  const more = details(panel).getByRole('region', { name: 'Ticket details' });
  await expect(more).toBeFocused();
  await expect(more.locator('dt')).toHaveText(['Number', 'Stage', 'Owner', 'Priority', 'Category', 'Description', 'Inbox', 'Created']);
  await more.getByRole('textbox', { name: 'Category' }).fill('Reklamation');
  await more.getByRole('textbox', { name: 'Category' }).press('Enter');
  await expect(panel.getByRole('region', { name: /Category is now “Reklamation”/ })).toBeVisible();
  const description = more.getByRole('textbox', { name: 'Description' });
  await description.fill('Først den ene,');
  await description.press('End');
  await description.press('Enter');
  await description.pressSequentially('så den anden.');
  await description.press('Control+Enter');
  await expect(panel.getByRole('region', { name: /Description changed/ })).toBeVisible();
  await expect(description).toHaveValue('Først den ene,\nså den anden.');
  await more.getByRole('button', { name: 'Choose properties' }).click();
  const number = more.getByRole('checkbox', { name: 'Number' });
  await number.click();
  await expect(number).not.toBeChecked();
  await more.getByRole('checkbox', { name: 'Contact' }).click();
  await expect(more.locator('dt')).toHaveText(['Stage', 'Owner', 'Priority', 'Category', 'Description', 'Contact', 'Inbox', 'Created']);
  await expect(more.locator('dd').nth(5)).toHaveText('Rikke Egenskab');
  expect(await violations(panel), 'details').toEqual([]);
  await more.getByRole('button', { name: 'Stage: New' }).click();
  await panel.getByRole('menuitemradio', { name: /^Closed, closes 1/ }).click();
  await expect(more.getByRole('button', { name: 'Stage: Closed' })).toBeVisible();
  await more.getByRole('checkbox', { name: 'Contact' }).press('Escape');
  await expect(card.getByRole('button', { name: 'View more' })).toBeFocused();
});

test('TKT-1 TKT-9 a conversation is put on a ticket there is, found by name or number, and a key changes its status from thread and context', async ({
  panel,
  sendMail,
}) => {
  await inbox(panel);
  const first = `Delt sag ${process.pid} et`;
  const second = `Delt sag ${process.pid} to`;
  await writes(sendMail, panel, `"Dorte Delt" <dorte.${process.pid}@mail.example>`, first, second);
  await row(panel, first).click();
  await expect(panel.getByRole('article')).toBeVisible();
  await panel.keyboard.press('d');
  await details(panel).getByRole('button', { name: 'Create ticket' }).click();
  await details(panel).getByRole('textbox', { name: 'Name of the ticket' }).press('Enter');
  const number =
    (await details(panel)
      .getByText(/^T-\d+$/)
      .first()
      .textContent()) ?? '';
  await details(panel)
    .getByRole('button', { name: new RegExp(second) })
    .click();
  await expect(panel.getByRole('heading', { level: 1, name: second })).toBeVisible();
  await panel.keyboard.press('d');
  await panel.context().setOffline(true);
  const link = details(panel).getByRole('button', { name: 'Use an existing ticket' });
  await link.click();
  const find = details(panel).getByRole('combobox', { name: 'Find a ticket' });
  const found = details(panel).getByRole('option');
  await expect(found.first()).toContainText(first);
  expect(await violations(panel), 'finding').toEqual([]);
  await find.fill('aldrig hørt om');
  await expect(details(panel).getByText('No ticket of this number or name in this inbox.')).toBeVisible();
  await find.press('Escape');
  await expect(link).toBeFocused();
  await panel.keyboard.press('Enter');
  await find.fill(number);
  await expect(found.first()).toContainText(number);
  await find.press('Enter');
  await expect(panel.locator('.ticketline')).toContainText(first);
  await expect(details(panel).getByRole('button', { name: 'Stage: New' })).toBeVisible();
  await panel.context().setOffline(false);

  await details(panel).focus();
  await panel.keyboard.press('u');
  await expect(panel.getByRole('menuitemradio', { name: 'Closed, closes 2 conversations' })).toBeVisible();
  await expect(panel.getByRole('menuitemradio', { name: 'New' })).toBeFocused();
  // What leaves the menu leaves the menu alone.
  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('menuitemradio')).toHaveCount(0);
  await expect(details(panel)).toBeVisible();
  await panel.keyboard.press('d');
  await expect(details(panel)).toBeHidden();
  await panel.keyboard.press('u');
  await expect(panel.getByRole('menuitemradio', { name: 'New' })).toBeFocused();
  await panel.getByRole('menuitemradio', { name: 'Waiting on us' }).click();
  await expect(panel.locator('.ticketline')).toContainText('Waiting on us');
  // From the list as well: the conversation opens with the choice.
  await panel.locator('#thread').focus();
  await panel.keyboard.press('Escape');
  await expect(panel.locator('#thread')).toBeHidden();
  await expect(row(panel, second)).toBeVisible();
  await panel.keyboard.press('u');
  await panel.getByRole('menuitemradio', { name: /^Closed, closes 2/ }).click();
  await expect(panel.locator('.ticketline')).toContainText('Closed');
  expect(await violations(panel), 'line').toEqual([]);
});

test('CTX-6 whoever called becomes a contact by a click, with the number they called from', async ({ panel }) => {
  await inbox(panel);
  await panel.getByRole('navigation').getByRole('button', { name: /^More/ }).click();
  await panel.getByRole('menuitem', { name: /^Calls/ }).click();
  await panel.getByRole('option').first().click();
  await expect(panel.getByRole('article').first()).toBeVisible();
  await panel.keyboard.press('d');
  await details(panel).getByRole('button', { name: 'Create contact' }).click();
  const called = details(panel).getByRole('textbox', { name: 'Name' });
  await expect(details(panel).getByRole('textbox', { name: 'Phone' })).toHaveValue(/^\+\d/);
  expect(await violations(panel), 'creating').toEqual([]);
  await called.fill('Viggo Ringer');
  await details(panel).getByRole('button', { name: 'Create contact' }).last().click();
  await expect(details(panel).getByRole('heading', { level: 2 })).toHaveText('Viggo Ringer');
  await expect(details(panel).locator('.contact-card')).toContainText(/\+\d/);
});
