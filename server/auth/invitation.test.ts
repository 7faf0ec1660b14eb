import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refuse } from '../../domain/core/refusal';
import { AuthBrowser } from '../../tests/support/auth-browser';
import { AuthDevice } from '../../tests/support/auth-device';
import { type AuthHub, startAuthHub } from '../../tests/support/auth-hub';
import { authAgent, authUser } from './auth-schema';
import { hashToken } from './hash-token';

let hub: AuthHub;
let browser: AuthBrowser;
let n = 0;
const newcomer = () => {
  n += 1;
  return { name: `Bo Lund ${n}`, email: `bo${n}@havnegaard.example`, password: 'korrekt hest batteri' };
};

beforeAll(async () => {
  hub = await startAuthHub();
});
afterAll(() => hub.stop());
beforeEach(async () => {
  await hub.forgetRates();
  browser = new AuthBrowser();
});

const usersOf = (email: string) => hub.host.db.select().from(authUser).where(eq(authUser.email, email));

describe('an invitation for somebody new', () => {
  it('makes the account, the agent and the session, and says how to go on', async () => {
    const bo = newcomer();
    const { link, invitation } = hub.invite();
    const joined = await browser.submit(await browser.get(link), bo);
    expect(joined.status).toBe(200);
    expect(joined.text).toContain('You are signed in');
    expect(joined.text).toContain(hub.baseUrl);
    expect(browser.hasSession).toBe(true);
    expect(hub.invitations.get(invitation.id)?.usedAt).toBe(hub.clock.now);
    const [user] = await usersOf(bo.email);
    const [bound] = await hub.host.db
      .select()
      .from(authAgent)
      .where(eq(authAgent.userId, user?.id ?? ''));
    expect(hub.agents.get(bound?.agentId ?? '')).toMatchObject({ name: bo.name, email: bo.email });
  });

  it('begins its form with the name and address it was made for, which may be changed', async () => {
    const { link } = hub.invite(null, { name: 'Bo "B" Lund', email: 'bo.lund@havnegaard.example' });
    const page = await browser.get(link);
    expect(page.text).toContain('value="Bo &quot;B&quot; Lund"');
    expect(page.text).toContain('value="bo.lund@havnegaard.example"');
    const bo = newcomer();
    expect((await browser.submit(page, bo)).status).toBe(200);
    expect([...hub.agents.values()].some((agent) => agent.email === bo.email)).toBe(true);
  });

  it('opened in the extension’s window goes on to the extension', async () => {
    const device = await AuthDevice.at(hub.baseUrl);
    const { link } = hub.invite();
    const joined = await browser.submit(await browser.get(`${link}?${device.authorizeQuery()}`), newcomer());
    expect(joined.status).toBe(303);
    const back = new URL((await browser.get(joined.location ?? '')).location ?? '');
    expect((await device.exchange(back.searchParams.get('code') ?? '')).body.samtale_agent?.name).toBe(`Bo Lund ${n}`);
  });

  it('its query leads nowhere but to the hub’s own authorize', async () => {
    const { link } = hub.invite();
    const joined = await browser.submit(await browser.get(`${link}?client_id=x&redirect_uri=https://evil.example`), newcomer());
    expect(new URL(joined.location ?? '').pathname).toBe('/auth/oauth2/authorize');
    expect(new URL((await browser.get(joined.location ?? '')).location ?? '').origin).toBe(hub.baseUrl);
  });

  it.each([
    [{ name: '   ' }, 'Write your name'],
    [{ email: 'bo at havnegaard' }, 'not an e-mail address'],
    [{ password: 'ni tegn 9' }, 'at least 10 characters'],
    [{ password: 'x'.repeat(201) }, 'at most 200 characters'],
  ])('%j is answered by a sentence and keeps what was typed', async (change, sentence) => {
    const { link, invitation } = hub.invite();
    const typed = { ...newcomer(), ...change };
    const answer = await browser.submit(await browser.get(link), typed);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(sentence);
    expect(answer.text).toContain(`value="${typed.email}"`);
    expect(answer.text).not.toContain(typed.password);
    expect(hub.invitations.get(invitation.id)?.usedAt).toBeNull();
  });

  it('S9 ten characters of any kind will do, and so will a hundred', async () => {
    for (const password of ['aaaaaaaaaa', 'å'.repeat(100)]) {
      const bo = { ...newcomer(), password };
      expect((await browser.submit(await browser.get(hub.invite().link), bo)).status).toBe(200);
      const elsewhere = new AuthBrowser();
      expect((await elsewhere.submit(await elsewhere.get(`${hub.baseUrl}/login`), { email: bo.email.toUpperCase(), password })).status).toBe(200);
    }
  });

  it('an address that has an account keeps the invitation unused', async () => {
    const bo = newcomer();
    await browser.submit(await browser.get(hub.invite().link), bo);
    const { link, invitation } = hub.invite();
    const other = new AuthBrowser();
    const answer = await other.submit(await other.get(link), { ...newcomer(), email: bo.email });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('has an account here already');
    expect(hub.invitations.get(invitation.id)?.usedAt).toBeNull();
    expect(other.hasSession).toBe(false);
  });

  it('the hub died between the user and the agent: the next try makes both', async () => {
    const bo = newcomer();
    const { link } = hub.invite();
    const { acceptInvitation } = hub.host.people;
    hub.host.people.acceptInvitation = () => Promise.reject(new Error('killed'));
    try {
      const killed = await browser.submit(await browser.get(link), bo);
      expect(killed.status).toBe(500);
      expect(killed.text).not.toContain('killed');
      expect(hub.faults).toHaveLength(1);
    } finally {
      hub.host.people.acceptInvitation = acceptInvitation;
    }
    expect(await usersOf(bo.email)).toHaveLength(1);
    expect((await browser.submit(await browser.get(link), bo)).status).toBe(200);
    expect(await usersOf(bo.email)).toHaveLength(1);
  });

  it('refused by the rule, no user stays behind', async () => {
    const bo = newcomer();
    const { acceptInvitation } = hub.host.people;
    hub.host.people.acceptInvitation = async () => refuse('invitation-used');
    try {
      const answer = await browser.submit(await browser.get(hub.invite().link), bo);
      expect(answer.text).toContain('has been used');
    } finally {
      hub.host.people.acceptInvitation = acceptInvitation;
    }
    expect(await usersOf(bo.email)).toHaveLength(0);
    expect(browser.hasSession).toBe(false);
  });

  it('two browsers at once: one gets in, one hears why not', async () => {
    const { link } = hub.invite();
    const [one, two] = [new AuthBrowser(), new AuthBrowser()];
    const pages = await Promise.all([one.get(link), two.get(link)]);
    const answers = await Promise.all([one.submit(pages[0], newcomer()), two.submit(pages[1], newcomer())]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
    expect([one.hasSession, two.hasSession].filter(Boolean)).toHaveLength(1);
  });
});

describe('an invitation for an agent there is', () => {
  it('signs that agent in, once, without a password', async () => {
    const agent = hub.addAgent({ id: crypto.randomUUID(), name: 'Sofie Brandt', email: 'sofie@havnegaard.example' });
    const { link } = hub.invite(agent.id);
    const page = await browser.get(link);
    expect(page.text).toContain('Sign in as Sofie Brandt');
    expect(page.text).toContain('value="sofie@havnegaard.example"');
    const device = await AuthDevice.at(hub.baseUrl);
    const joined = await browser.submit(await browser.get(`${link}?${device.authorizeQuery()}`));
    const back = new URL((await browser.get(joined.location ?? '')).location ?? '');
    const { body } = await device.exchange(back.searchParams.get('code') ?? '');
    expect(await hub.verifyBearer(`Bearer ${body.access_token}`)).toMatchObject({ agentId: agent.id });
    expect((await new AuthBrowser().get(link)).status).toBe(410);
  });

  it('a second one is the same account', async () => {
    const agent = hub.addAgent({ id: crypto.randomUUID(), name: 'Jonas Lindqvist', email: 'jonas@havnegaard.example' });
    for (const { link } of [hub.invite(agent.id), hub.invite(agent.id)]) expect((await browser.submit(await browser.get(link))).status).toBe(200);
    expect(await usersOf(agent.email)).toHaveLength(1);
  });

  it('opens nothing once the agent is deactivated', async () => {
    const agent = hub.addAgent({ id: crypto.randomUUID(), name: 'Gone', email: 'gone@havnegaard.example' });
    const { link } = hub.invite(agent.id);
    hub.agents.set(agent.id, { ...agent, active: false });
    await browser.submit(await browser.get(link));
    expect(browser.hasSession).toBe(false);
  });

  it('has no password to guess', async () => {
    const answer = await browser.submit(await browser.get(`${hub.baseUrl}/login`), { email: 'sofie@havnegaard.example', password: '' });
    expect(answer.status).toBe(401);
  });
});

describe('S10 links', () => {
  it('looked at ten times (previews, Firefox) is still unused', async () => {
    const { link, invitation } = hub.invite();
    for (let times = 0; times < 10; times += 1) expect((await browser.get(link)).status).toBe(200);
    expect(hub.invitations.get(invitation.id)?.usedAt).toBeNull();
    expect(browser.hasSession).toBe(false);
  });

  it('used a second time: 410 and a sentence, by GET and by POST', async () => {
    const { link } = hub.invite();
    const page = await browser.get(link);
    await browser.submit(page, newcomer());
    for (const again of [await browser.get(link), await browser.submit(page, newcomer())]) {
      expect(again.status).toBe(410);
      expect(again.text).toContain('has been used');
    }
  });

  it('in the extension’s window a sentence is a 200: Chromium would close the window on anything else', async () => {
    const { link } = hub.invite();
    const inWindow = `${link}?${(await AuthDevice.at(hub.baseUrl)).authorizeQuery()}`;
    const page = await browser.get(inWindow);
    const slip = await browser.submit(page, { ...newcomer(), password: 'short' });
    expect([slip.status, slip.text]).toEqual([200, expect.stringContaining('at least 10 characters')]);
    await browser.submit(page, newcomer());
    for (const again of [await browser.get(inWindow), await browser.submit(page, newcomer())])
      expect([again.status, again.text]).toEqual([200, expect.stringContaining('has been used')]);
  });

  it('past its time: 410 and a sentence', async () => {
    const { link } = hub.invite();
    const page = await browser.get(link);
    hub.clock.now += 73 * 3600_000;
    try {
      for (const late of [await browser.get(link), await browser.submit(page, newcomer())]) {
        expect(late.status).toBe(410);
        expect(late.text).toContain('has run out');
      }
    } finally {
      hub.clock.now -= 73 * 3600_000;
    }
  });

  it.each(['', 'null', 'undefined', '%00', 'a', 'x'.repeat(43), `${'x'.repeat(42)}%27`, '..%2Flogin', '[]', '0'.repeat(64)])(
    '%j opens nothing',
    async (token) => {
      const answer = await browser.get(`${hub.baseUrl}/join/${token}`);
      expect(answer.status).toBe(404);
    },
  );

  it('the hash of a token is no token', async () => {
    const { invitation } = hub.invite();
    expect((await browser.get(`${hub.baseUrl}/join/${invitation.tokenHash}`)).status).toBe(404);
  });

  it('are random, stored as a hash, and not told to other sites', async () => {
    const links = Array.from({ length: 50 }, () => hub.invite());
    expect(new Set(links.map(({ link }) => link)).size).toBe(50);
    const [first] = links;
    const token = first?.link.split('/').at(-1) ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(first?.invitation.tokenHash).toBe(hashToken(token));
    expect((await browser.get(first?.link ?? '')).headers.get('referrer-policy')).toBe('same-origin');
  });

  it('S11 the button of another site presses nothing', async () => {
    const { link, invitation } = hub.invite();
    const answer = await browser.submit(await browser.get(link), newcomer(), { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect(hub.invitations.get(invitation.id)?.usedAt).toBeNull();
  });

  it.each([
    ['da', 'Kom med i Havnegaard'],
    ['nb', 'Bli med i Havnegaard'],
    ['sv', 'Gå med i Havnegaard'],
  ])('speak %s', async (language, title) => {
    expect((await new AuthBrowser(language).get(hub.invite().link)).text).toContain(`<title>${title}</title>`);
  });
});
