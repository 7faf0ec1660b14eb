import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AuthBrowser } from '../../tests/support/auth-browser';
import { AuthDevice } from '../../tests/support/auth-device';
import { type AuthHub, startAuthHub } from '../../tests/support/auth-hub';
import { firefoxRedirectUri, unpackedRedirectUri } from '../../utils/browser/extension-id';
import { authUser, oauthRefreshToken } from './auth-schema';
import { hashToken } from './hash-token';

const ann = { name: 'Ann Holm', email: 'ann@havnegaard.example', password: 'korrekt hest batteri' };
let hub: AuthHub;
let browser: AuthBrowser;
let device: AuthDevice;

beforeAll(async () => {
  hub = await startAuthHub();
  const joining = new AuthBrowser();
  const joined = await joining.submit(await joining.get(hub.invite().link), ann);
  expect(joined.status).toBe(200);
});
afterAll(() => hub.stop());
beforeEach(async () => {
  await hub.forgetRates();
  browser = new AuthBrowser();
  device = await AuthDevice.at(hub.baseUrl);
});

const agentId = () => [...hub.agents.values()].find((agent) => agent.email === ann.email)?.id ?? '';

/** Authorize, be sent to the login page, sign in: the redirect back to the extension. */
async function signIn(fields: Partial<typeof ann> = ann) {
  const asked = await browser.get(device.authorizeUrl());
  expect(asked.status).toBe(302);
  const login = await browser.get(asked.location ?? '');
  return browser.submit(login, { email: fields.email ?? '', password: fields.password ?? '' });
}
function codeFrom(location: string | null) {
  const back = new URL(location ?? '');
  expect(back.origin + back.pathname).toBe(unpackedRedirectUri);
  expect(back.searchParams.get('state')).toBe(device.attempt.state);
  expect(back.searchParams.get('iss')).toBe(`${hub.baseUrl}/auth`);
  return back.searchParams.get('code') ?? '';
}
async function tokens() {
  const answer = await device.exchange(codeFrom((await signIn()).location));
  expect(answer.status).toBe(200);
  return answer.body;
}

describe('authorization code with PKCE', () => {
  it('leads from authorize over the login page to tokens and a bearer', async () => {
    const back = await signIn();
    expect(back.status).toBe(303);
    const answer = await device.exchange(codeFrom(back.location));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('chrome-extension://akeeolhanhmfppldmhndbolfpobnjhga');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body.samtale_agent).toEqual({ id: agentId(), name: ann.name, email: ann.email });
    const bearer = await hub.verifyBearer(`Bearer ${answer.body.access_token}`);
    expect(bearer).toMatchObject({ agentId: agentId() });
    expect(bearer?.sessionId).toBeTruthy();
  });

  it('ALL-4 the pages speak the language chosen in Samtale, whatever the browser speaks, and go on to; one nobody here speaks is passed over', async () => {
    const titles = { da: 'Log ind på Havnegaard', sv: 'Logga in på Havnegaard', en: 'Sign in to Havnegaard' };
    const asked = await browser.get(device.authorizeUrl({ ui_locales: 'da' }));
    const login = await browser.get(asked.location ?? '');
    expect(login.text).toContain(`<title>${titles.da}</title>`);
    expect(login.text).toContain('<html lang="da">');
    const refused = await browser.submit(login, { email: ann.email, password: 'not the password' });
    expect(refused.text).toContain(`<title>${titles.da}</title>`);
    expect((await browser.get(`${hub.baseUrl}/login`)).text).toContain(`<title>${titles.da}</title>`);
    expect((await browser.get(`${hub.baseUrl}/login?ui_locales=de+sv`)).text).toContain(`<title>${titles.sv}</title>`);
    expect((await browser.get(`${hub.baseUrl}/login?ui_locales=de`)).text).toContain(`<title>${titles.sv}</title>`);
    const another = new AuthBrowser();
    for (const told of ['?ui_locales=de', '?ui_locales=%22%3E', '']) {
      const page = await another.get(`${hub.baseUrl}/login${told}`);
      expect(page.text).toContain(`<title>${titles.en}</title>`);
      expect(another.cookie('samtale_language')).toBeUndefined();
    }
    const back = await browser.submit(login, { email: ann.email, password: ann.password });
    expect((await device.exchange(codeFrom(back.location))).status).toBe(200);
  });

  it('a second authorize in the same browser asks nothing (sign in again is one click)', async () => {
    await signIn();
    const again = await browser.get(device.authorizeUrl());
    expect((await device.exchange(codeFrom(again.location))).status).toBe(200);
  });

  it('Firefox asks twice: both authorizes give a code that works', async () => {
    await signIn();
    const [first, second] = [await browser.get(device.authorizeUrl()), await browser.get(device.authorizeUrl())];
    expect((await device.exchange(codeFrom(first.location))).status).toBe(200);
    expect((await device.exchange(codeFrom(second.location))).status).toBe(200);
  });

  it('S6 the session cookie is new after signing in', async () => {
    await signIn();
    const before = browser.cookie('samtale.session_token');
    const login = await browser.get(`${hub.baseUrl}/login`);
    await browser.submit(login, { email: ann.email, password: ann.password });
    expect(browser.cookie('samtale.session_token')).not.toBe(before);
  });

  it('a wrong verifier gets nothing', async () => {
    const code = codeFrom((await signIn()).location);
    const answer = await device.exchange(code, { code_verifier: 'x'.repeat(43) });
    expect(answer.status).toBe(401);
    expect(answer.body.access_token).toBeUndefined();
  });

  it('a code used twice ends what it gave', async () => {
    const code = codeFrom((await signIn()).location);
    const first = await device.exchange(code);
    expect((await device.exchange(code)).status).toBe(400);
    expect(await hub.verifyBearer(`Bearer ${first.body.access_token}`)).toBeUndefined();
  });

  it.each([
    ['a stranger', 'https://evil.example/signed-in'],
    ['another path', `${unpackedRedirectUri}/more`],
    ['another extension', 'https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.chromiumapp.org/signed-in'],
    ['a fragment', `${unpackedRedirectUri}#x`],
  ])('K21 a redirect URI off the list (%s) is never redirected to, signed in or not', async (_who, redirect_uri) => {
    for (let round = 0; round < 2; round += 1) {
      const answer = await browser.get(device.authorizeUrl({ redirect_uri }));
      expect(new URL(answer.location ?? '').origin).toBe(hub.baseUrl);
      expect((await browser.get(answer.location ?? '')).text).toContain('does not know this extension');
      if (round === 0) await signIn();
    }
  });

  it.each([{ code_challenge: null }, { code_challenge_method: 'plain' }, { code_challenge: null, code_challenge_method: null }])(
    'PKCE is required: %j',
    async (change) => {
      await signIn();
      const answer = await browser.get(device.authorizeUrl(change));
      expect(new URL(answer.location ?? '').searchParams.get('code')).toBeNull();
    },
  );

  it('a login page left open too long says so', async () => {
    const asked = await browser.get(device.authorizeUrl());
    const login = await browser.get(asked.location ?? '');
    const answer = await browser.submit(login, { ...ann, oauthQuery: 'client_id=samtale-extension&exp=1&sig=x' });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('too old');
  });
});

describe('K15 refresh', () => {
  it('gives a new pair and keeps the session', async () => {
    const first = await tokens();
    const second = (await device.refresh(first.refresh_token)).body;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    const [before, after] = [await hub.verifyBearer(`Bearer ${first.access_token}`), await hub.verifyBearer(`Bearer ${second.access_token}`)];
    expect(after).toEqual(before);
  });

  it('without the proof of the device it is refused, and the token is still good', async () => {
    const { refresh_token } = await tokens();
    expect((await device.refresh(refresh_token, null)).status).toBe(400);
    expect((await device.refresh(refresh_token)).status).toBe(200);
  });

  it('with the proof of another device it is refused', async () => {
    const { refresh_token } = await tokens();
    const thief = await AuthDevice.at(hub.baseUrl);
    expect((await thief.refresh(refresh_token)).status).toBe(400);
  });

  it.each([
    ['for another address', () => device.proof(Date.now(), '/auth/oauth2/revoke')],
    ['an hour old', () => device.proof(Date.now() - 3600_000)],
    ['from the future', () => device.proof(Date.now() + 3600_000)],
  ])('a proof %s is refused', async (_what, make) => {
    const { refresh_token } = await tokens();
    const answer = await device.refresh(refresh_token, await make());
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_dpop_proof' } });
  });

  it('a proof serves once', async () => {
    const first = await tokens();
    const proof = await device.proof();
    const second = (await device.refresh(first.refresh_token, proof)).body;
    expect((await device.refresh(second.refresh_token, proof)).status).toBe(400);
  });

  it('a code is not given out without a proof at all', async () => {
    const code = codeFrom((await signIn()).location);
    expect((await device.exchange(code, {}, null)).status).toBe(400);
  });

  it('X34 a lost answer asked for again within a minute is the same answer', async () => {
    const first = await tokens();
    const second = (await device.refresh(first.refresh_token)).body;
    const again = (await device.refresh(first.refresh_token)).body;
    expect(again.refresh_token).toBe(second.refresh_token);
    expect(again.access_token).toBe(second.access_token);
  });

  it('X34 within that minute another device gets nothing', async () => {
    const first = await tokens();
    await device.refresh(first.refresh_token);
    expect((await (await AuthDevice.at(hub.baseUrl)).refresh(first.refresh_token)).status).toBe(400);
  });

  it('S7 an old token after the minute ends this sign-in, and no other', async () => {
    const elsewhere = await tokens();
    browser = new AuthBrowser();
    const first = await tokens();
    const second = (await device.refresh(first.refresh_token)).body;
    await hub.host.db
      .update(oauthRefreshToken)
      .set({ rotationReplayExpiresAt: new Date(Date.now() - 1) })
      .where(eq(oauthRefreshToken.token, hashToken(first.refresh_token)));
    expect((await device.refresh(first.refresh_token)).status).toBe(400);
    expect((await device.refresh(second.refresh_token)).status).toBe(400);
    expect(await hub.verifyBearer(`Bearer ${second.access_token}`)).toBeUndefined();
    expect(await hub.verifyBearer(`Bearer ${elsewhere.access_token}`)).toBeDefined();
  });

  it('a refresh token past its time is refused', async () => {
    const { refresh_token } = await tokens();
    await hub.host.db
      .update(oauthRefreshToken)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(oauthRefreshToken.token, hashToken(refresh_token)));
    expect((await device.refresh(refresh_token)).status).toBe(400);
  });
});

describe('the end of a session', () => {
  it('S7 revoked: both tokens are dead at once, and pressing Connect asks for the password again', async () => {
    const { access_token, refresh_token } = await tokens();
    expect((await device.revoke(refresh_token)).status).toBe(200);
    expect(await hub.verifyBearer(`Bearer ${access_token}`)).toBeUndefined();
    expect((await device.refresh(refresh_token)).status).toBe(400);
    expect((await browser.get(device.authorizeUrl())).location).toContain('/login?');
  });

  it('revoking a token nobody knows is answered alike', async () => {
    expect((await device.revoke('nonsense')).status).toBe(200);
  });

  it('S7 a deactivated agent is out with the next request', async () => {
    const { access_token, refresh_token } = await tokens();
    const agent = hub.agents.get(agentId());
    if (!agent) throw new Error('no agent');
    hub.agents.set(agent.id, { ...agent, active: false });
    try {
      expect(await hub.verifyBearer(`Bearer ${access_token}`)).toBeUndefined();
      // Told as often as it asks: a device that dies on its way may ask again.
      for (const _ of [1, 2])
        expect(await device.refresh(refresh_token)).toMatchObject({
          status: 400,
          body: { error: 'invalid_grant', error_description: 'deactivated' },
        });
      expect((await device.exchange(codeFrom((await browser.get(device.authorizeUrl())).location))).status).toBe(400);
      browser = new AuthBrowser();
      const said = await signIn();
      expect(said.text).toContain('This account is deactivated. Ask a super administrator of your team.');
      expect([said.status, browser.hasSession]).toEqual([200, false]);
      const wrong = await signIn({ ...ann, password: 'not the password' });
      expect(wrong.text).not.toContain('deactivated');
    } finally {
      hub.agents.set(agent.id, agent);
    }
    expect((await device.refresh(refresh_token)).status).toBe(400);
  });

  it.each([undefined, null, '', 'Bearer', 'Bearer ', 'Basic abc', `Bearer ${'x'.repeat(32)}`, `bearer ${'x'.repeat(32)}`, "Bearer ' or 1=1"])(
    'a header of %j is nobody',
    async (header) => {
      expect(await hub.verifyBearer(header)).toBeUndefined();
    },
  );
});

describe('the login page', () => {
  it('S8 says the same of a wrong password and of an unknown address', async () => {
    const wrong = await signIn({ email: ann.email, password: 'not the password' });
    const unknown = await signIn({ email: 'nobody@havnegaard.example', password: 'not the password' });
    // Chromium closes the sign-in window on a 401, and nobody would read the sentence.
    expect([wrong.status, unknown.status]).toEqual([200, 200]);
    const strip = (text: string, email: string) => text.replaceAll(email, '').replaceAll(/name="(formToken|oauthQuery)" value="[^"]*"/g, '');
    expect(strip(unknown.text, 'nobody@havnegaard.example')).toBe(strip(wrong.text, ann.email));
    expect(wrong.text).toContain('do not belong together');
    expect(browser.hasSession).toBe(false);
  });

  it('S8 ten tries at one account in a quarter of an hour, wherever they come from', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      hub.remote.address = `198.51.100.${n + 10}`;
      const login = await browser.get(`${hub.baseUrl}/login`);
      statuses.push((await browser.submit(login, { email: ann.email, password: 'nope nope nope' })).status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    const right = await signIn();
    expect(browser.hasSession).toBe(false);
    expect(right.text).toContain('Too many attempts');
  });

  it('S8 a hundred tries from one address, whatever the accounts and the headers', async () => {
    hub.remote.address = '203.0.113.7';
    const login = await browser.get(`${hub.baseUrl}/login`);
    // Counted by the library before it looks at anything: an address that is none costs no hash.
    for (let n = 0; n < 100; n += 1) {
      const answer = await browser.submit(
        login,
        { email: `nobody-${n}`, password: 'x' },
        { 'x-forwarded-for': `10.0.0.${n}`, 'x-samtale-client-ip': `10.0.1.${n}` },
      );
      expect(answer.status).toBe(401);
    }
    expect((await browser.submit(login, { email: ann.email, password: ann.password })).status).toBe(429);
    hub.remote.address = '203.0.113.8';
    expect((await browser.submit(login, { email: ann.email, password: ann.password })).status).toBe(200);
  });

  it('S11 a form that did not come from here is refused', async () => {
    const login = await browser.get(`${hub.baseUrl}/login`);
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: 'chrome-extension://akeeolhanhmfppldmhndbolfpobnjhga' }])
      expect((await browser.submit(login, { ...ann }, headers)).status).toBe(403);
    expect((await browser.submit(login, { ...ann, formToken: 'x'.repeat(43) })).status).toBe(403);
    expect((await new AuthBrowser().submit(login, { ...ann })).status).toBe(403);
    expect(browser.hasSession).toBe(false);
  });

  it('S11 other origins get no CORS headers for tokens', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      'chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      'moz-extension://evil',
      'https://0190c7a6-0000-7000-8000-000000000000',
    ]) {
      const answer = await fetch(`${hub.baseUrl}/auth/oauth2/token`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'dpop' },
      });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    const preflight = await fetch(`${hub.baseUrl}/auth/oauth2/token`, {
      method: 'OPTIONS',
      headers: {
        origin: 'chrome-extension://akeeolhanhmfppldmhndbolfpobnjhga',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'dpop',
      },
    });
    expect(preflight.headers.get('access-control-allow-headers')).toContain('dpop');
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('S11 the extension in Firefox, whose origin nobody can know, goes by its scheme; its token protects the hub', async () => {
    const origin = 'moz-extension://0190c7a6-0000-7000-8000-000000000000';
    const answer = await fetch(`${hub.baseUrl}/auth/oauth2/token`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'dpop' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('runs no script, is never framed or cached, and may post only home and to the extension', async () => {
    const { headers, text } = await browser.get(`${hub.baseUrl}/login`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`form-action 'self' ${new URL(unpackedRedirectUri).origin} ${new URL(firefoxRedirectUri).origin};`);
    expect(policy).not.toContain('unsafe');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toContain('<script');
  });

  it.each([
    ['da-DK,da;q=0.9', 'da', 'Adgangskode'],
    ['nb', 'nb', 'Passord'],
    ['sv-SE', 'sv', 'Lösenord'],
    ['fr', 'en', 'Password'],
  ])('speaks %s', async (header, lang, word) => {
    const { text } = await new AuthBrowser(header).get(`${hub.baseUrl}/login`);
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text).toContain(word);
  });

  it('shows back what was typed as text, never as markup', async () => {
    const { text } = await signIn({ email: '"><script>alert(1)</script>@x.example', password: 'x' });
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;');
  });
});

describe('what is shut', () => {
  it.each([
    ['POST', '/auth/sign-up/email'],
    ['POST', '/auth/sign-in/email'],
    ['POST', '/auth/samtale/sign-in-invited'],
    ['POST', '/auth/oauth2/register'],
    ['POST', '/auth/update-user'],
    ['POST', '/auth/change-email'],
    ['POST', '/auth/request-password-reset'],
    ['GET', '/auth/get-session'],
    ['GET', '/auth/oauth2/userinfo'],
  ])('%s %s', async (method, path) => {
    const body = JSON.stringify({ ...ann, userId: 'x' });
    const answer = await fetch(hub.baseUrl + path, {
      method,
      headers: { 'content-type': 'application/json', origin: hub.baseUrl },
      ...(method === 'POST' ? { body } : {}),
    });
    expect(answer.status).toBe(404);
  });

  it('S9 passwords lie as scrypt with N = 2^17, tokens as hashes', async () => {
    const { refresh_token, access_token } = await tokens();
    const dump = JSON.stringify((await hub.host.db.execute('select * from auth_account, oauth_refresh_token, oauth_access_token')) as unknown);
    expect(dump).toContain('scrypt$17$8$1$');
    for (const secret of [ann.password, refresh_token, access_token]) expect(dump).not.toContain(secret);
  });

  it('two-factor: the code is asked for inside the flow, and only the right one goes on', async () => {
    const { createOTP } = await import('@better-auth/utils/otp');
    await signIn();
    const headers = {
      'content-type': 'application/json',
      origin: hub.baseUrl,
      cookie: `samtale.session_token=${browser.cookie('samtale.session_token')}`,
    };
    const enabled = await fetch(`${hub.baseUrl}/auth/two-factor/enable`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ password: ann.password }),
    });
    const { totpURI, backupCodes } = (await enabled.json()) as { totpURI: string; backupCodes: string[] };
    const secret = new TextDecoder().decode(Buffer.from(base32(new URL(totpURI).searchParams.get('secret') ?? '')));
    const code = await createOTP(secret, { digits: 6, period: 30 }).totp();
    const verified = await fetch(`${hub.baseUrl}/auth/two-factor/verify-totp`, { method: 'POST', headers, body: JSON.stringify({ code }) });
    expect(verified.status).toBe(200);
    try {
      browser = new AuthBrowser();
      const second = await signIn();
      expect(second.status).toBe(200);
      expect(browser.hasSession).toBe(false);
      await hub.forgetRates();
      const wrong = await browser.submit(second, { code: '000000' });
      expect(wrong.text).toContain('not valid now');
      expect(browser.hasSession).toBe(false);
      const right = await browser.submit(wrong, { code: backupCodes[0] ?? '' });
      expect((await device.exchange(codeFrom(right.location))).status).toBe(200);
    } finally {
      await hub.host.db.update(authUser).set({ twoFactorEnabled: false });
    }
  });
});

/** RFC 4648 section 6, as authenticator links carry it. */
function base32(text: string): number[] {
  const bits = [...text.replace(/=+$/, '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
}
