import { expect, test } from './signed-in';
import { da, everyWidth, inDanish, look, lookAtDialog, panelWidths } from './support/danish';

test('ALL-3 ALL-4 INB-2 in Danish nothing of the settings is cut off, nor of what can be opened in each, and axe finds nothing', async ({
  panel,
  openPage,
}) => {
  await inDanish(panel);
  const page = await openPage('options.html');
  await page.getByRole('navigation').getByRole('link').first().waitFor();
  const home = page.url().replace(/#.*/, '');
  const to = async (place: string) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${home}${place}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  await page.setViewportSize({ width: 360, height: 900 });
  await look(page, 'settings rail', panelWidths);
  await page.setViewportSize({ width: 1440, height: 900 });
  const places = await page
    .locator('nav a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '').filter((href) => href.startsWith('#')));
  expect(places.length).toBeGreaterThan(12);
  for (const place of new Set(places)) {
    await to(place);
    await look(page, `settings ${place.replace(/[0-9a-f-]{36}/, '')}`, everyWidth);
  }
  const channel = places.find((place) => place.startsWith('#/channel/')) ?? '';
  await to(channel);
  await page.getByRole('link', { name: da('chnAutomation') }).click();
  const treat = page.getByRole('switch', { name: da('tktTreat') });
  await treat.click();
  await expect(treat).toHaveAttribute('aria-checked', 'true');
  await page.getByRole('switch', { name: da('routeOn') }).click();
  await page.getByRole('group', { name: da('routeWho') }).waitFor();
  await look(page, 'automation', everyWidth);
  await treat.click();
  await page.getByRole('switch', { name: da('routeOn') }).click();
  await expect(page.getByRole('group', { name: da('routeWho') })).toBeHidden();

  await to('#/new-inbox');
  await page.getByRole('switch', { name: da('routeOn') }).click();
  await page.getByRole('button', { name: da('chnInboxCreate') }).click();
  await look(page, 'new inbox', everyWidth);
  await to(`${places.find((place) => place.startsWith('#/connect-channel/'))}/new`);
  await page.getByRole('button', { name: da('chnNotNow') }).waitFor();
  await look(page, 'mail of a new inbox', everyWidth);

  await to('#/teams');
  await page.getByRole('button', { name: da('teamNew') }).click();
  await page.getByRole('button', { name: da('teamCreate') }).click();
  await look(page, 'team form', everyWidth);

  await to(places.find((place) => place.endsWith('/stages')) ?? '');
  await page.getByRole('button', { name: da('tktStageAdd') }).click();
  await page
    .getByRole('button', { name: /^Fjern/ })
    .nth(1)
    .click();
  await look(page, 'stages remove', everyWidth);
  await to(places.find((place) => place.endsWith('/stages')) ?? '');
  await page
    .getByRole('button', { name: /^Omdøb/ })
    .first()
    .click();
  await look(page, 'stages rename', everyWidth);

  await to(places.find((place) => place.endsWith('/members')) ?? '');
  await page
    .getByRole('button', { name: /^Fjern/ })
    .first()
    .click();
  await look(page, 'member leaves', everyWidth);

  await to('#/tags');
  await page.getByRole('heading', { level: 1, name: da('tagTitle') }).waitFor();
  await look(page, 'tags', everyWidth);

  await to('#/senders');
  await page.getByRole('button', { name: da('sndAdd') }).click();
  await look(page, 'senders problem', everyWidth);
  await page.getByLabel(da('sndPattern')).fill(`@meget-langt-domaene-uden-mellemrum-${process.pid}.example`);
  await page.getByRole('button', { name: da('sndAdd') }).click();
  await page
    .getByRole('button', { name: /^Fjern reglen/ })
    .first()
    .waitFor();
  await look(page, 'senders', everyWidth);

  await to('#/people');
  await page
    .getByRole('button', { name: /^Ændr navnet/ })
    .first()
    .click();
  await look(page, 'people renaming', everyWidth);
  await to('#/people');
  const decide = () => page.getByRole('button', { name: da('peopleMenuOf', { name: 'Sofie Brandt' }) }).click();
  await look(page, 'what one decides of an agent', everyWidth, decide);
  await decide();
  await page.getByRole('menuitem', { name: da('peopleDeactivate') }).click();
  await lookAtDialog(page, 'deactivate', everyWidth);

  await to('#/working-hours');
  await page.getByRole('switch', { name: da('hoursFollow') }).click();
  await page
    .getByRole('button', { name: /^Tilføj tid/ })
    .first()
    .waitFor();
  await look(page, 'hours', everyWidth);
  await page.getByRole('switch', { name: da('hoursFollow') }).click();

  await to('#/notifications');
  await page.getByRole('checkbox', { name: da('notifyQuietOn') }).click();
  await page.getByLabel(da('notifyQuietFrom'), { exact: true }).waitFor();
  await look(page, 'quiet hours', everyWidth);
  await page.getByRole('checkbox', { name: da('notifyQuietOn') }).click();

  await to('#/keyboard');
  await page
    .getByRole('button', { name: /^Ændr tasten/ })
    .nth(3)
    .click();
  await page.keyboard.press('k');
  await look(page, 'key taken', everyWidth);

  await to('#/mail-clients');
  await look(page, 'mail clients', everyWidth);

  await to('#/device');
  await page.getByRole('button', { name: da('settingsResetAction') }).click();
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  await lookAtDialog(page, 'reset dialog', everyWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page
    .getByRole('button', { name: /^Eksportér alt/ })
    .first()
    .click();
  await lookAtDialog(page, 'export dialog', everyWidth);

  const connect = places.find((place) => place.startsWith('#/connect-channel')) ?? '';
  const next = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click();
  await to(connect);
  await next(da('chnGoOn'));
  await look(page, 'connect consent', everyWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  await next(da('chnConsentAgree'));
  await page.getByLabel(da('chnAddress')).fill('kundeservice@havnegaard.example');
  await look(page, 'connect address', everyWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByLabel(da('chnAddress')).fill('havnegaard@gmail.com');
  await next(da('chnGoOn'));
  await page.getByLabel(da('chnPassword')).waitFor();
  await next(da('chnTest'));
  await look(page, 'connect gmail', everyWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  await next(da('chnBack'));
  await page.getByLabel(da('chnAddress')).fill('havnegaard@outlook.com');
  await next(da('chnGoOn'));
  await page
    .getByText(/Outlook/)
    .first()
    .waitFor();
  await look(page, 'connect outlook', everyWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  await next(da('chnBack'));
  await page.getByLabel(da('chnAddress')).fill('post@findes-ikke.example');
  await next(da('chnGoOn'));
  await page.getByText(da('chnPresetNone')).waitFor({ timeout: 60_000 });
  await page
    .getByRole('group', { name: da('chnIncoming') })
    .getByLabel(da('chnHost'))
    .fill('127.0.0.1');
  await page
    .getByRole('group', { name: da('chnIncoming') })
    .getByLabel(da('chnPort'))
    .fill('1');
  await page
    .getByRole('group', { name: da('chnOutgoing') })
    .getByLabel(da('chnHost'))
    .fill('mail.findes-slet-ikke.example');
  await page.getByLabel(da('chnPassword')).fill('forkert');
  await next(da('chnTest'));
  await page.getByRole('alert').first().waitFor({ timeout: 60_000 });
  await look(page, 'connect failed test', everyWidth);
});
