import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { HubFrame } from '../../sync/protocol';
import { unpackedExtensionId } from '../../utils/browser/extension-id';
import { sha256Of } from '../../utils/network/sha256-of';
import { createHubSource, type HubSource } from '../../utils/sources/hub/hub-source';
import { HubProcess } from '../e2e/support/hub-process';
import { sendMail } from '../e2e/support/send-mail';
import { AuthBrowser } from '../support/auth-browser';
import { freePorts } from '../support/free-ports';
import { TlsProxy } from '../support/tls-proxy';
import { HubAgent } from './hub-agent';
import { until } from './until';

// Whole processes start here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let proxy: TlsProxy;
let hub: HubProcess;
let agent: HubAgent;
let source: HubSource;

beforeAll(async () => {
  proxy = await TlsProxy.start();
  const [port = 0] = await freePorts(1);
  const env = { SAMTALE_PUBLIC_URL: proxy.url, SAMTALE_TRUST_PROXY: '1', SAMTALE_MAIL_DOMAIN: 'samtale.example' };
  hub = await HubProcess.start({ env, port });
  proxy.target = `http://127.0.0.1:${port}`;
  // `fetch` takes no certificate of its own; what is checked here is the way, not the lock.
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  agent = await HubAgent.signIn(proxy.url, hub.invitation, browserFrom('127.0.0.1'));
  source = createHubSource(proxy.url, { accessToken: async () => agent.token, replaceToken: async () => agent.token });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  proxy?.close();
  await hub?.stop();
});

/** A browser at this address of the loopback net. */
const browserFrom = (localAddress: string, url = proxy) => new AuthBrowser('en', { ca: url.certificate, localAddress });

async function mailIn(subject: string): Promise<string> {
  await sendMail(hub.smtp, { from: 'Bo <bo@kunde.example>', to: 'inbox@samtale.example', subject, text: 'Hej' });
  const find = async () =>
    (await agent.inboxRows()).find(
      (change) => change.table === 'conversations' && change.row !== null && 'subject' in change.row && change.row.subject === subject,
    );
  await until(async () => (await find()) !== undefined, `the mail "${subject}"`);
  return (await find())?.id ?? '';
}
const comment = (conversationId: string, attachments: object[] = []) => ({
  messageId: v7(),
  conversationId,
  text: 'noted',
  html: '<p>noted</p>',
  mentions: [],
  attachments,
  draftId: null,
});

describe('a hub behind a proxy that speaks TLS', () => {
  it('S11 every link is of the public address, and every cookie goes by TLS alone', async () => {
    expect(hub.url).toBe(proxy.url);
    expect(hub.invitation.startsWith(`${proxy.url}/join/`)).toBe(true);
    const cookies = proxy.answers.flatMap(({ headers }) => headers['set-cookie'] ?? []);
    const names = cookies.map((cookie) => cookie.slice(0, cookie.indexOf('=')));
    expect(names).toEqual(expect.arrayContaining(['samtale_form', '__Secure-samtale.session_token']));
    for (const cookie of cookies) expect(cookie).toMatch(/^(?=.*; Secure)(?=.*; HttpOnly)/i);
    for (const { path, headers } of proxy.answers)
      if (headers.location && !headers.location.startsWith('https://akeeolhanhmfppldmhndbolfpobnjhga.'))
        expect(new URL(headers.location, proxy.url).origin, path).toBe(proxy.url);
    const page = await browserFrom('127.0.0.1').get(`${proxy.url}/auth/oauth2/authorize?client_id=nobody`);
    expect(page.location === null || page.location.startsWith(`${proxy.url}/`)).toBe(true);
    expect((await source.mailboxes.signedIn.clients()).redirectUri).toBe(`${proxy.url}/mail-sign-in`);
  });

  it('K19 what changes is told at once through the WebSocket', async () => {
    const conversationId = await mailIn('Told at once');
    const socket = new WebSocket(`${proxy.url.replace('https', 'wss')}/sync/socket`, {
      origin: `chrome-extension://${unpackedExtensionId}`,
      ca: proxy.certificate,
    });
    const heard: HubFrame[] = [];
    socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', token: agent.token, clientId: v7() })));
    socket.on('message', (data) => heard.push(JSON.parse(String(data))));
    await until(() => heard.some(({ type }) => type === 'welcome'), 'a welcome');
    const before = Date.now();
    expect((await agent.push([agent.act('addComment', comment(conversationId))])).outcomes).toMatchObject([{ refused: null }]);
    await until(() => heard.some(({ type }) => type === 'poke'), 'a poke');
    expect(Date.now() - before).toBeLessThan(5_000);
    socket.terminate();
  });

  it('K18 a file goes up and comes down as it is', async () => {
    const conversationId = await mailIn('A file');
    const bytes = new Blob([randomBytes(12 << 20)]);
    const hash = await sha256Of(bytes);
    await source.uploadFile(hash, bytes);
    const file = {
      id: v7(),
      name: 'film.bin',
      type: 'application/octet-stream',
      size: bytes.size,
      hash,
      contentId: null,
      inline: false,
      notStored: null,
    };
    const act = comment(conversationId, [file]);
    expect((await agent.push([agent.act('addComment', act)])).outcomes).toMatchObject([{ refused: null }]);
    // Its hash is proved by whoever fetches it.
    expect((await source.fetchFile(act.messageId, hash)).size).toBe(bytes.size);
  });

  it('S12 who tries passwords is held back by the address the proxy saw, whatever they claim; others are not', async () => {
    const guess = browserFrom('127.0.0.2');
    const login = await guess.get(`${proxy.url}/login`);
    const status = async (browser: AuthBrowser, page: typeof login, n: number) =>
      (await browser.submit(page, { email: `nobody-${n}`, password: 'x' }, { 'x-forwarded-for': `203.0.113.${n}` })).status;
    for (let n = 0; n < 100; n += 1) expect(await status(guess, login, n)).toBe(401);
    expect(await status(guess, login, 100)).toBe(429);
    const other = browserFrom('127.0.0.3');
    expect(await status(other, await other.get(`${proxy.url}/login`), 1)).toBe(401);
  });
});

it('S12 a hub that was not told of a proxy believes nobody about their address', async () => {
  const alone = await HubProcess.start();
  try {
    const browser = new AuthBrowser();
    const login = await browser.get(`${alone.url}/login`);
    const status = async (n: number) =>
      (await browser.submit(login, { email: `nobody-${n}`, password: 'x' }, { 'x-forwarded-for': `203.0.113.${n}` })).status;
    for (let n = 0; n < 100; n += 1) expect(await status(n)).toBe(401);
    expect(await status(100)).toBe(429);
  } finally {
    await alone.stop();
  }
});
