import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { AuthBrowser } from '../../tests/support/auth-browser';
import { AuthDevice } from '../../tests/support/auth-device';
import { type AuthHub, startAuthHub } from '../../tests/support/auth-hub';
import { acceptInvitation } from './accept-invitation';
import { authAccount, authAgent, authSession } from './auth-schema';

let hub: AuthHub;
let n = 0;
beforeAll(async () => {
  hub = await startAuthHub();
});
afterAll(() => hub.stop());
beforeEach(() => hub.forgetRates());

/** Somebody who came in by an invitation, with a password of their own. */
async function member() {
  n += 1;
  const person = { name: `Bo Lund ${n}`, email: `bo${n}@havnegaard.example`, password: 'det gamle kodeord' };
  const browser = new AuthBrowser();
  expect((await browser.submit(await browser.get(hub.invite().link), person)).status).toBe(200);
  const agent = [...hub.agents.values()].find(({ email }) => email === person.email);
  if (!agent) throw new Error('no agent');
  return { ...person, agentId: agent.id, browser };
}
/** A device of theirs, with the tokens it got. */
async function deviceOf(browser: AuthBrowser) {
  const device = await AuthDevice.at(hub.baseUrl);
  const { location } = await browser.get(device.authorizeUrl());
  const { body } = await device.exchange(new URL(location ?? '').searchParams.get('code') ?? '');
  return { device, ...body };
}
async function login(email: string, password: string) {
  const browser = new AuthBrowser();
  return (await browser.submit(await browser.get(`${hub.baseUrl}/login`), { email, password })).status;
}
const open = async (agentId: string, fields: Record<string, string> = {}) => {
  const browser = new AuthBrowser();
  return { browser, page: await browser.submit(await browser.get(hub.invite(agentId).link), fields) };
};

it('S10 the forgotten password is replaced by the one chosen', async () => {
  const bo = await member();
  const { browser, page } = await open(bo.agentId, { password: 'et helt nyt kodeord' });
  expect([page.status, browser.hasSession]).toEqual([200, true]);
  expect(await login(bo.email, 'et helt nyt kodeord')).toBe(200);
  expect(await login(bo.email, bo.password)).toBe(401);
});

it('S6 S7 a new password ends every other sign-in at once, tokens and web sessions; the one that set it stays', async () => {
  const bo = await member();
  const [first, second] = [await deviceOf(bo.browser), await deviceOf(bo.browser)];
  const { browser } = await open(bo.agentId, { password: 'et helt nyt kodeord' });
  for (const { device, access_token, refresh_token } of [first, second]) {
    expect(await hub.verifyBearer(`Bearer ${access_token}`)).toBeUndefined();
    expect((await device.refresh(refresh_token)).status).toBe(400);
  }
  expect((await bo.browser.get((await AuthDevice.at(hub.baseUrl)).authorizeUrl())).location).toContain('/login?');
  const here = await deviceOf(browser);
  expect(await hub.verifyBearer(`Bearer ${here.access_token}`)).toMatchObject({ agentId: bo.agentId });
});

it('S7 a new password of one person signs nobody else out', async () => {
  const [bo, eva] = [await member(), await member()];
  const { access_token } = await deviceOf(eva.browser);
  await open(bo.agentId, { password: 'et helt nyt kodeord' });
  expect(await hub.verifyBearer(`Bearer ${access_token}`)).toMatchObject({ agentId: eva.agentId });
});

it('left empty the password stays, and so do the other sign-ins', async () => {
  const bo = await member();
  const { access_token } = await deviceOf(bo.browser);
  const { page } = await open(bo.agentId);
  expect(page.status).toBe(200);
  expect(await login(bo.email, bo.password)).toBe(200);
  expect(await hub.verifyBearer(`Bearer ${access_token}`)).toBeDefined();
});

it('one who never had a password hears that, and gets one', async () => {
  const mette = hub.addAgent({ id: crypto.randomUUID(), name: 'Mette Kjær', email: 'mette@havnegaard.example' });
  const browser = new AuthBrowser();
  const page = await browser.get(hub.invite(mette.id).link);
  expect(page.text).toContain('You have none yet');
  expect((await browser.submit(page, { password: 'mettes eget kodeord' })).status).toBe(200);
  expect(await login(mette.email, 'mettes eget kodeord')).toBe(200);
  expect((await new AuthBrowser().get(hub.invite(mette.id).link)).text).toContain('Leave it empty to keep the one you have');
});

it.each([
  ['ni tegn 9', 'at least 10 characters'],
  ['x'.repeat(201), 'at most 200 characters'],
])('S9 %s is refused by a sentence, and the link is still good', async (password, sentence) => {
  const bo = await member();
  const { link, invitation } = hub.invite(bo.agentId);
  const browser = new AuthBrowser();
  const answer = await browser.submit(await browser.get(link), { password });
  expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(sentence)]);
  expect([browser.hasSession, hub.invitations.get(invitation.id)?.usedAt]).toEqual([false, null]);
});

it('S10 a link that is used, too old or of a deactivated agent sets no password and ends no session', async () => {
  const bo = await member();
  const { access_token } = await deviceOf(bo.browser);
  const browser = new AuthBrowser();
  const used = hub.invite(bo.agentId);
  const seen = await browser.get(used.link);
  hub.invitations.set(used.invitation.id, { ...used.invitation, usedAt: hub.clock.now });
  expect((await browser.submit(seen, { password: 'den fremmedes kodeord' })).status).toBe(410);

  const old = hub.invite(bo.agentId);
  const seenOld = await browser.get(old.link);
  hub.invitations.set(old.invitation.id, { ...old.invitation, expiresAt: hub.clock.now });
  expect((await browser.submit(seenOld, { password: 'den fremmedes kodeord' })).status).toBe(410);
  expect(await hub.verifyBearer(`Bearer ${access_token}`)).toBeDefined();

  const late = hub.invite(bo.agentId);
  const seenLate = await browser.get(late.link);
  const agent = hub.agents.get(bo.agentId);
  if (!agent) throw new Error('no agent');
  hub.agents.set(bo.agentId, { ...agent, active: false });
  expect((await browser.submit(seenLate, { password: 'den fremmedes kodeord' })).status).toBe(422);
  hub.agents.set(bo.agentId, agent);
  expect(await login(bo.email, bo.password)).toBe(200);
});

it('S9 it lies as a hash, one account a person', async () => {
  const bo = await member();
  await open(bo.agentId, { password: 'et helt nyt kodeord' });
  await open(bo.agentId, { password: 'og et til, lige så langt' });
  const accounts = await hub.host.db
    .select({ password: authAccount.password, sessions: authSession.id })
    .from(authAccount)
    .innerJoin(authAgent, eq(authAgent.userId, authAccount.userId))
    .innerJoin(authSession, eq(authSession.userId, authAccount.userId))
    .where(eq(authAgent.agentId, bo.agentId));
  expect(accounts).toEqual([{ password: expect.stringMatching(/^scrypt\$17\$8\$1\$/), sessions: expect.any(String) }]);
});

it('S8 the login page and the page for the code say what to do without a password', async () => {
  expect((await new AuthBrowser().get(`${hub.baseUrl}/login`)).text).toContain('makes you a new link');
});

it('F4 links of one who has never been here, used at the same moment: all open, as the same user', async () => {
  const jens = hub.addAgent({ id: crypto.randomUUID(), name: 'Jens Holm', email: 'jens@havnegaard.example' });
  const newcomer = { name: '', email: '', password: '' };
  const accepted = await Promise.all([1, 2, 3].map(() => acceptInvitation(hub.host, hub.invite(jens.id).invitation, newcomer)));
  expect(new Set(accepted.map((one) => ('userId' in one ? one.userId : one.problem))).size).toBe(1);
  expect(accepted[0]).toHaveProperty('userId');
});

it('F4 two links used at the same moment for one address: one joins, the other hears that it is taken', async () => {
  const liv = { name: 'Liv Dahl', email: 'liv@havnegaard.example', password: 'et helt nyt kodeord' };
  const accepted = await Promise.all([1, 2].map(() => acceptInvitation(hub.host, hub.invite().invitation, liv)));
  expect(accepted.filter((one) => 'userId' in one)).toHaveLength(1);
  expect(accepted).toContainEqual({ problem: 'pageEmailTaken' });
  expect([...hub.agents.values()].filter(({ email }) => email === liv.email)).toHaveLength(1);
});
