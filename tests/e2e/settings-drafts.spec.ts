import type { Page } from '@playwright/test';
import { expect, test } from './signed-in';
import { asksFirst } from './support/asks-first';

type Open = (path: string) => Promise<Page>;

async function settingsAt(openPage: Open, section: string) {
  const page = await openPage(`options.html#/${section}`);
  await page.setViewportSize({ width: 1280, height: 900 });
  const rail = page.getByRole('navigation', { name: 'Settings' });
  const turnTo = async (name: string, heading: string | RegExp = name) => {
    await rail.getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  };
  /** A look at another page, where the browser asks before it closes the tab, and back. */
  const lookAway = async (name: string, heading?: string | RegExp) => {
    await turnTo('Appearance and language');
    expect(await asksFirst(page)).toBe(true);
    await turnTo(name, heading);
  };
  return { page, turnTo, lookAway };
}

test('INB-2 what is typed of a team is there after a look at another page: new, or one there is; gone when cancelled, saved, or as it was', async ({
  panel,
  openPage,
}) => {
  await panel.getByRole('option').first().waitFor();
  const { page, turnTo, lookAway } = await settingsAt(openPage, 'teams');
  const team = `Kladde ${process.pid}`;
  const name = page.getByLabel('Name of the team');
  await page.getByRole('button', { name: 'New team' }).click();
  await expect(name).toBeFocused();
  await name.fill(team);
  await page.getByRole('checkbox', { name: 'Jonas Winther' }).check();
  await lookAway('Teams');
  await expect(name).toHaveValue(team);
  await expect(name).not.toBeFocused();
  await expect(page.getByRole('checkbox', { name: 'Jonas Winther' })).toBeChecked();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(name).toHaveCount(0);
  expect(await asksFirst(page)).toBe(false);
  await page.getByRole('button', { name: 'New team' }).click();
  await expect(name).toHaveValue('');
  await expect(page.getByRole('checkbox', { name: 'Jonas Winther' })).not.toBeChecked();
  await name.fill(team);
  await page.getByRole('button', { name: 'Create team' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: team })).toBeVisible();
  expect(await asksFirst(page)).toBe(false);

  await page.getByRole('button', { name: `Change ${team}` }).click();
  await name.fill(`${team} B`);
  await page.getByRole('checkbox', { name: 'Sofie Brandt' }).check();
  await lookAway('Teams');
  await expect(name).toHaveValue(`${team} B`);
  await expect(page.getByRole('checkbox', { name: 'Sofie Brandt' })).toBeChecked();
  // Typed back to what is stored there is nothing to keep.
  await name.fill(team);
  await page.getByRole('checkbox', { name: 'Sofie Brandt' }).uncheck();
  expect(await asksFirst(page)).toBe(false);
  await turnTo('Appearance and language');
  await turnTo('Teams');
  await expect(page.getByRole('button', { name: `Change ${team}` })).toBeVisible();
  await expect(name).toHaveCount(0);
  await page.getByRole('button', { name: `Change ${team}` }).click();
  await name.fill(`${team} C`);
  await lookAway('Teams');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: `Change ${team} C` })).toBeVisible();
  expect(await asksFirst(page)).toBe(false);
});

test('CHN-12 a limit holds by Enter as by leaving the field; until it does, and while it cannot, the browser asks before it closes the tab', async ({
  panel,
  openPage,
}) => {
  await panel.getByRole('option').first().waitFor();
  const { page, turnTo, lookAway } = await settingsAt(openPage, 'people');
  const limit = page.getByLabel('Tickets a contact may have');
  const before = await limit.inputValue();
  const other = before === '7' ? '8' : '7';
  expect(await asksFirst(page)).toBe(false);
  await limit.fill(other);
  expect(await asksFirst(page)).toBe(true);
  await limit.press('Enter');
  await expect(page.getByText(`A contact may have ${other} tickets`).first()).toBeVisible();
  await expect(limit).toHaveValue(other);
  await expect.poll(() => asksFirst(page)).toBe(false);
  await limit.fill('0');
  await lookAway('Agents and roles');
  await expect(limit).toHaveValue('0');
  await limit.press('Escape');
  await expect(limit).toHaveValue(other);
  expect(await asksFirst(page)).toBe(false);
  await limit.fill(before);
  await turnTo('Appearance and language');
  await turnTo('Agents and roles');
  await expect(limit).toHaveValue(before);
  await expect.poll(() => asksFirst(page)).toBe(false);
});

test('INB-2 TKT-8 so are names of a stage, an agent and the workspace, a new stage and a sender', async ({ panel, openPage }) => {
  await panel.getByRole('option').first().waitFor();
  const { page, lookAway } = await settingsAt(openPage, 'people');
  const agent = page.getByLabel('Name, as customers and colleagues read it');
  const workspace = page.getByLabel('Name of the workspace');
  const before = await workspace.inputValue();
  await page.getByRole('button', { name: 'Change the name of Jonas Winther' }).click();
  await agent.fill('Jonas W.');
  await lookAway('Agents and roles');
  await expect(agent).toHaveValue('Jonas W.');
  await expect(agent).not.toBeFocused();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await asksFirst(page)).toBe(false);
  await workspace.fill(`${before} og sønner`);
  await lookAway('Agents and roles');
  await expect(workspace).toHaveValue(`${before} og sønner`);
  await expect(agent).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo changes' }).click();
  await expect(workspace).toHaveValue(before);
  expect(await asksFirst(page)).toBe(false);
  const alias = page.getByRole('main').getByLabel('Another address');
  await alias.fill('kladde@privat.example');
  await lookAway('Agents and roles');
  await expect(alias).toHaveValue('kladde@privat.example');
  await alias.fill('');
  expect(await asksFirst(page)).toBe(false);

  await page.getByRole('link', { name: 'Ticket stages' }).click();
  const stage = page.getByRole('main').getByRole('list').getByLabel('Name of the stage');
  const fresh = page.getByRole('heading', { name: 'New stage' }).locator('..').getByLabel('Name of the stage');
  await page
    .getByRole('button', { name: /^Rename / })
    .first()
    .click();
  const stageBefore = await stage.inputValue();
  await stage.fill('Modtaget igen');
  await lookAway('Ticket stages', /^(Ticket s|S)tages/);
  await expect(stage).toHaveValue('Modtaget igen');
  await expect(stage).not.toBeFocused();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: `Rename “${stageBefore}”` })).toBeVisible();
  expect(await asksFirst(page)).toBe(false);
  await fresh.fill('Hos leverandøren');
  await page.getByRole('radio', { name: 'Closed' }).check();
  await lookAway('Ticket stages', /^(Ticket s|S)tages/);
  await expect(fresh).toHaveValue('Hos leverandøren');
  await expect(page.getByRole('radio', { name: 'Closed' })).toBeChecked();
  await fresh.fill('');
  expect(await asksFirst(page)).toBe(false);

  await page.getByRole('link', { name: 'Senders' }).click();
  const sender = page.getByLabel('Address or domain');
  await sender.fill('kladde.example');
  await page.getByRole('radio', { name: 'Blocked' }).check();
  await lookAway('Senders', 'Senders');
  await expect(sender).toHaveValue('kladde.example');
  await expect(page.getByRole('radio', { name: 'Blocked' })).toBeChecked();
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(sender).toHaveValue('');
  expect(await asksFirst(page)).toBe(false);
});

test('AVL-1 so is a range of working hours that does not end after it begins', async ({ panel, openPage }) => {
  await panel.getByRole('option').first().waitFor();
  const { page, turnTo } = await settingsAt(openPage, 'working-hours');
  await page.getByLabel('Whose').selectOption({ label: 'Jonas Winther' });
  await expect(page).toHaveURL(/working-hours\/.+/);
  const from = page.getByLabel('Monday, from').first();
  const before = await from.inputValue();
  expect(await asksFirst(page)).toBe(false);
  await from.fill('18:15');
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  const jonas = new URL(page.url()).hash;
  await turnTo('Appearance and language');
  expect(await asksFirst(page)).toBe(true);
  await page.evaluate((hash) => location.assign(hash), jonas);
  await expect(from).toHaveValue('18:15');
  await from.fill(before);
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  expect(await asksFirst(page)).toBe(false);
});

test('CHN-2 S52 so is what is typed of a client at Google or Microsoft and of a mailbox to connect, without secret and password', async ({
  panel,
  openPage,
}) => {
  await panel.getByRole('option').first().waitFor();
  const { page, lookAway, turnTo } = await settingsAt(openPage, 'mail-clients');
  const form = page.getByRole('form', { name: 'Microsoft 365' });
  await form.getByLabel('Client id').fill('kladde-1', { timeout: 30_000 });
  await form.getByLabel('Client secret').fill('aldrig gemt');
  await form.getByLabel('Directory (tenant)').fill('organizations');
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await lookAway(title);
  await expect(form.getByLabel('Client id')).toHaveValue('kladde-1');
  await expect(form.getByLabel('Directory (tenant)')).toHaveValue('organizations');
  await expect(form.getByLabel('Client secret')).toHaveValue('');
  await form.getByRole('button', { name: 'Undo changes' }).click();
  await expect(form.getByLabel('Client id')).toHaveValue('');
  expect(await asksFirst(page)).toBe(false);

  await turnTo('Connect e-mail', /^Connect/);
  const next = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click();
  await next('Continue');
  await next('Agree and continue');
  await page.getByLabel('E-mail address').fill('kladde@ukendt.example');
  await lookAway('Connect e-mail', /^Connect/);
  await expect(page.getByLabel('E-mail address')).toHaveValue('kladde@ukendt.example');
  await next('Continue');
  const server = page.getByRole('group', { name: 'Incoming mail (IMAP)' }).getByLabel('Server');
  await server.fill('post.ukendt.example', { timeout: 60_000 });
  await page.getByLabel('Password').fill('aldrig gemt');
  await lookAway('Connect e-mail', /^Connect/);
  await expect(server).toHaveValue('post.ukendt.example');
  await expect(page.getByLabel('Password')).toHaveValue('');
  await next('Back');
  await page.getByLabel('E-mail address').fill('');
  expect(await asksFirst(page)).toBe(false);
});
