import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { v7 } from 'uuid';
import { findChromium } from '../../scripts/find/chromium';
import { LocalMailbox } from '../../server/mailbox/local-mailbox';
import { HubAgent } from '../server/hub-agent';
import { HubProcess } from './support/hub-process';
import { fillJoinForm, someone } from './support/people';

let hub: HubProcess;
/** Who makes the invitations. */
let admin: HubAgent;
let self: { id: string; workspaceId: string };
/** Without the extension: these pages are for people who may have none yet. */
let browser: Browser;

test.describe.configure({ timeout: 240_000 });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  hub = await HubProcess.start();
  admin = await HubAgent.signIn(hub.url, hub.invitation);
  const { agentId, workspaceId } = await admin.pull();
  self = { id: agentId, workspaceId };
  const raw = 'From: Mette <inbox@samtale.example>\r\nTo: bo@kunde.example\r\nSubject: Svar\r\n\r\nHej Bo\r\n';
  await new LocalMailbox(join(hub.data, 'mailbox')).deliver({
    from: 'inbox@samtale.example',
    recipients: ['bo@kunde.example'],
    raw: Buffer.from(raw),
  });
  const executablePath = findChromium();
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
});
test.afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

/** The path of a fresh link: for somebody new, or a way back for the administrator. */
async function invitation(agentId: string | null): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const tokenHash = createHash('sha256').update(token).digest('hex');
  const args = { invitationId: v7(), workspaceId: self.workspaceId, tokenHash, agentId, name: '', email: '', inboxIds: [], accountAccess: false };
  expect((await admin.push([admin.act('createInvitation', args)])).outcomes).toMatchObject([{ refused: null }]);
  return `/join/${token}`;
}

const authorize =
  '?response_type=code&client_id=samtale-extension&redirect_uri=https%3A%2F%2Fevil.example%2F&scope=inbox&state=x&code_challenge=x&code_challenge_method=S256';

interface HubPage {
  name: string;
  path: string;
  /** Words that stand on it, in English and in Danish. */
  says: Record<'en' | 'da', string>;
  /** Brings the page into the state that is meant. */
  arrive?: (page: Page) => Promise<void>;
}
const pages = (newcomer: string, wayBack: string): HubPage[] => [
  { name: 'landing', path: '/', says: { en: 'Press the Samtale button', da: 'Tryk på Samtales knap' } },
  { name: 'login', path: '/login', says: { en: 'Forgot the password', da: 'Har du glemt adgangskoden' } },
  {
    name: 'login-refused',
    path: '/login',
    says: { en: 'do not belong together', da: 'passer ikke sammen' },
    async arrive(page) {
      await page.locator('#email').fill(someone().email);
      await page.locator('#password').fill('ikke dette kodeord');
      await page.locator('#password').press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'invitation', path: newcomer, says: { en: 'You have been invited', da: 'Du er inviteret' } },
  { name: 'way-back', path: wayBack, says: { en: 'You sign in with this address', da: 'Du logger ind med denne adresse' } },
  { name: 'invitation-unknown', path: '/join/none', says: { en: 'not known here', da: 'kendes ikke her' } },
  { name: 'problem', path: '/login/problem?error=invalid_client', says: { en: 'does not know this extension', da: 'kender ikke denne udvidelse' } },
  {
    name: 'redirect-refused',
    path: `/auth/oauth2/authorize${authorize}`,
    says: { en: 'does not know this extension', da: 'kender ikke denne udvidelse' },
  },
  {
    name: 'message',
    path: '/m/01900000-0000-7000-8000-000000000001',
    says: { en: 'This message is in Samtale', da: 'Denne besked ligger i Samtale' },
  },
  { name: 'nothing-here', path: '/no/such/page', says: { en: 'There is nothing here', da: 'Her er ikke noget' } },
  { name: 'mailbox', path: '/mailbox', says: { en: 'reaches nobody', da: 'når ikke frem til nogen' } },
  {
    name: 'mailbox-mail',
    path: '/mailbox',
    says: { en: 'Download the mail', da: 'Hent mailen' },
    async arrive(page) {
      await page.getByRole('link', { name: 'Svar' }).click();
      await page.getByText('Hej Bo').waitFor();
    },
  },
];

/** Everything one can act on is reached by Tab, and shows that it is. */
async function reachable(page: Page): Promise<void> {
  const wanted = await page.locator('a[href], button, input:not([type=hidden])').count();
  const reached = new Set<string>();
  for (let presses = 0; presses <= wanted + 2; presses++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { activeElement } = document;
      if (!activeElement || activeElement === document.body) return null;
      const all = [...document.querySelectorAll('*')];
      return { place: String(all.indexOf(activeElement)), outlined: getComputedStyle(activeElement).outlineStyle !== 'none' };
    });
    if (!at) continue;
    expect(at.outlined, `element ${at.place} shows its focus`).toBe(true);
    reached.add(at.place);
  }
  expect(reached.size).toBe(wanted);
}

for (const [language, locale, colorScheme] of [
  ['en', 'en-GB', 'light'],
  ['da', 'da-DK', 'dark'],
] as const) {
  test(`each page, ${language}, ${colorScheme}: its words, no axe violation, nothing cut off, all by keyboard`, async () => {
    const all = pages(await invitation(null), await invitation(self.id));
    for (const width of [400, 1280]) {
      const context = await browser.newContext({ locale, colorScheme, viewport: { width, height: 800 } });
      const page = await context.newPage();
      for (const { name, path, says, arrive } of all) {
        await test.step(`${name} at ${width}`, async () => {
          await page.goto(hub.url + path);
          await arrive?.(page);
          await expect(page.locator('main')).toContainText(says[language]);
          await expect(page.locator('html')).toHaveAttribute('lang', language);
          expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
          if (width > 400) return;
          expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
          await reachable(page);
        });
      }
      await context.close();
    }
  });
}

test('a newcomer by keyboard alone, up to the page that says how to go on', async () => {
  const person = someone();
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 400, height: 800 } });
  const page = await context.newPage();
  await page.goto(hub.url + (await invitation(null)));
  await expect(page.getByLabel('Your name')).toBeFocused();
  for (const words of [person.name, person.email, person.password]) {
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
  await expect(page.getByRole('button', { name: 'Join' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
  await expect(page.locator('code')).toHaveText(hub.url);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await context.close();
});

test('an address that is taken is said on the form, which keeps what was typed', async () => {
  const person = someone();
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 400, height: 800 } });
  const page = await context.newPage();
  await page.goto(hub.url + (await invitation(null)));
  await fillJoinForm(page, person);
  await context.clearCookies();
  await page.goto(hub.url + (await invitation(null)));
  await fillJoinForm(page, person);
  await expect(page.getByRole('alert')).toContainText('has an account here already');
  await expect(page.getByLabel('Your name')).toHaveValue(person.name);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await context.close();
});
