import { test } from './signed-in';
import { threadOf } from './support/conversation';
import { da, everyWidth, fromMenu, inDanish, look, lookAtDialog, toInbox, toView } from './support/danish';

test('ALL-3 ALL-4 INB-5 in Danish nothing of the panel’s lists and menus is cut off, and axe finds nothing', async ({ panel, setOffline }) => {
  await inDanish(panel);
  await look(panel, 'list');
  await look(panel, 'inboxes', everyWidth, () => panel.locator('header.bar button').first().click());
  await look(panel, 'more views', everyWidth, () => panel.getByRole('button', { name: da('more'), exact: true }).click());
  await look(panel, 'menu', everyWidth, () => panel.getByRole('button', { name: da('panelMenu') }).click());
  const shortcut = panel.locator('footer').getByRole('button', { name: da('settingsTitle') });
  await look(panel, 'settings of the inbox', everyWidth, () => shortcut.click());
  await fromMenu(panel, da('keySheet'));
  await lookAtDialog(panel, 'keys');
  await fromMenu(panel, da('inviteTitle'));
  await lookAtDialog(panel, 'invite');
  await fromMenu(panel, da('addConnection'));
  await lookAtDialog(panel, 'add a workspace');

  const more = panel.getByRole('button', { name: da('more'), exact: true });
  const makeView = async (name: string) => {
    await more.click();
    await panel.getByRole('menuitem', { name: da('viewNew') }).click();
    const made = panel.getByRole('dialog');
    await made.getByLabel(da('viewName'), { exact: true }).fill(name);
    for (const line of await made.locator('summary').all()) await line.click();
    if (name.length > 20) await look(panel, 'new view');
    await made.getByRole('button', { name: da('viewMake') }).click();
    await made.waitFor({ state: 'hidden' });
  };
  await makeView('Alle de reklamationer vi ikke har nået endnu');
  await makeView('Kort');
  await look(panel, 'more with views', everyWidth, () => more.click());
  await more.click();
  await panel.getByRole('menuitem', { name: da('viewArrange') }).click();
  await lookAtDialog(panel, 'arrange views');

  await toView(panel, da('view_spam'));
  await panel.getByRole('option').first().waitFor();
  await look(panel, 'spam list');
  await panel.getByRole('option').first().click();
  await threadOf(panel).first().waitFor();
  await look(panel, 'spam thread');
  await panel.getByRole('button', { name: da('backToList') }).click();
  await panel.getByRole('listbox').waitFor();
  await toInbox(panel, 'Kundeservice');
  for (const channel of ['chat', 'forms', 'calls'] as const) {
    await toView(panel, da(`view_${channel}`));
    await panel.getByRole('option').first().waitFor();
    await look(panel, `${channel} list`);
    // Another spec makes a contact of the newest call.
    await panel.getByRole('option').last().click();
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
  await look(panel, 'offline waiting', everyWidth);
  await fromMenu(panel, da('signOutAction'));
  await panel.getByRole('dialog').waitFor();
  await look(panel, 'sign out');
  await panel
    .getByRole('dialog')
    .getByRole('button', { name: da('signOutCancel') })
    .click();
  await panel.getByRole('switch').click();
  await setOffline(false);
});
