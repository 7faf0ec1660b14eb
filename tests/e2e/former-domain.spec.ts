import { expect, test } from './fixtures';
import { administrator } from './support/administrator';
import { asksFirst } from './support/asks-first';
import { arrivedRow, reply, settled, threadOf } from './support/conversation';
import { da, everyWidth, inDanish, lookAtDialog } from './support/danish';
import { HubProcess } from './support/hub-process';
import { browserOf } from './support/people';
import { sendMail } from './support/send-mail';
import { violations } from './support/violations';

test('INB-3 CHN-2 CHN-4 the address of a domain the hub no longer has is removed once the inbox has a new one, from where its conversations are answered; it can be connected again', async ({
  sink,
}) => {
  // A hub of its own that is started twice.
  test.setTimeout(300_000);
  const env: Record<string, string> = { SAMTALE_SMTP_URL: sink.url };
  const hub = await HubProcess.start({ env });
  const admin = await browserOf();
  try {
    const mail = { from: 'Bo Kunde <bo@kunde.example>', subject: 'Hylder til lageret', text: 'Har I dem på lager?' };
    await administrator(hub, admin);
    await sendMail(hub.smtp, { ...mail, to: 'inbox@samtale.example' });
    await arrivedRow(admin.page, mail.subject);
    env.SAMTALE_MAIL_DOMAIN = 'post.havnegaard.example';
    await hub.restart();

    const page = await admin.context.newPage();
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(new URL('options.html', admin.page.url()).href);
    await page.getByRole('link', { name: 'inbox@samtale.example' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'inbox@samtale.example' })).toBeVisible();
    // The only one: an inbox keeps an address.
    await expect(page.getByRole('button', { name: 'Save' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Remove address' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Connect e-mail' }).click();
    await page.getByRole('radio', { name: /^Forwarding, or an address of the hub/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'inbox@post.havnegaard.example' })).toBeVisible({ timeout: 60_000 });
    // The one that works stays: the other is of a domain the hub no longer has. By when it has said how this one is reached it has said that too.
    await expect(page.getByRole('button', { name: 'Test again' })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('button', { name: 'Remove address' })).toHaveCount(0);

    await page.getByRole('link', { name: 'inbox@samtale.example' }).click();
    await page.getByRole('textbox', { name: 'Company name' }).fill('Havnegaard Syd');
    expect(await asksFirst(page)).toBe(true);
    await page.getByRole('button', { name: 'Remove address' }).click();
    const dialog = page.getByRole('dialog', { name: 'Remove inbox@samtale.example' });
    await expect(dialog).toContainText('Its conversations stay in the inbox and are answered from inbox@post.havnegaard.example.');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await inDanish(admin.page);
    await page.getByRole('button', { name: da('chnRemove') }).click();
    await lookAtDialog(page, 'remove address', everyWidth);
    await admin.page.getByRole('button', { name: da('panelMenu') }).click();
    await admin.page.getByRole('menuitemradio', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Remove address' }).click();
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { level: 1, name: 'inbox@post.havnegaard.example' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'inbox@samtale.example' })).toHaveCount(0);
    // What was typed about it went with it.
    expect(await asksFirst(page)).toBe(false);
    await settled(admin.page);
    await expect(sendMail(hub.smtp, { ...mail, to: 'inbox@samtale.example' })).rejects.toThrow(/55\d/);
    await sendMail(hub.smtp, { ...mail, subject: 'Til den nye adresse', to: 'inbox@post.havnegaard.example' });
    await arrivedRow(admin.page, 'Til den nye adresse');

    await (await arrivedRow(admin.page, mail.subject)).click();
    await expect(threadOf(admin.page).getByText(mail.text)).toBeVisible();
    await reply(admin.page, 'Ja, 40 stykker.');
    const sent = await sink.waitFor('bo@kunde.example', '40 stykker');
    expect(sent.raw).toMatch(/^From: .*<inbox@post\.havnegaard\.example>/m);

    // It is a team's for good; as its own mailbox it is connected again, and only in its inbox.
    await page.getByRole('link', { name: 'Agents and roles' }).click();
    await page.getByLabel('Another address').fill('inbox@samtale.example');
    await expect(page.getByText('inbox@samtale.example belonged to Inbox and was removed.')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Connect it again there' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Agree and continue' }).click();
    await page.getByLabel('E-mail address').fill('inbox@samtale.example');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in to inbox@samtale.example' })).toBeVisible({ timeout: 60_000 });
  } finally {
    await admin.close();
    await hub.stop();
  }
});
