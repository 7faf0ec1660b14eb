import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Deactivated, SignedOut, Unreachable } from '../../sync/ports';
import { AuthBrowser, type Page } from '../../tests/support/auth-browser';
import { type AuthHub, startAuthHub } from '../../tests/support/auth-hub';
import { makeConnectionHost } from '../../tests/support/connection-host';
import { openDatabase } from '../store/database';
import { connectToHub } from './connect-to-hub';
import { AuthWindowClosed } from './connection-host';
import { databaseNameOf } from './database-name';
import { resetDevice } from './reset-device';
import { signInAgain } from './sign-in-again';
import { signOut } from './sign-out';
import { tokensFor } from './tokens';
import { typedWordsKey } from './typed-place';
import { Vault } from './vault';

const ann = { name: 'Ann Holm', email: 'ann@havnegaard.example', password: 'korrekt hest batteri' };
const bo = { name: 'Bo Lund', email: 'bo@havnegaard.example', password: 'en helt anden sætning' };
let hub: AuthHub;
let person: AuthBrowser;
let fields: Record<string, string>;
let device: ReturnType<typeof makeConnectionHost>;

/** The hub's window with a person in front of it, who fills what form there is until the extension's address comes. */
async function openWindow(url: string): Promise<string> {
  let page: Page = await person.get(url);
  for (let steps = 0; steps < 6; steps += 1) {
    if (page.location && !page.location.startsWith(hub.baseUrl)) return page.location;
    page = page.location ? await person.get(page.location) : await person.submit(page, fields);
  }
  throw new AuthWindowClosed('given up');
}

beforeAll(async () => {
  vi.stubGlobal('navigator', { languages: ['en-GB'] });
  hub = await startAuthHub();
  for (const who of [ann, bo]) {
    const joining = new AuthBrowser();
    expect((await joining.submit(await joining.get(hub.invite().link), who)).status).toBe(200);
  }
});
afterAll(() => hub.stop());
beforeEach(async () => {
  await hub.forgetRates();
  person = new AuthBrowser();
  fields = ann;
  device = makeConnectionHost(openWindow);
  Object.assign(hub.said, { clockOffset: 0, protocolVersions: [1], schemaVersions: [1] });
});

async function connect(typed = hub.baseUrl): Promise<string> {
  const answer = await connectToHub(device.host, typed);
  if ('problem' in answer) throw new Error(`${answer.problem}: ${answer.detail}`);
  return answer.connectionId;
}
const agentOf = async (connectionId: string) => {
  const bearer = await hub.verifyBearer(`Bearer ${await tokensFor(device.host, connectionId).accessToken()}`);
  return hub.agents.get(bearer?.agentId ?? '')?.email;
};

describe('connecting', () => {
  it('signs in and keeps the account', async () => {
    const id = await connect();
    expect(await device.host.device.connections.get(id)).toMatchObject({
      origin: hub.baseUrl,
      hubName: 'Havnegaard',
      agentName: ann.name,
      email: ann.email,
      signedOut: false,
    });
    expect(await agentOf(id)).toBe(ann.email);
  });

  it('ALL-4 the hub is told the language this device shows: its window speaks it', async () => {
    const opened: string[] = [];
    device = makeConnectionHost(async (url) => {
      opened.push(url);
      return openWindow(url);
    });
    await device.host.device.settings.put({ key: 'language', value: 'sv' });
    await connect();
    expect(opened.map((url) => new URL(url).searchParams.get('ui_locales'))).toEqual(['sv']);
  });

  it('takes a whole invitation link', async () => {
    fields = { name: 'Eva Berg', email: 'eva@havnegaard.example', password: 'tredje sætning her' };
    expect(await agentOf(await connect(hub.invite().link))).toBe('eva@havnegaard.example');
  });

  it('K16 the same person finds the same database again, another gets one of their own', async () => {
    const first = await connect();
    person = new AuthBrowser();
    expect(await connect()).toBe(first);
    person = new AuthBrowser();
    fields = bo;
    const second = await connect();
    expect(second).not.toBe(first);
    expect([await agentOf(first), await agentOf(second)]).toEqual([ann.email, bo.email]);
  });

  it('the window closed: cancelled, and nothing is kept', async () => {
    device = makeConnectionHost(() => Promise.reject(new AuthWindowClosed('closed')));
    expect(await connectToHub(device.host, hub.baseUrl)).toMatchObject({ problem: 'cancelled' });
    expect(await device.host.device.connections.count()).toBe(0);
    expect(await device.host.device.vault.count()).toBe(0);
  });

  it.each([
    ['another state', (back: URL) => void back.searchParams.set('state', 'x'), 'state'],
    ['another hub', (back: URL) => back.searchParams.set('iss', 'https://evil.example/auth'), 'issuer'],
    ['a stolen code', (back: URL) => back.searchParams.set('code', 'x'.repeat(32)), 'invalid_grant'],
    [
      'an error',
      (back: URL) =>
        (back.search = new URLSearchParams({
          error: 'access_denied',
          state: back.searchParams.get('state') ?? '',
          iss: back.searchParams.get('iss') ?? '',
        }).toString()),
      'access_denied',
    ],
  ])('an answer with %s signs nobody in', async (_what, change, detail) => {
    device = makeConnectionHost(async (url) => {
      const back = new URL(await openWindow(url));
      change(back);
      return back.href;
    });
    expect(await connectToHub(device.host, hub.baseUrl)).toEqual({ problem: 'sign-in-failed', detail });
    expect(await device.host.device.connections.count()).toBe(0);
  });

  it.each([
    ['not-a-url', 'hello world', {}],
    ['http-off-loopback', 'http://hub.example.com', {}],
    ['older-hub', '', { protocolVersions: [0] }],
    ['newer-hub', '', { protocolVersions: [2, 3] }],
    ['older-hub', '', { schemaVersions: [0] }],
    ['newer-hub', '', { schemaVersions: [2] }],
    ['clock-off', '', { clockOffset: 24 * 3600_000 }],
    ['clock-off', '', { clockOffset: -24 * 3600_000 }],
    ['unreachable', 'http://127.0.0.1:9', {}],
  ])('%s', async (problem, typed, said) => {
    Object.assign(hub.said, said);
    const opened = vi.fn(openWindow);
    device = makeConnectionHost(opened);
    expect(await connectToHub(device.host, typed || hub.baseUrl)).toMatchObject({ problem });
    expect(opened).not.toHaveBeenCalled();
  });

  it('a clock some hours off does not matter: proofs bear the hub’s time', async () => {
    device.clock.offset = -5 * 3600_000;
    const id = await connect();
    device.restartBrowser();
    expect(await agentOf(id)).toBe(ann.email);
    device.clock.offset = 3 * 3600_000;
    device.restartBrowser();
    expect(await agentOf(id)).toBe(ann.email);
  });
});

describe('K15 tokens', () => {
  it('survive a restart of the browser without signing in', async () => {
    const id = await connect();
    device.restartBrowser();
    expect(await agentOf(id)).toBe(ann.email);
  });

  it('ten callers at once renew once', async () => {
    const id = await connect();
    device.restartBrowser();
    const asked = vi.spyOn(globalThis, 'fetch');
    const got = await Promise.all(Array.from({ length: 10 }, () => tokensFor(device.host, id).accessToken()));
    expect(new Set(got).size).toBe(1);
    expect(asked.mock.calls.filter(([url]) => String(url).endsWith('/oauth2/token'))).toHaveLength(1);
    asked.mockRestore();
  });

  it('a token the hub refused is replaced once, however many met it', async () => {
    const id = await connect();
    const { accessToken, replaceToken } = tokensFor(device.host, id);
    const refused = await accessToken();
    const got = await Promise.all([replaceToken(refused), replaceToken(refused), replaceToken(refused)]);
    expect(new Set(got).size).toBe(1);
    expect(got[0]).not.toBe(refused);
    expect(await accessToken()).toBe(got[0]);
  });

  it('E11 E12 lie nowhere in the clear but in memory, and no key can be taken out', async () => {
    const id = await connect();
    const secrets = await new Vault(device.host.device).find(id);
    if (!secrets) throw new Error('nothing kept');
    const rows = [...(await device.host.device.vault.toArray()), ...(await device.host.device.connections.toArray())];
    const seen = rows
      .map((row) => JSON.stringify(row, (_, value) => (value instanceof ArrayBuffer ? Buffer.from(value).toString('latin1') : value)))
      .join();
    expect(seen).not.toContain(secrets.refreshToken);
    expect(seen).not.toContain(await tokensFor(device.host, id).accessToken());
    expect(secrets.deviceKey.privateKey.extractable).toBe(false);
    expect(await device.host.device.vault.get('wrap')).toMatchObject({ value: { extractable: false } });
  });

  it('F15 no network is Unreachable and keeps the session', async () => {
    const id = await connect();
    device.restartBrowser();
    const down = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    await expect(tokensFor(device.host, id).accessToken()).rejects.toBeInstanceOf(Unreachable);
    down.mockRestore();
    expect(await agentOf(id)).toBe(ann.email);
  });

  it.each([429, 500, 503])('F15 status %i is Unreachable and keeps the session', async (status) => {
    const id = await connect();
    device.restartBrowser();
    const busy = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json({ error: 'busy' }, { status }));
    await expect(tokensFor(device.host, id).accessToken()).rejects.toBeInstanceOf(Unreachable);
    busy.mockRestore();
    expect(await device.host.device.connections.get(id)).toMatchObject({ signedOut: false });
    expect(await agentOf(id)).toBe(ann.email);
  });

  it('F15 a session the hub ended is SignedOut; signing in again finds the outbox', async () => {
    const id = await connect();
    const db = openDatabase(databaseNameOf(id));
    await db.meta.count();
    db.close();
    await hub.host.db.execute('delete from oauth_refresh_token');
    device.restartBrowser();
    await expect(tokensFor(device.host, id).accessToken()).rejects.toBeInstanceOf(SignedOut);
    expect(await device.host.device.connections.get(id)).toMatchObject({ signedOut: true });
    await expect(tokensFor(device.host, id).accessToken()).rejects.toBeInstanceOf(SignedOut);
    expect(await Dexie.exists(databaseNameOf(id))).toBe(true);
    expect(await signInAgain(device.host, id)).toEqual({ connectionId: id });
    expect(await agentOf(id)).toBe(ann.email);
  });

  it('X34 killed after the hub answered: asked again with the old token, the session goes on', async () => {
    const id = await connect();
    device.restartBrowser();
    const kept = await device.host.device.vault.toArray();
    await tokensFor(device.host, id).accessToken();
    await device.host.device.vault.bulkPut(kept);
    device.restartBrowser();
    expect(await agentOf(id)).toBe(ann.email);
  });
});

describe('X13 resetting the device', () => {
  const words = { mode: 'reply', to: [], cc: [], bcc: [], html: '<p>Dear Kari</p>', attachments: [] };
  const typedIn = (id: string) => ({
    key: typedWordsKey(`${id}:01900000-0000-7000-8000-000000000001:reply`),
    value: { draftId: '01900000-0000-7000-8000-000000000001', basedOn: 0, content: words },
  });

  it('takes every account, choice and key away, and tells the hub', async () => {
    const id = await connect();
    await device.host.device.settings.put({ key: 'theme', value: 'dark' });
    const token = await tokensFor(device.host, id).accessToken();
    expect(await resetDevice(device.host, () => Promise.resolve())).toEqual({ done: true });
    const { connections, settings, vault } = device.host.device;
    expect(await Promise.all([connections.count(), settings.count(), vault.count()])).toEqual([0, 0, 0]);
    expect(await Dexie.exists(databaseNameOf(id))).toBe(false);
    expect(await hub.verifyBearer(`Bearer ${token}`)).toBeUndefined();
  });

  it('is refused while anything waits in any account, and nothing is touched', async () => {
    const first = await connect();
    person = new AuthBrowser();
    fields = bo;
    const second = await connect();
    await device.host.device.settings.put(typedIn(second));
    expect(await resetDevice(device.host, () => Promise.resolve())).toEqual({ unsent: 1 });
    expect([await agentOf(first), await agentOf(second)]).toEqual([ann.email, bo.email]);
    expect(await device.host.device.settings.get(typedIn(second).key)).toBeDefined();
  });
});

describe('X13 signing out', () => {
  const entry = { id: 1, uuid: '01900000-0000-7000-8000-000000000001', name: 'closeConversation', args: {}, state: 'pending' };
  const queue = async (connectionId: string) => {
    const db = openDatabase(databaseNameOf(connectionId));
    await (db.outbox as unknown as { put(row: unknown): Promise<unknown> }).put(entry);
    db.close();
  };
  const noSync = () => Promise.resolve();

  it('with nothing unsent wipes and tells the hub', async () => {
    const id = await connect();
    await queue(id);
    const token = await tokensFor(device.host, id).accessToken();
    const emptied = async () => {
      const db = openDatabase(databaseNameOf(id));
      await db.outbox.clear();
      db.close();
    };
    expect(await signOut(device.host, id, 'ask', noSync)).toEqual({ unsent: 1 });
    await emptied();
    expect(await signOut(device.host, id, 'ask', noSync)).toEqual({ done: true });
    expect(await Dexie.exists(databaseNameOf(id))).toBe(false);
    expect(await device.host.device.connections.count()).toBe(0);
    expect((await device.host.device.vault.toArray()).map((row) => row.key)).toEqual(['wrap']);
    expect(device.kept.has(`access-${id}`)).toBe(false);
    expect(await hub.verifyBearer(`Bearer ${token}`)).toBeUndefined();
  });

  it('with something unsent asks, and keeps all', async () => {
    const id = await connect();
    await queue(id);
    expect(await signOut(device.host, id, 'ask', noSync)).toEqual({ unsent: 1 });
    expect(await agentOf(id)).toBe(ann.email);
    expect(await Dexie.exists(databaseNameOf(id))).toBe(true);
  });

  it('send: goes when all was sent, stays when not', async () => {
    const id = await connect();
    await queue(id);
    expect(await signOut(device.host, id, 'send', noSync)).toEqual({ failed: 'unsent' });
    expect(await agentOf(id)).toBe(ann.email);
    const sends = async () => {
      const db = openDatabase(databaseNameOf(id));
      await db.outbox.clear();
      db.close();
    };
    expect(await signOut(device.host, id, 'send', sends)).toEqual({ done: true });
    expect(await Dexie.exists(databaseNameOf(id))).toBe(false);
  });

  it('discard: goes, also when the hub does not answer', async () => {
    const id = await connect();
    await queue(id);
    const down = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await signOut(device.host, id, 'discard', noSync)).toEqual({ done: true });
    down.mockRestore();
    expect(await Dexie.exists(databaseNameOf(id))).toBe(false);
  });

  it('words typed and not saved yet count, and nothing is wiped over them', async () => {
    const id = await connect();
    const words = { mode: 'reply', to: [], cc: [], bcc: [], html: '<p>Dear Kari</p>', attachments: [] };
    const key = typedWordsKey(`${id}:${entry.uuid}:reply`);
    await device.host.device.settings.put({ key, value: { draftId: entry.uuid, basedOn: 0, content: words } });
    expect(await signOut(device.host, id, 'ask', noSync)).toEqual({ unsent: 1 });
    expect(await signOut(device.host, id, 'send', noSync)).toEqual({ failed: 'unsent' });
    expect(await device.host.device.settings.get(key)).toBeDefined();
    expect(await signOut(device.host, id, 'discard', noSync)).toEqual({ done: true });
    expect(await device.host.device.settings.get(key)).toBeUndefined();
  });

  it('E33 leaves no word typed about a customer, once the person chose', async () => {
    const id = await connect();
    await queue(id);
    const { settings } = device.host.device;
    const typed = [typedWordsKey(`${id}:here:reply`), typedWordsKey('another:here:reply'), 'theme'];
    await settings.bulkPut(typed.map((key) => ({ key, value: 'Dear Kari' })));
    await device.host.copies.set(`outbox-${id}`, [entry]);
    expect(await signOut(device.host, id, 'ask', noSync)).toEqual({ unsent: 1 });
    expect([await settings.count(), device.copied.size]).toEqual([3, 1]);
    expect(await signOut(device.host, id, 'discard', noSync)).toEqual({ done: true });
    expect((await settings.toCollection().primaryKeys()).sort()).toEqual(typed.slice(1).sort());
    expect(device.copied.size).toBe(0);
  });

  it('E33 leaves other accounts alone', async () => {
    const first = await connect();
    person = new AuthBrowser();
    fields = bo;
    const second = await connect();
    await queue(second);
    await signOut(device.host, first, 'discard', noSync);
    expect(await agentOf(second)).toBe(bo.email);
    expect(await signOut(device.host, second, 'ask', noSync)).toEqual({ unsent: 1 });
  });
});

it('S7 INB-6 of a deactivated agent everything of the team leaves the device with the reason; what they did waits until they are signed in again', async () => {
  const id = await connect();
  const agent = hub.agents.get((await device.host.device.connections.get(id))?.agentId ?? '');
  if (!agent) throw new Error('no agent');
  const db = openDatabase(databaseNameOf(id));
  await db.meta.bulkPut([
    { key: 'me', agentId: agent.id, workspaceId: agent.space.slice('workspace:'.length) },
    { key: 'client', clientId: crypto.randomUUID(), epoch: 'e', lastId: 1 },
  ]);
  await db.agents.put({ ...agent, version: 1 } as never);
  await db.spaces.put({ space: agent.space, cursor: 3, bootstrap: null, wholeFrom: 0 });
  const act = { id: 1, uuid: crypto.randomUUID(), name: 'closeConversation', args: { conversationId: crypto.randomUUID() } };
  await db.outbox.put({ ...act, schemaVersion: 1, claimedAt: 1, state: 'pending', writes: [], reads: [], epoch: null } as never);
  const before = await tokensFor(device.host, id).accessToken();
  hub.agents.set(agent.id, { ...agent, active: false });
  try {
    await expect(tokensFor(device.host, id).replaceToken(before)).rejects.toThrow(Deactivated);
    expect(await device.host.device.connections.get(id)).toMatchObject({ signedOut: true, deactivated: true });
    expect([await db.agents.count(), await db.spaces.count(), await db.outbox.count()]).toEqual([0, 0, 1]);
    await expect(tokensFor(device.host, id).accessToken()).rejects.toThrow(SignedOut);
  } finally {
    hub.agents.set(agent.id, agent);
  }
  person = new AuthBrowser();
  expect(await connect()).toBe(id);
  expect(await device.host.device.connections.get(id)).not.toHaveProperty('deactivated');
  expect(await db.outbox.count()).toBe(1);
  db.close();
});
