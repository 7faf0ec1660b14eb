import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MailSignInAnswer, MailSignInBegun } from '../../sync/mail-sign-in-protocol';
import { FakeGoogle, gmailScopes } from '../support/fake-google';
import { FakeMicrosoft } from '../support/fake-microsoft';
import { fetchFrom } from '../support/fake-provider';
import { agentRow, id, memberRow, write } from '../support/rows';
import { startTestHub, type TestHub } from './test-hub';

let hub: TestHub;
let google: FakeGoogle;
let microsoft: FakeMicrosoft;
const admin = 5;
const post = 'post@firma.dk';
const info = 'info@firma.dk';

beforeAll(async () => {
  [hub, google, microsoft] = await Promise.all([startTestHub(), new FakeGoogle().start(), new FakeMicrosoft().start()]);
  hub.outside.fetch = fetchFrom(google, microsoft);
  await hub.commit([
    write('agents', agentRow(admin, { accountAccess: true })),
    write('members', memberRow(24, 10, admin)),
    write('agents', agentRow(6, { accountAccess: true })),
    write('members', memberRow(25, 10, 6)),
  ]);
  for (const fake of [google, microsoft]) {
    fake.client.redirectUri = hub.provider.redirectUri;
    fake.account(post);
    fake.account(info);
  }
});
afterAll(async () => {
  await hub.stop();
  await Promise.all([google.stop(), microsoft.stop()]);
});

const put = (agent: number | null, path: string, body: unknown) =>
  hub.request(agent, path, { method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
const clientOf = (provider: 'google' | 'microsoft', secret?: string) => ({
  clientId: 'client-1',
  tenant: provider === 'microsoft' ? 'organizations' : '',
  access: 'api',
  ...(secret === undefined ? {} : { secret }),
});
const begin = async (body: object, agent = admin) => (await (await hub.post(agent, '/mail-sign-ins', body)).json()) as MailSignInBegun;
const outcome = async ({ id: signIn }: MailSignInBegun, agent = admin) =>
  ((await (await hub.request(agent, `/mail-sign-ins/${signIn}`)).json()) as MailSignInAnswer).outcome;
/** The browser comes back; the page a person sees. */
const back = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, text: await response.text() };
};
const channel = (n: number, address: string, provider: 'google' | 'microsoft') => ({
  channelId: id(n),
  inboxId: id(10),
  ...{ name: 'Post', address, fromName: 'company', companyName: 'Firma', signatureHtml: '' },
  ...{ logForwardsTo: 'original-sender', reopenTicketOnAnswer: false, importSince: 1, provider },
});
const connect = (begun: MailSignInBegun, body: object, agent = admin) => hub.post(agent, `/mail-sign-ins/${begun.id}/connect`, { channel: body });

it('CHN-2 INB-4 the hub’s clients: set by account access alone, the secret never comes out, kept when it is left out, removed', async () => {
  expect((await put(3, '/mail-clients/google', clientOf('google', 'x'))).status).toBe(403);
  expect((await hub.request(3, '/mail-clients')).status).toBe(403);
  expect((await hub.request(null, '/mail-clients')).status).toBe(401);
  expect((await put(admin, '/mail-clients/google', clientOf('google'))).status).toBe(400);
  expect((await put(admin, '/mail-clients/yahoo', clientOf('google', 'x'))).status).toBe(404);
  for (const tenant of ['', 'Havnegård', 'my_tenant', 'https://login.microsoftonline.com/firma.dk'])
    expect((await put(admin, '/mail-clients/microsoft', { ...clientOf('microsoft', 'x'), tenant })).status).toBe(400);
  const without = await hub.post(admin, '/mail-sign-ins', { provider: 'google', inboxId: id(10) });
  expect([without.status, await without.json()]).toMatchObject([404, { error: 'no-client' }]);
  for (const provider of ['google', 'microsoft'] as const)
    expect((await put(admin, `/mail-clients/${provider}`, clientOf(provider, 'hemmelig klient'))).status).toBe(200);
  expect((await put(admin, '/mail-clients/google', clientOf('google'))).status).toBe(200);
  const shown = await (await hub.request(admin, '/mail-clients')).text();
  expect(JSON.parse(shown)).toMatchObject({
    redirectUri: `${hub.url}/mail-sign-in`,
    google: { clientId: 'client-1' },
    microsoft: { tenant: 'organizations' },
  });
  expect(shown).not.toMatch(/hemmelig/);
  expect(JSON.stringify((await hub.database.query('select * from mail_clients')).rows)).not.toContain('hemmelig');
});

it('CHN-2 signed in, come back once, connected: by whoever began, as the account it was', async () => {
  for (const [n, fake, provider] of [
    [50, google, 'google'],
    [51, microsoft, 'microsoft'],
  ] as const) {
    const address = n === 50 ? post : info;
    const begun = await begin({ provider, inboxId: id(10) });
    expect(await outcome(begun)).toBeNull();
    const url = fake.consent(begun.url, { account: address });
    expect(await back(url)).toMatchObject({ status: 200, text: expect.stringContaining(address) });
    expect((await back(url)).text).toContain('run out');
    expect(await outcome(begun)).toEqual({ address });
    expect((await hub.request(6, `/mail-sign-ins/${begun.id}`)).status).toBe(404);
    expect((await connect(begun, channel(n, address, provider), 6)).status).toBe(404);
    expect((await connect(begun, channel(n, 'other@firma.dk', provider))).status).toBe(404);
    expect((await connect(begun, channel(n, address, provider))).status).toBe(200);
    expect((await connect(begun, channel(n, address, provider))).status).toBe(404);
    const answer = await (await hub.request(admin, `/mailboxes/${id(n)}`)).json();
    expect(answer).toMatchObject({ settings: null, standing: { state: 'importing' } });
    const everything = JSON.stringify((await hub.database.query('select * from mailboxes')).rows);
    const row = await hub.mailboxes.find(id(n));
    const token = (row && hub.mailboxes.passwordOf(row)) ?? 'none';
    expect(fake.hasConsent(address)).toBe(true);
    expect(everything).not.toContain(token);
  }
});

it('ALL-4 who comes back from the provider reads the language of whoever began', async () => {
  const comeBack = async () => {
    const begun = await begin({ provider: 'google', inboxId: id(10) });
    return (await back(google.consent(begun.url, { account: post, deny: true }))).text;
  };
  expect(await comeBack()).toContain('<html lang="en">');
  hub.sightings.note(id(admin), 'da');
  expect(await comeBack()).toContain('<html lang="da">');
  await hub.sightings.flush();
  expect(await comeBack()).toContain('<html lang="da">');
  hub.sightings.note(id(admin), 'en');
});

it('CHN-2 every way it can fail has a name, and nothing is connected', async () => {
  const fail = async (prepare: (url: string) => string | Promise<string>) => {
    const begun = await begin({ provider: 'google', inboxId: id(10) });
    const page = await back(await prepare(begun.url));
    expect(page.status).toBe(400);
    const found = await outcome(begun);
    expect((await connect(begun, channel(60, post, 'google'))).status).toBe(404);
    return found && 'problem' in found ? found.problem : 'none';
  };
  expect(await fail((url) => google.consent(url, { account: post, deny: true }))).toBe('denied');
  expect(await fail((url) => google.consent(url, { account: post, without: [gmailScopes[1] ?? ''] }))).toBe('permission-missing');
  google.lasting = false;
  expect(await fail((url) => google.consent(url, { account: post }))).toBe('no-refresh-token');
  google.lasting = true;
  expect(await fail((url) => google.consent(url, { account: post }).replace(/code=[^&]+/, 'code=guessed'))).toBe('refused');
  google.fail(/POST \/token/, 'lost');
  expect(await fail((url) => google.consent(url, { account: post }))).toBe('unreachable');
  google.client.secret = 'another';
  expect(await fail((url) => google.consent(url, { account: post }))).toBe('client-refused');
  google.client.secret = 'hemmelig klient';
  expect(
    await fail((url) => {
      hub.clock.now += 11 * 60_000;
      return google.consent(url, { account: post });
    }),
  ).toBe('expired');
  expect((await back(`${hub.url}/mail-sign-in?state=guessed&code=x`)).text).toContain('run out');
});

it('CHN-2 signed in to again: only with the channel’s own account, by who may, and not by a password', async () => {
  const again = await begin({ channelId: id(50) });
  expect(new URL(again.url).searchParams.get('login_hint')).toBe(post);
  await back(google.consent(again.url, { account: info }));
  expect(await outcome(again)).toEqual({ problem: 'wrong-account', words: '', address: info });
  expect((await hub.post(3, '/mail-sign-ins', { channelId: id(50) })).status).toBe(403);
  expect((await hub.post(4, '/mail-sign-ins', { channelId: id(50) })).status).toBe(404);

  expect((await hub.post(admin, `/mailboxes/${id(50)}/sign-out`, {})).status).toBe(200);
  await expect.poll(() => google.hasConsent(post)).toBe(false);
  const settings = { imap: { host: 'a.dk', port: 993, security: 'tls' }, smtp: { host: 'a.dk', port: 465, security: 'tls' }, user: post };
  expect((await put(admin, `/mailboxes/${id(50)}`, { settings, password: 'x' })).status).toBe(404);
  const right = await begin({ channelId: id(50) });
  await back(google.consent(right.url, { account: post }));
  expect(await outcome(right)).toEqual({ address: post });
  expect(await (await hub.request(admin, `/mailboxes/${id(50)}`)).json()).toMatchObject({ standing: { state: 'importing' } });
});

it('CHN-2 by IMAP, where the administrator prefers that: other scopes, its servers, the same account', async () => {
  await put(admin, '/mail-clients/microsoft', { ...clientOf('microsoft'), access: 'imap' });
  const again = await begin({ channelId: id(51) });
  await back(microsoft.consent(again.url, { account: info }));
  expect(await outcome(again)).toEqual({ address: info });
  const row = await hub.mailboxes.find(id(51));
  expect(row).toMatchObject({ oauth: { provider: 'microsoft', access: 'imap' }, settings: { imap: { host: 'outlook.office365.com' }, user: info } });
  expect(await hub.provider.tokens.of(id(51))).toEqual(expect.any(String));
});

it('CHN-2 a private account of Microsoft’s signs in where the client is for all accounts (common), and not at an organisation’s', async () => {
  const address = microsoft.account('kim@outlook.com');
  microsoft.personal.add(address);
  await put(admin, '/mail-clients/microsoft', clientOf('microsoft'));
  const closed = await begin({ provider: 'microsoft', inboxId: id(10) });
  expect(() => microsoft.consent(closed.url, { account: address })).toThrow('AADSTS500200');
  microsoft.tenant = 'common';
  expect((await put(admin, '/mail-clients/microsoft', { ...clientOf('microsoft'), tenant: 'common' })).status).toBe(200);
  const begun = await begin({ provider: 'microsoft', inboxId: id(10) });
  expect(new URL(begun.url).pathname).toBe('/common/oauth2/v2.0/authorize');
  await back(microsoft.consent(begun.url, { account: address }));
  expect(await outcome(begun)).toEqual({ address });
  expect((await connect(begun, channel(70, address, 'microsoft'))).status).toBe(200);
  expect(await hub.provider.tokens.of(id(70))).toEqual(expect.any(String));
  microsoft.tenant = 'organizations';
});
