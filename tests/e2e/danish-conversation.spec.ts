import { expect, test } from './signed-in';
import { threadOf } from './support/conversation';
import { arrived, da, everyWidth, inDanish, look, lookAtDialog, toView } from './support/danish';

test('ALL-3 ALL-4 in Danish nothing of a conversation is cut off, with its dialogs and menus, and axe finds nothing', async ({
  panel,
  sendMail,
  setOffline,
}) => {
  await inDanish(panel);
  const from = `Margrethe Kristoffersen-Vestergaard <margrethe${process.pid}@mail.example>`;
  const subject = `Reklamation over spisebordets forlængerplader ${process.pid}`;
  const mail = { from, to: 'erhverv@havnegaard.example' };
  const messageId = `<reklamation-${process.pid}@mail.example>`;
  const words = `Betalt den 3. november med ordrenummer 20881-${process.pid}`;
  await sendMail({ ...mail, subject, messageId, text: words });
  const row = await arrived(panel, subject);
  await row.hover();
  await look(panel, 'row tools');
  await row.click();
  await threadOf(panel).first().waitFor();
  await sendMail({
    ...mail,
    subject: `Re: ${subject}`,
    inReplyTo: messageId,
    references: messageId,
    text: `Jeg skrev: ${words} i butikken i Aarhus`,
  });
  await expect(threadOf(panel).getByText('i butikken i Aarhus')).toBeVisible({ timeout: 40_000 });
  await look(panel, 'thread');
  await panel.keyboard.press('b');
  await expect(panel.getByText(da('folFollowing'), { exact: true })).toBeVisible();
  await look(panel, 'followed');
  await look(panel, 'menu of one that is followed', everyWidth, () => panel.getByRole('button', { name: da('moreActions') }).click());
  await look(panel, 'owner menu', everyWidth, () => panel.getByRole('button', { name: new RegExp(`^${da('owner')}`) }).click());
  await panel.getByRole('button', { name: words }).click();
  const ofMessage = threadOf(panel)
    .first()
    .getByRole('button', { name: da('moreOfMessage') });
  await look(panel, 'message menu', everyWidth, () => ofMessage.click());
  await ofMessage.click();
  await panel.getByRole('menuitem', { name: da('hidAction') }).click();
  await lookAtDialog(panel, 'hide dialog', everyWidth);
  await panel.keyboard.press('h');
  await lookAtDialog(panel, 'snooze', everyWidth);
  await panel.keyboard.press('t');
  // In one word, which nothing breaks by itself.
  const newTag = `Afhentningsordrebekræftelsesvognmandsnummer${process.pid}`.slice(0, 50);
  await panel.getByRole('textbox', { name: da('tagFind') }).fill(newTag);
  await look(panel, 'tag dialog', everyWidth);
  await panel.keyboard.press('Enter');
  await panel.getByRole('button', { name: da('tagTakeOff', { name: newTag }) }).waitFor();
  await look(panel, 'tagged', everyWidth);
  await panel.keyboard.press('v');
  await lookAtDialog(panel, 'move dialog', everyWidth);

  await panel.getByRole('button', { name: da('moreActions') }).click();
  await panel.getByRole('menuitem', { name: da('mrgAction') }).click();
  const find = panel.getByRole('combobox', { name: da('mrgFind') });
  await find.waitFor();
  await look(panel, 'merge dialog', everyWidth);
  await find.fill('s');
  await panel.getByRole('dialog').getByRole('option').first().waitFor();
  await look(panel, 'merge dialog, found', everyWidth);
  await find.press('Enter');
  await panel.getByRole('button', { name: da('mrgOther') }).waitFor();
  await lookAtDialog(panel, 'merge dialog, what merges', everyWidth);

  await panel.keyboard.press('m');
  await expect(panel.getByText(da('readDidUnread', { title: subject })).first()).toBeVisible();
  await panel.getByRole('button', { name: da('backToList') }).click();
  await panel.getByRole('option', { name: da('readSince') }).waitFor();
  await look(panel, 'unread ring', everyWidth);
  await row.click();
  await panel.getByRole('main').getByText(da('readSince')).waitFor();
  await look(panel, 'unread line', everyWidth);

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
  const more = panel.getByRole('button', { name: da('moreActions') });
  await look(panel, 'more actions', everyWidth, () => more.click());
  await more.click();
  await panel.getByRole('menuitem', { name: da('actionBlock') }).click();
  await lookAtDialog(panel, 'block dialog', everyWidth);
  await panel.keyboard.press('r');
  await panel.getByRole('button', { name: da('discardDraft') }).waitFor();
  await expect(panel.getByRole('textbox', { name: da('replyText') })).toBeFocused();
  await look(panel, 'reply with status');
  await look(panel, 'status menu', everyWidth, () => panel.getByRole('button', { name: new RegExp(`^${da('tktStatus')}`) }).click());
  await panel.getByRole('button', { name: da('discardDraft') }).click();
  await panel.keyboard.press('i');
  await look(panel, 'comment');
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('Delete');
  const restore = panel.getByRole('button', { name: da('actionRestore') }).first();
  await restore.waitFor();
  await look(panel, 'trash notice');
  await panel.keyboard.press('Backspace');
  await lookAtDialog(panel, 'delete forever', everyWidth);

  await setOffline(true);
  await restore.click();
  await panel
    .locator('footer')
    .getByRole('button', { name: /venter/ })
    .click();
  const takeBack = panel.getByRole('button', { name: new RegExp(`^${da('takeBackOf', { what: '' })}`) });
  await takeBack.first().waitFor();
  await look(panel, 'waiting with take back', everyWidth);
  await takeBack.first().click();
  await expect(takeBack).toHaveCount(0);
  await look(panel, 'taken back', everyWidth);
  await setOffline(false);
  await panel.getByRole('button', { name: da('backToList') }).click();
  await toView(panel, da('view_trash'));
  await panel.getByRole('option').first().waitFor();
  await look(panel, 'trash list');
});
