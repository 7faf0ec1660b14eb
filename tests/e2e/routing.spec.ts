import { expect, test } from './fixtures';
import { arrivedRow } from './support/conversation';
import { poll } from './support/poll';
import { violations } from './support/violations';

test('INB-2 RTE-1 CHN-7 an inbox begins with a team and with automatic assignment; mail to it is somebody’s at once and says why', async ({
  panel,
  openPage,
  sendMail,
}) => {
  await panel.getByRole('option').first().waitFor();
  const name = `Reklamation ${process.pid}`;
  const page = await openPage('options.html#/teams');
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.getByRole('button', { name: 'New team' }).click();
  await page.getByLabel('Name of the team').fill(`Aftenhold ${process.pid}`);
  await page.getByRole('checkbox', { name: 'Jonas Winther' }).check();
  await page.getByRole('button', { name: 'Create team' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: `Aftenhold ${process.pid}` })).toBeVisible();

  await page.getByRole('link', { name: 'New inbox' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('group', { name: 'Who is in it' }).getByRole('checkbox', { name: 'Aftenhold' }).check();
  await page.getByRole('switch', { name: 'Assign new conversations automatically' }).click();
  const said = page.locator('form p[role=status], section p[role=status]');
  await expect(said).toContainText('A new conversation goes to the next in turn of');
  await expect(said).toContainText('Jonas');
  const who = page.getByRole('group', { name: 'Agents and teams' });
  await who.getByRole('checkbox', { name: 'Aftenhold' }).uncheck();
  await expect(said).toContainText('A new conversation goes to Mette.');
  // What one is told of it and whose mail is filtered are part of setting it up; a rule that cannot be is said before anything is made.
  const [news, kept] = [page.getByLabel('there is a new conversation nobody has'), page.getByRole('group', { name: 'Mail filters' })];
  await expect(news).toHaveValue('none');
  await news.selectOption('browser');
  await kept.getByLabel('Never spam').fill(`kunde-${process.pid}.dk`);
  await kept.getByLabel('Always spam').fill(`kunde-${process.pid}.dk, nyt@post-${process.pid}.dk`);
  await page.getByRole('button', { name: 'Create the inbox' }).click();
  await expect(kept).toContainText(`@kunde-${process.pid}.dk stands under both.`);
  await kept.getByLabel('Always spam').fill(`nyt@post-${process.pid}.dk`);
  await expect(kept).not.toContainText('stands under both');
  // A colleague's address is refused by the rule itself, and nothing is made: no address of the inbox, no filter of those typed.
  const filters = await kept.getByLabel('Always spam').inputValue();
  await kept.getByLabel('Always spam').fill(`${filters}, jonas@havnegaard.example`);
  await page.getByRole('button', { name: 'Create the inbox' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('jonas@havnegaard.example is one of our own and cannot be kept out.');
  expect(await violations(page)).toEqual([]);
  await kept.getByLabel('Always spam').fill(filters);
  await page.getByRole('button', { name: 'Create the inbox' }).click();
  await page.getByRole('button', { name: 'Not now' }).click({ timeout: 60_000 });

  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toContainText('@', { timeout: 30_000 });
  const address = (await title.textContent()) ?? '';

  await page.getByRole('link', { name: 'Name and rules' }).click();
  await page.getByRole('link', { name: 'Senders let in and kept out' }).click();
  const rules = page.getByRole('list', { name: 'Senders' }).getByRole('listitem');
  for (const [pattern, is] of [
    [`@kunde-${process.pid}.dk`, 'Never spam'],
    [`nyt@post-${process.pid}.dk`, 'Always spam'],
  ] as const) {
    const rule = rules.filter({ hasText: pattern });
    await expect(rule).toContainText(is);
    await rule.getByRole('button').click();
    await expect(rule).toHaveCount(0);
  }
  await page.goBack();
  await page.getByRole('link', { name: 'What you are told of' }).click();
  await expect(news).toHaveValue('browser');
  await news.selectOption('none');
  await expect(news).toHaveValue('none');
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: address }).click();
  await expect(title).toContainText(address);

  await page.getByRole('link', { name: 'Automation' }).click();
  await expect(said).toContainText('A new conversation goes to Mette.');
  await page.getByLabel('At most').fill('many');
  await expect(page.getByText('A whole number up to 1000, or nothing')).toBeVisible();
  await page.getByLabel('At most').fill('25');
  await page.getByLabel('At most').press('Enter');
  await expect(said).toContainText('Whoever has 25 open in this inbox gets no more.');
  await who.getByRole('checkbox', { name: 'Aftenhold' }).check();
  await expect(said).toContainText(/next in turn of (Jonas and Mette|Mette and Jonas)/);
  await page.getByRole('radio', { name: 'The contact’s owner' }).check();
  await expect(said).toContainText('A new conversation goes to whoever owns the contact. Where nobody does, it goes to the next in turn');
  expect(await violations(page)).toEqual([]);

  // Nobody is a rule too, and is said as one.
  await page.getByRole('radio', { name: 'Chosen agents and teams' }).check();
  const others = page.getByRole('group', { name: 'Agents and teams' });
  await others.getByRole('checkbox', { name: 'Aftenhold' }).uncheck();
  await others.getByRole('checkbox', { name: /Mette/ }).uncheck();
  await expect(said).toHaveText(/^Nobody is chosen: new conversations stay unassigned/);
  await others.getByRole('checkbox', { name: /Mette/ }).check();
  await expect(said).toContainText('A new conversation goes to Mette.');
  await page.getByRole('link', { name: 'Configuration' }).click();
  await page.getByRole('link', { name: 'Automation' }).click();
  await expect(others.getByRole('checkbox', { name: /Mette/ })).toBeChecked();

  const subject = `Mangler skruer ${process.pid}`;
  await panel.locator('header.bar button').first().click();
  await panel.getByRole('menuitemradio', { name }).click();
  const mail = { from: 'Kim Lund <kim@kunde.example>', to: address, subject, text: 'Hej\n\nDer mangler skruer.' };
  await poll('the hub to know the address', () => sendMail(mail).catch(() => undefined));
  await panel.getByRole('button', { name: /^(Mine|Assigned to me)/ }).click();
  await (await arrivedRow(panel, subject)).click();
  await expect(panel.getByText(`Assigned to Mette: next in turn on ${address}`)).toBeVisible();
  await expect(panel.getByRole('button', { name: /Mette/ }).first()).toBeVisible();
});

test('AVL-1 who follows their working hours is away outside them, and switched by hand until they next change', async ({ panel, openPage }) => {
  await panel.getByRole('option').first().waitFor();
  const page = await openPage('options.html#/working-hours');
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.getByRole('switch', { name: 'Follow the working hours' }).click();
  // No hours on any day: away at whatever time this runs, unless a switch by hand still holds.
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    await page.getByRole('button', { name: `Remove these hours on ${day}` }).click();
  await expect(page.getByRole('button', { name: /^Remove these hours/ })).toHaveCount(0);
  const own = panel.getByRole('switch', { name: 'You are available' });
  if (await page.getByText('Right now: Mette Kjær, Available', { exact: true }).isVisible()) {
    await expect(own).toBeChecked();
    await own.click();
  }
  await expect(page.getByText('Right now: Mette Kjær, Away', { exact: true })).toBeVisible();
  await expect(own).not.toBeChecked();
  expect(await violations(page)).toEqual([]);

  await own.click();
  await expect(own).toBeChecked();
  await expect(page.getByText('Right now: Mette Kjær, Available', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Add hours on Monday' }).click();
  await page.getByLabel('Monday, to').fill('08:00');
  await expect(page.getByText('Ends before it begins')).toBeVisible();
  await page.getByLabel('Monday, to').fill('12:30');
  // Another page shows what is kept.
  const other = await openPage('options.html#/working-hours');
  await expect(other.getByLabel('Monday, to')).toHaveValue('12:30');
  await expect(other.getByText(/^Right now: Mette Kjær, (Available|Away) until /)).toBeVisible();
});
