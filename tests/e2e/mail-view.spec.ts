import { test as base, expect } from './signed-in';
import { arrivedRow } from './support/conversation';
import { dangerousMails } from './support/dangerous-mails';
import { hearMails } from './support/hear-mails';
import { plantThread, removePlanted, showMails } from './support/planted-thread';
import { pressEverything } from './support/press-everything';
import { standIn } from './support/stand-in-server';

const test = base.extend<{ show(mails: readonly string[]): Promise<void> }>({
  /** Shows mails in a conversation of this test alone, which would stand on top of every list of the tests that come after. */
  show: async ({ panel }, use) => {
    await use(async (mails) => {
      await plantThread(panel);
      await showMails(panel, mails);
    });
    await removePlanted(panel);
  },
});

test('E21-E27 what listens to mails hears: a script, a request to any place, a frame that leaves, a window', async ({ context, hub }) => {
  const elsewhere = await standIn({ body: '<p>Elsewhere</p>' });
  const page = await context.newPage();
  const heard = await hearMails(context, page, hub.url);
  const frame = `<script>alert(1)</script><img src="${hub.url}/canary.png"><img src="http://127.0.0.1:9/canary.png">`;
  await page.setContent(`<iframe srcdoc='${frame}'></iframe><iframe src="${elsewhere.url}/"></iframe>`);
  await page.evaluate(() => window.open('about:blank'));
  const expected = [
    'script ran: 1',
    'script in a frame: ',
    `request: ${hub.url}/canary.png`,
    'request: http://127.0.0.1:9/canary.png',
    `navigation: ${elsewhere.url}/`,
    'window: about:blank',
  ];
  for (const what of expected) await expect.poll(() => heard.filter((one) => one.startsWith(what)).length, { message: what }).toBeGreaterThan(0);
  await elsewhere.close();
});

test('THR-12 E21-E27 what mails try, from SMTP to the panel: nothing runs, nothing loads, nothing leaves its frame; nothing is left to run', async ({
  context,
  panel,
  hub,
  sendMail,
}) => {
  const subject = `Farlige mails ${process.pid}`;
  const mail = { from: 'Eva Ond <eva.ond@mail.example>', to: 'erhverv@havnegaard.example', subject };
  const heard = await hearMails(context, panel, hub.url);
  const first = await sendMail({ ...mail, html: dangerousMails[0] ?? '' });
  for (const html of dangerousMails.slice(1)) await sendMail({ ...mail, html, references: [first.messageId] });
  await (await arrivedRow(panel, subject)).click();
  // Older mails are folded: a line for the first, one for all the others.
  await expect(async () => {
    for (const fold of [panel.locator('button.foldline'), panel.locator('button.msg.fold1')])
      if ((await fold.count()) > 0) await fold.first().click();
    await expect(panel.locator('article.msg iframe')).toHaveCount(dangerousMails.length, { timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await pressEverything(panel);
  const left = await panel.evaluate(() =>
    [...document.querySelectorAll('iframe')].flatMap((frame) => {
      const mail = frame.contentDocument?.getElementById('samtale-mail');
      if (frame.getAttribute('sandbox') !== 'allow-same-origin') return ['sandbox'];
      return [...(mail?.querySelectorAll('*') ?? [])].flatMap((node) => [
        ...(/^(SCRIPT|IFRAME|OBJECT|EMBED|FORM|INPUT|LINK|META|BASE|SVG|MATH|VIDEO|AUDIO)$/i.test(node.tagName) ? [node.tagName] : []),
        ...[...node.attributes]
          .filter(({ name, value }) => /^on/i.test(name) || /^\s*(javascript|vbscript|chrome-extension|moz-extension|file):/i.test(value))
          .map(({ name }) => name),
      ]);
    }),
  );
  expect(left).toEqual([]);
  expect(heard).toEqual([]);
});

test('THR-12 a link opens in a new tab; one that lies about its place names both first', async ({ context, panel, show, hub }) => {
  // Playwright does not route the first request of a window without an opener: this one leads to something that is there.
  await show([`<p><a href="${hub.url}/healthz">Se ordren</a> <a href="https://evil.example/login">www.danskebank.dk</a></p>`]);
  const opened = context.waitForEvent('page');
  await panel.frameLocator('iframe').getByText('Se ordren').click();
  await (await opened).waitForURL(`${hub.url}/healthz`);
  await panel.bringToFront();
  const pages = context.pages().length;
  await panel.frameLocator('iframe').getByText('www.danskebank.dk').click();
  await expect(panel.getByText('The link says www.danskebank.dk but leads to evil.example.')).toBeVisible();
  expect(context.pages().length).toBe(pages);
});

test('E23 a link pressed in the moment before the panel listens in its frame leads nowhere', async ({ context, panel, show, hub }) => {
  await show(['<a href="https://evil.example/">tryk</a>']);
  const heard = await hearMails(context, panel, hub.url);
  const navigations = () => heard.filter((one) => one.startsWith('navigation: '));
  const pressIn = (selfTarget: boolean) =>
    panel.evaluate(async (self) => {
      const shown = document.querySelector('article.msg iframe');
      const copy = document.createElement('iframe');
      copy.setAttribute('sandbox', shown?.getAttribute('sandbox') ?? '');
      copy.srcdoc = (shown?.getAttribute('srcdoc') ?? '').replace('target="_blank"', self ? '' : 'target="_blank"');
      const loaded = new Promise((done) => copy.addEventListener('load', done, { once: true }));
      document.body.append(copy);
      await loaded;
      copy.contentDocument?.querySelector('a')?.click();
    }, selfTarget);
  await pressIn(false);
  // Without its target the same link does lead its frame away: by then the first has had its time.
  await pressIn(true);
  await expect.poll(() => navigations().length).toBeGreaterThan(0);
  expect(navigations()).toHaveLength(1);
});

test('ALL-2 keys go on working while the focus is in a mail, and the frame is as tall as its mail', async ({ panel, show }) => {
  await show([`<p>Hej</p>${'<p>linje</p>'.repeat(60)}`]);
  const frame = panel.locator('iframe');
  await expect.poll(async () => (await frame.boundingBox())?.height ?? 0).toBeGreaterThan(900);
  await panel.frameLocator('iframe').getByText('Hej').click();
  await panel.keyboard.press('r');
  await expect(panel.getByRole('textbox', { name: 'Text of the reply' })).toBeVisible();
});

test('THR-12 a very long mail is cut, with a way to see all of it', async ({ panel, show }) => {
  await show([Array.from({ length: 8000 }, (_, n) => `<div>Linje ${n} af den meget lange mail</div>`).join('')]);
  await expect(panel.frameLocator('iframe').getByText('Linje 7999 af')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Show all of it' }).click();
  await expect(panel.frameLocator('iframe').getByText('Linje 7999 af')).toHaveCount(1);
});
