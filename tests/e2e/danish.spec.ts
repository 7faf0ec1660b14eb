import type { Page } from '@playwright/test';
import danish from '../../public/_locales/da/messages.json' with { type: 'json' };
import { test as fresh } from './fixtures';
import { expect, test } from './signed-in';
import { clipped } from './support/clipped';
import { threadOf } from './support/conversation';
import { openFullPage } from './support/full-page';
import { violations } from './support/violations';

/** What a message is in Danish, with its blanks filled. */
const da = (key: keyof typeof danish, blanks: Record<string, string> = {}) =>
  danish[key].message.replace(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? '');

const panelWidths = [360, 400, 600];
const everyWidth = [...panelWidths, 1024, 1440, 1920];

/** Looks at a screen at every width it is met at, and has axe look once. */
async function look(page: Page, name: string, widths: readonly number[] = panelWidths, open?: () => Promise<unknown>) {
  await test.step(name, async () => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await open?.();
      if (open) await page.getByRole('menu').waitFor();
      // All of them are told, not the first alone.
      await expect.soft.poll(() => clipped(page), { message: `${name} at ${width} px`, timeout: 4000 }).toEqual([]);
      if (open && width !== widths.at(-1)) {
        await page.keyboard.press('Escape');
        await page.getByRole('menu').waitFor({ state: 'hidden' });
      }
    }
    expect.soft(await violations(page), name).toEqual([]);
  });
}

/** A dialog is there before it is looked at, and gone before what comes next. */
async function lookAtDialog(page: Page, name: string, widths: readonly number[] = panelWidths) {
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await look(page, name, widths);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

async function inDanish(panel: Page) {
  await panel.getByRole('button', { name: 'Language, theme and session' }).click();
  await panel.getByRole('menuitemradio', { name: 'Dansk' }).click();
  await expect(panel.locator('html')).toHaveAttribute('lang', 'da');
}
const menu = async (page: Page, entry: string) => {
  await page.getByRole('button', { name: da('panelMenu') }).click();
  await page.getByRole('menuitem', { name: entry }).click();
};
const view = async (panel: Page, name: string) => {
  const tab = panel.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });
  if (await tab.isVisible()) return tab.click();
  await panel.getByRole('button', { name: da('more'), exact: true }).click();
  await panel.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
};

test('ALL-3 ALL-4 in Danish nothing of the panel is cut off, and axe finds nothing', async ({ panel, sendMail, setOffline }) => {
  await inDanish(panel);
  await look(panel, 'list');
  await look(panel, 'inboxes', panelWidths, () => panel.locator('header.bar button').first().click());
  await panel.keyboard.press('Escape');
  await look(panel, 'more views', panelWidths, () => panel.getByRole('button', { name: da('more'), exact: true }).click());
  await panel.keyboard.press('Escape');
  await look(panel, 'menu', panelWidths, () => panel.getByRole('button', { name: da('panelMenu') }).click());
  await panel.keyboard.press('Escape');
  await menu(panel, da('keySheet'));
  await lookAtDialog(panel, 'keys');
  await menu(panel, da('inviteTitle'));
  await lookAtDialog(panel, 'invite');
  await menu(panel, da('addConnection'));
  await lookAtDialog(panel, 'add a workspace');

  const from = `Margrethe Kristoffersen-Vestergaard <margrethe${process.pid}@mail.example>`;
  const subject = `Reklamation over spisebordets forlængerplader ${process.pid}`;
  await sendMail({ from, to: 'erhverv@havnegaard.example', subject, text: `Hej\n\n${subject}` });
  const row = panel.getByRole('option', { name: subject });
  const offered = panel.getByRole('button', { name: /nye? samtale/ });
  await panel.mouse.move(200, 10);
  await row.or(offered).first().waitFor({ timeout: 30_000 });
  if (await offered.isVisible()) await offered.click();
  await row.hover();
  await look(panel, 'row tools');
  await row.click();
  await threadOf(panel).first().waitFor();
  await look(panel, 'thread');
  await look(panel, 'owner menu', panelWidths, () => panel.getByRole('button', { name: new RegExp(`^${da('owner')}`) }).click());
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('d');
  await panel.getByRole('heading', { level: 2 }).first().waitFor();
  await look(panel, 'context');
  await panel.getByRole('button', { name: da('ctxCreateTicket') }).click();
  const ticket = panel.getByRole('textbox', { name: da('ctxTicketName') });
  await look(panel, 'create ticket');
  await ticket.press('Enter');
  await panel.getByRole('button', { name: da('tktMore') }).waitFor();
  await look(panel, 'context with ticket');
  await panel.getByRole('button', { name: da('tktMore') }).click();
  await panel.getByRole('button', { name: da('tktDetailsBack') }).waitFor();
  await look(panel, 'ticket details');
  await panel.getByRole('button', { name: da('tktDetailsBack') }).click();
  await panel.getByRole('button', { name: da('ctxChoose') }).click();
  await look(panel, 'choose properties');
  await panel.getByRole('button', { name: da('ctxDone') }).click();
  await panel.getByRole('button', { name: da('ctxAttachOther') }).click();
  await panel.getByRole('combobox', { name: da('ctxFind') }).fill('a');
  await look(panel, 'attach a contact');
  await panel.keyboard.press('Escape');
  await panel.getByRole('button', { name: da('ctxDetach') }).click();
  await expect(panel.getByText(da('ctxDetached'))).toBeVisible();
  await look(panel, 'detached');
  await panel.keyboard.press('z');
  await expect(panel.getByText(da('ctxDetached'))).toBeHidden();
  await panel.keyboard.press('Escape');
  await panel.locator('.ticketline').waitFor();
  await look(panel, 'more actions', panelWidths, () => panel.getByRole('button', { name: da('moreActions') }).click());
  await panel.getByRole('menuitem', { name: da('actionBlock') }).click();
  await panel.getByRole('dialog').waitFor();
  await look(panel, 'block dialog');
  await panel
    .getByRole('dialog')
    .getByRole('button', { name: da('chnCancel') })
    .click();
  await expect(panel.locator('dialog')).toHaveCount(0);
  await panel.keyboard.press('r');
  await panel.getByRole('button', { name: da('discardDraft') }).waitFor();
  await look(panel, 'reply with status');
  await look(panel, 'status menu', panelWidths, () => panel.getByRole('button', { name: new RegExp(`^${da('tktStatus')}`) }).click());
  await panel.keyboard.press('Escape');
  await panel.getByRole('button', { name: da('discardDraft') }).click();
  await panel.keyboard.press('i');
  await look(panel, 'comment');
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('Delete');
  await panel
    .getByRole('button', { name: da('actionRestore') })
    .first()
    .waitFor();
  await look(panel, 'trash notice');
  await panel.keyboard.press('Backspace');
  await panel.getByRole('dialog').waitFor();
  await look(panel, 'delete forever');
  await panel
    .getByRole('dialog')
    .getByRole('button', { name: da('trsKeep') })
    .click();
  await panel.getByRole('dialog').waitFor({ state: 'hidden' });
  await panel.getByRole('button', { name: da('backToList') }).click();
  await view(panel, da('view_trash'));
  await panel.getByRole('option').first().waitFor();
  await look(panel, 'trash list');
  await view(panel, da('view_spam'));
  await panel.getByRole('option').first().waitFor();
  await look(panel, 'spam list');
  await panel.getByRole('option').first().click();
  await threadOf(panel).first().waitFor();
  await look(panel, 'spam thread');
  await panel.getByRole('button', { name: da('backToList') }).click();
  await panel.getByRole('listbox').waitFor();
  await panel.locator('header.bar button').first().click();
  await panel.getByRole('menuitemradio', { name: 'Kundeservice' }).click();
  for (const channel of ['chat', 'forms', 'calls'] as const) {
    await view(panel, da(`view_${channel}`));
    await panel.getByRole('option').first().waitFor();
    await look(panel, `${channel} list`);
    await panel.getByRole('option').first().click();
    await threadOf(panel).first().waitFor();
    await look(panel, `${channel} thread`);
    if (channel !== 'forms') {
      await panel.keyboard.press('d');
      await panel.getByRole('button', { name: da('ctxBack') }).waitFor();
      await look(panel, `${channel} context`);
    }
    if (channel === 'calls') {
      await panel.getByRole('button', { name: da('ctxCreate') }).click();
      await look(panel, 'create contact');
      await panel.getByRole('button', { name: da('chnCancel') }).click();
    }
    if (channel !== 'forms') await panel.getByRole('button', { name: da('ctxBack') }).click();
    await panel.getByRole('button', { name: da('backToList') }).click();
  }
  await setOffline(true);
  await panel.getByRole('switch').click();
  await panel
    .locator('footer')
    .getByRole('button', { name: /venter/ })
    .click();
  await look(panel, 'offline waiting');
  await menu(panel, da('signOutAction'));
  await panel.getByRole('dialog').waitFor();
  await look(panel, 'sign out');
  await panel
    .getByRole('dialog')
    .getByRole('button', { name: da('signOutCancel') })
    .click();
  await panel.getByRole('switch').click();
  await setOffline(false);
});

test('ALL-3 ALL-4 SUR-4 SUR-7 … nor of the full page and quick triage', async ({ panel, context, openPage, setOffline }) => {
  const page = await openFullPage(context, panel, { width: 1440, height: 900 });
  await inDanish(page);
  await look(page, 'page nothing open', everyWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator('.rail button, header.bar button').first().click();
  await page.getByRole('menuitemradio', { name: 'Kundeservice' }).click();
  await page.getByRole('option').nth(2).click();
  await threadOf(page).first().waitFor();
  await look(page, 'page thread', everyWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press('r');
  await look(page, 'page reply', everyWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: da('discardDraft') }).click();
  await look(page, 'page more actions', everyWidth, () => page.getByRole('button', { name: da('moreActions') }).click());
  await page.keyboard.press('Escape');
  const popup = await openPage('popup.html');
  await popup.getByRole('toolbar').waitFor();
  await popup.setViewportSize({ width: 380, height: 560 });
  await look(popup, 'popup', [380]);
  await popup.keyboard.press('2');
  await look(popup, 'popup mine', [380]);
  await setOffline(true);
  await look(popup, 'popup offline', [380]);
  await setOffline(false);
});

test('ALL-3 ALL-4 INB-2 … nor of the settings, each with what can be opened in it', async ({ panel, openPage }) => {
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

fresh('ALL-3 ALL-4 SUR-9 … nor without a hub: first run, a workspace of this computer, the sample', async ({ openPage }) => {
  const page = await openPage('sidepanel.html');
  await page.getByRole('radio', { name: 'On this computer' }).check();
  await page.goto(page.url().replace('sidepanel.html', 'options.html#/appearance'));
  await page.getByRole('radio', { name: 'Dansk' }).check();
  await look(page, 'appearance without a workspace', everyWidth);
  await page.goto(page.url().replace(/options.*/, 'sidepanel.html'));
  await page.getByRole('radio', { name: da('firstRunHub') }).waitFor();
  await look(page, 'first run', everyWidth);
  await page.getByRole('textbox').fill('http://hub.havnegaard.example');
  await page.locator('button[type=submit]').click();
  await page.getByRole('alert').first().waitFor();
  await look(page, 'first run problem', everyWidth);
  await page.getByRole('button', { name: da('archiveRestore') }).click();
  await lookAtDialog(page, 'restore dialog', everyWidth);
  await page.getByRole('radio', { name: da('onThisComputer') }).check();
  await page.locator('button[type=submit]').click();
  await page.getByRole('alert').first().waitFor();
  await look(page, 'first run here', everyWidth);
  await page.getByLabel(da('localName')).fill('Ida Berg');
  await page.getByLabel(da('localAddresses')).fill('ida@firma.example');
  await page.getByRole('button', { name: da('localBegin') }).click();
  await page.getByText(da('importEmpty')).waitFor();
  await look(page, 'local empty');
  await menu(page, da('inviteTitle'));
  await lookAtDialog(page, 'needs a hub');
  await menu(page, da('importTitle'));
  const mail = (n: number) =>
    `From - Mon Mar 02 10:00:00 2026\nMessage-ID: <${n}@kunde.example>\nDate: Mon, 2 Mar 2026 10:0${n}:00 +0100\nFrom: Per Holm <per@kunde.example>\nTo: ida@firma.example\nSubject: Borde ${n}\n\nHvad koster et bord?\n\n`;
  await page.getByLabel(da('importChoose')).setInputFiles([
    { name: 'arkiv-med-et-langt-navn-fra-den-gamle-computer.mbox', mimeType: 'application/mbox', buffer: Buffer.from(mail(1) + mail(2)) },
    { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('\u0089PNG') },
  ]);
  await expect(page.getByRole('dialog')).toContainText('2 nye', { timeout: 30_000 });
  await look(page, 'import dialog', everyWidth);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: da('close') })
    .click();
  await look(page, 'local list');
  await page.getByRole('option').first().click();
  await threadOf(page).first().waitFor();
  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: da('replyText') }).click();
  await page.keyboard.insertText('100 kr.');
  await page.getByText(da('localSendsNothing')).waitFor();
  await look(page, 'local reply');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await menu(page, da('localDelete'));
  await lookAtDialog(page, 'delete local');
  const home = page.url().replace(/sidepanel.*/, 'options.html');
  await page.goto(`${home}#/`);
  await page.getByRole('navigation').getByRole('link').first().waitFor();
  await page.setViewportSize({ width: 1440, height: 900 });
  const places = await page
    .locator('nav a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '').filter((href) => href.startsWith('#')));
  for (const place of new Set([...places, '#/connect-channel', '#/people'])) {
    await page.goto(`${home}${place}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(page, `local settings ${place.replace(/[0-9a-f-]{36}/, '')}`, everyWidth);
  }
  await page.goto(`${home.replace('options.html', 'sidepanel.html')}`);
  await menu(page, da('addConnection'));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: da('sampleLook') })
    .click();
  await page.getByRole('region', { name: da('sampleName') }).waitFor({ timeout: 60_000 });
  await page.getByRole('option').first().waitFor({ timeout: 60_000 });
  await look(page, 'sample');
  await look(page, 'sample menu', panelWidths, () => page.getByRole('button', { name: da('panelMenu') }).click());
});
