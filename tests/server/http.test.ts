import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { inboxSpace } from '../../domain/model/ids';
import { rowsOf } from '../../server/db/rows-of';
import { actAsAgent } from '../../server/sync/act-as-agent';
import { BootstrapResponse, HubError, HubInfo, PullResponse } from '../../sync/protocol';
import { unpackedExtensionId } from '../../utils/browser/extension-id';
import { agentRow, at, channelRow, conversationRow, id, inboxRow, memberRow, messageRow, write } from '../support/rows';
import { startTestHub, type TestHub } from './test-hub';
import { until } from './until';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

const origin = `chrome-extension://${unpackedExtensionId}`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const problem = async (response: Response) => [response.status, HubError.parse(await response.json()).error];

describe('S2 INB-6 an agent of inbox 1', () => {
  const canary = 'KANARIENVOGEL';
  const file = `the file of ${canary}`;
  const hash = sha256(file);

  it('sees no byte of inbox 2, in any answer there is', async () => {
    await hub.files.put(hash, new TextEncoder().encode(file));
    const hidden = conversationRow(700, 11, { subject: canary, preview: canary, contactName: canary, ownerId: id(4), ticketId: id(703) });
    const attachment = { id: id(1), name: `${canary}.txt`, type: 'text/plain', size: 9, hash, contentId: null, inline: false, notStored: null };
    await hub.commit([
      write('conversations', hidden),
      write('messages', messageRow(701, 11, 700, { text: canary, attachments: [attachment] })),
      write('channels', channelRow(702, 11, `${canary}@example.com`)),
      write('tickets', {
        id: id(703),
        space: inboxSpace(id(11)),
        inboxId: id(11),
        number: 1,
        name: canary,
        stage: 'New',
        ownerId: null,
        contactId: null,
        createdAt: at,
        trashedAt: null,
        status: 'open',
      }),
      write('bodies', { id: id(701), conversationId: id(700), html: `<p>${canary}</p>` }),
      write('conversations', conversationRow(710, 10)),
      write('messages', messageRow(711, 10, 710)),
    ]);
    const client = { clientId: id(9000), epoch: null };
    const spy = (conversationId: string) => [
      { id: 1, uuid: id(9100), name: 'closeConversation', args: { conversationId }, schemaVersion: 1, claimedAt: 0 },
      { id: 2, uuid: id(9101), name: 'closeTicket', args: { ticketId: id(703) }, schemaVersion: 1, claimedAt: 0 },
    ];
    const answers = [
      await hub.post(3, '/sync/pull', { ...client, cursors: {} }),
      await hub.post(3, '/sync/pull', { ...client, cursors: { [inboxSpace(id(11))]: 0, [inboxSpace(id(10))]: 0 } }),
      await hub.post(3, '/sync/bootstrap', { clientId: client.clientId, space: inboxSpace(id(10)), after: null }),
      await hub.post(3, '/sync/bootstrap', { clientId: client.clientId, space: inboxSpace(id(11)), after: null }),
      await hub.post(3, '/sync/bootstrap', { clientId: client.clientId, space: inboxSpace(id(10)), after: null, conversationIds: [id(700)] }),
      await hub.post(3, '/sync/push', { ...client, mutations: spy(id(700)) }),
      await hub.post(3, '/bodies', { messageIds: [id(701), id(711)] }),
      await hub.request(3, `/messages/${id(701)}/files/${hash}`),
      await hub.request(3, `/messages/${id(711)}/files/${hash}`),
      await hub.post(3, '/images', { messageId: id(701), urls: ['https://example.com/a.png'] }),
      await hub.request(3, `/m/${id(701)}`),
      await hub.request(null, '/hub'),
    ];
    const bytes = await Promise.all(answers.map((answer) => answer.text()));
    expect(bytes.filter((text) => text.includes(canary))).toEqual([]);
    expect(bytes.filter((text) => text.includes(id(703)))).toEqual([]);
    // The same questions from one who is in it do find it: the test can fail.
    const own = [
      await hub.post(4, '/sync/bootstrap', { clientId: client.clientId, space: inboxSpace(id(11)), after: null }),
      await hub.post(4, '/bodies', { messageIds: [id(701)] }),
      await hub.request(4, `/messages/${id(701)}/files/${hash}`),
    ];
    for (const answer of own) expect(await answer.text()).toContain(canary);
  });

  it('K10 an inbox one is not in answers like one that is not there', async () => {
    const ask = async (space: string) => {
      const answer = await hub.post(3, '/sync/bootstrap', { clientId: id(9000), space, after: null });
      return [answer.status, await answer.text()];
    };
    expect(await ask(inboxSpace(id(11)))).toEqual(await ask(inboxSpace(id(999))));
    const file404 = async (message: string) => (await hub.request(3, `/messages/${message}/files/${hash}`)).text();
    expect(await file404(id(701))).toEqual(await file404(id(999)));
  });

  it('counts only what it may see', async () => {
    const answer = BootstrapResponse.parse(
      await (await hub.post(3, '/sync/bootstrap', { clientId: id(9000), space: inboxSpace(id(10)), after: null })).json(),
    );
    expect(Object.keys(answer.counters)).not.toContain(`mine:${id(4)}`);
    expect(answer.total).toBe(1);
  });
});

describe('who may ask', () => {
  it.each(['/sync/push', '/sync/pull', '/sync/bootstrap', '/bodies', '/images'])('%s wants a token', async (path) => {
    expect(await problem(await hub.post(null, path, {}))).toEqual([401, 'signed-out']);
  });

  it('an agent who is no longer active is signed out', async () => {
    await hub.commit([write('agents', agentRow(8, { active: false }))]);
    expect(await problem(await hub.post(8, '/sync/pull', { clientId: id(1), epoch: null, cursors: {} }))).toEqual([401, 'signed-out']);
  });

  it('S11 CORS names exactly the extension, never anybody else', async () => {
    const allowed = async (from: string) =>
      (await fetch(`${hub.url}/sync/pull`, { method: 'OPTIONS', headers: { origin: from, 'access-control-request-method': 'POST' } })).headers.get(
        'access-control-allow-origin',
      );
    expect(await allowed(origin)).toBe(origin);
    for (const other of ['chrome-extension://other', 'null', 'https://evil.example', `${origin}.evil`]) expect(await allowed(other)).toBeNull();
  });

  it('S12 a page whose name points here is sent away', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      request(`${hub.url}/mailbox`, { headers: { host: 'evil.example' } }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });
});

describe('what is asked', () => {
  it('a body that is not JSON, of another shape, too deep or too large is named and changes nothing', async () => {
    const json = { 'content-type': 'application/json' };
    const send = (body: string, headers: Record<string, string> = json) => hub.request(3, '/sync/pull', { method: 'POST', body, headers });
    expect(await problem(await send('{"clientId"'))).toEqual([400, 'not-json']);
    expect(await problem(await send('{}'))).toEqual([400, 'bad-request']);
    expect(await problem(await send('['.repeat(100_000)))).toEqual([400, 'too-deep']);
    expect(await problem(await send(' '.repeat(2 << 20)))).toEqual([413, 'too-large']);
    expect(await problem(await send('{}', { 'content-type': 'text/plain' }))).toEqual([415, 'not-json']);
    expect(hub.faults).toEqual([]);
  });

  it('S13 what looks like SQL is text', async () => {
    const strings = ["' or 1=1 --", "'; drop table messages; --", '%', '\\', '$1', '\u0000'];
    for (const text of strings) {
      const answer = await hub.post(3, '/sync/bootstrap', { clientId: id(9000), space: inboxSpace(id(10)), after: text });
      expect(answer.status).toBe(200);
    }
  });

  it('an address that is not there', async () => {
    expect(await problem(await hub.request(3, '/nowhere'))).toEqual([404, 'not-found']);
    // What `npm start` adds for developers.
    expect(await problem(await hub.request(3, '/simulator'))).toEqual([404, 'not-found']);
  });

  it('every answer carries the words that keep browsers from guessing', async () => {
    const { headers } = await hub.request(null, '/hub');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

it('GET /hub says what it is to anybody', async () => {
  expect(HubInfo.parse(await (await hub.request(null, '/hub')).json())).toMatchObject({ samtale: 'hub', name: 'Havnegaard', protocolVersions: [1] });
  expect((await hub.request(null, '/healthz')).status).toBe(200);
  expect((await hub.request(null, '/readyz')).status).toBe(200);
});

describe('pull', () => {
  const pull = async (agent: number, cursors: Record<string, number>) =>
    PullResponse.parse(await (await hub.post(agent, '/sync/pull', { clientId: id(9001), epoch: null, cursors })).json()) as PullResponse;

  it('brings workspace and own space from nothing, inboxes only from their cursor on', async () => {
    const answer = await pull(3, {});
    expect(answer.spaces).toEqual([`workspace:${id(1)}`, `agent:${id(3)}`, inboxSpace(id(10))]);
    expect(answer.changes.map((change) => change.space)).toEqual([`workspace:${id(1)}`, `agent:${id(3)}`]);
    const [workspace] = answer.changes;
    const next = await pull(3, { [`workspace:${id(1)}`]: workspace?.to ?? 0, [`agent:${id(3)}`]: 0, [inboxSpace(id(10))]: 0 });
    expect(next.changes.map((change) => change.space)).toEqual([inboxSpace(id(10))]);
    expect(next.lastMutationId).toBe(0);
  });

  it('K13 a cursor that is of no use is told so', async () => {
    expect((await pull(3, { [inboxSpace(id(10))]: 1_000_000 })).reset).toEqual([inboxSpace(id(10))]);
    await hub.database.db.execute(sql`update spaces set pruned_below = 2 where id = ${inboxSpace(id(10))}`);
    expect((await pull(3, { [inboxSpace(id(10))]: 1 })).reset).toEqual([inboxSpace(id(10))]);
    expect((await pull(3, { [inboxSpace(id(10))]: 2 })).reset).toEqual([]);
    await hub.database.db.execute(sql`update spaces set pruned_below = 0`);
  });

  it('F17 who left an inbox no longer gets it', async () => {
    await hub.commit([write('agents', agentRow(6)), write('members', memberRow(60, 10, 6))]);
    expect((await pull(6, {})).spaces).toContain(inboxSpace(id(10)));
    await hub.commit([write('members', null, memberRow(60, 10, 6))]);
    const answer = await pull(6, { [inboxSpace(id(10))]: 0 });
    expect(answer.spaces).not.toContain(inboxSpace(id(10)));
    expect(answer.changes.map((change) => change.space)).not.toContain(inboxSpace(id(10)));
  });
});

describe('K18 files', () => {
  const put = (name: string, body: string) => hub.request(3, `/files/${name}`, { method: 'PUT', body });

  it('are taken under the hash they have, again and again', async () => {
    expect((await put(sha256('abc'), 'abc')).status).toBe(201);
    expect((await put(sha256('abc'), 'abc')).status).toBe(201);
    expect(await problem(await put(sha256('abc'), 'abd'))).toEqual([400, 'other-bytes']);
    expect(await problem(await put('nohash', 'abd'))).toEqual([400, 'bad-hash']);
    expect(await problem(await put(sha256('x'), 'x'.repeat(41 << 20)))).toEqual([413, 'too-large']);
  });

  it('F24 cut short are not there, and are no fault of the hub', async () => {
    const { request } = await import('node:http');
    const before = hub.faults.length;
    await new Promise<void>((resolve) => {
      const cut = request(`${hub.url}/files/${sha256('whole')}`, {
        method: 'PUT',
        headers: { authorization: 'Bearer agent-3', 'content-length': '5' },
      });
      cut.on('error', () => resolve());
      cut.write('who', () => cut.destroy(new Error('the line went dead')));
    });
    expect((await put(sha256('whole'), 'whole')).status).toBe(201);
    expect(hub.faults.slice(before)).toEqual([]);
  });

  it('come down as a download a browser does not interpret', async () => {
    const svg = '<svg onload="alert(1)"/>';
    await put(sha256(svg), svg);
    const attachment = {
      id: id(1),
      name: 'å"\r\n;.svg',
      type: 'image/svg+xml',
      size: 9,
      hash: sha256(svg),
      contentId: null,
      inline: true,
      notStored: null,
    };
    await hub.commit([write('messages', messageRow(720, 10, 710, { attachments: [attachment] }))]);
    const answer = await hub.request(3, `/messages/${id(720)}/files/${sha256(svg)}`);
    expect(await answer.text()).toBe(svg);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%C3%A5%22%0D%0A%3B.svg");
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });
});

it('K5 THR-19 a conversation moves with what lies beside its rows: who is in the other inbox reads all of it, who is not reads nothing and is told', async () => {
  const words = 'the layout of one that moves';
  const hash = sha256('the file of one that moves');
  await hub.files.put(hash, new TextEncoder().encode('the file of one that moves'));
  const attachments = [{ id: id(1), name: 'a.txt', type: 'text/plain', size: 26, hash, contentId: null, inline: false, notStored: null }];
  await hub.commit([
    write('conversations', conversationRow(740, 10, { attachmentCount: 1 })),
    write('messages', messageRow(741, 10, 740, { rfcMessageId: '<moves@kunde.example>', htmlSize: 9, attachments })),
    write('bodies', { id: id(741), conversationId: id(740), html: words }),
    write('mailIds', {
      id: id(741),
      inboxId: id(10),
      rfcMessageId: '<moves@kunde.example>',
      conversationId: id(740),
      fromAddress: 'a@b.example',
      date: at,
    }),
  ]);
  const body = async (agent: number) => (await hub.post(agent, '/bodies', { messageIds: [id(741)] })).text();
  const file = async (agent: number) => (await hub.request(agent, `/messages/${id(741)}/files/${hash}`)).status;
  const mayName = async () =>
    (await rowsOf<{ space: string }>(hub.database.db, sql`select space from file_spaces where hash = ${hash}`)).map(({ space }) => space);
  const act = (agent: number, name: 'moveConversation' | 'hideMessage' | 'closeConversation', args: object, uuid: number) =>
    actAsAgent(hub.syncHost, id(agent), { name, args: args as never, uuid: id(uuid) });
  expect([(await body(3)).includes(words), (await body(4)).includes(words)]).toEqual([true, false]);
  const args = { conversationId: id(740), inboxId: id(11), alongside: [] };
  expect((await act(4, 'moveConversation', args, 9300))?.refused).toBe('not-found');
  expect(await act(2, 'moveConversation', args, 9301)).toBeUndefined();
  expect([(await body(3)).includes(words), (await body(4)).includes(words)]).toEqual([false, true]);
  expect([await file(3), await file(4), await mayName()]).toEqual([404, 200, [inboxSpace(id(11))]]);
  expect((await act(3, 'closeConversation', { conversationId: id(740) }, 9302))?.refused).toBe('moved');
  // Rules of a member of the other inbox alone find what lies beside it, too.
  expect(await act(4, 'hideMessage', { conversationId: id(740), messageIds: [id(741)] }, 9303)).toBeUndefined();
  const beside = await rowsOf(
    hub.database.db,
    sql`select space from mail_ids where id = ${id(741)} union all select space from hidden_messages where id = ${id(741)}`,
  );
  expect(beside).toEqual([{ space: inboxSpace(id(11)) }, { space: inboxSpace(id(11)) }]);
  expect(await rowsOf(hub.database.db, sql`select 1 from bodies where id = ${id(741)}`)).toEqual([]);
});

it('X5 images are fetched for those who may see the message', async () => {
  const urls = ['https://example.com/a.png', 'https://example.com/a.png'];
  const answer = await (await hub.post(3, '/images', { messageId: id(711), urls })).json();
  expect(answer).toEqual({ images: { 'https://example.com/a.png': 'data:image/png;base64,AA==' } });
  expect(hub.images).toEqual(['https://example.com/a.png']);
});

describe('/mailbox', () => {
  it('ALL-4 speaks the language the visitor’s Samtale speaks now, not the one of their last sign-in; nobody’s is the browser’s', async () => {
    const langOf = async (cookie: string, path = '/mailbox') => {
      const answer = await hub.request(null, path, { headers: { cookie, accept: 'text/html', 'accept-language': 'sv' } });
      return /<html lang="(\w+)"/.exec(await answer.text())?.[1];
    };
    const pull = (language: string) =>
      hub.request(3, '/sync/pull', {
        method: 'POST',
        body: JSON.stringify({ clientId: id(9000), epoch: null, cursors: {} }),
        headers: { 'content-type': 'application/json', 'accept-language': language },
      });
    expect(await langOf('')).toBe('sv');
    expect((await pull('nb')).status).toBe(200);
    for (const path of ['/mailbox', '/', `/m/${id(1)}`, '/nowhere']) expect(await langOf(`samtale_language=da; visitor=${id(3)}`, path)).toBe('nb');
    expect((await pull('en')).status).toBe(200);
    expect(await langOf(`samtale_language=da; visitor=${id(3)}`)).toBe('en');
    expect(await langOf(`visitor=${id(3)}`, '/mailbox?ui_locales=da')).toBe('da');
    expect(await langOf('samtale_language=da')).toBe('da');
  });

  it('shows what was sent as text, whatever is in it', async () => {
    const raw = 'From: a@b.example\r\nSubject: <script>alert(1)</script>\r\nContent-Type: text/plain\r\n\r\n<img src=x onerror=1>\r\n';
    await hub.mailbox.deliver({ from: 'a@b.example', recipients: ['<b>@x.example'], raw: new TextEncoder().encode(raw) });
    const list = await (await hub.request(null, '/mailbox')).text();
    expect(list).toContain('&lt;script&gt;');
    expect(list).not.toContain('<script');
    const path = /href="(\/mailbox\/\d[^"]+)"/.exec(list)?.[1] ?? '';
    const mail = await (await hub.request(null, path)).text();
    expect(mail).toContain('&lt;img src=x');
    expect(await (await hub.request(null, `${path}.eml`)).text()).toBe(raw);
    expect(await problem(await hub.request(null, '/mailbox/..%2f..%2fhub.lock'))).toEqual([404, 'not-found']);
  });

  it('INB-6 is on this machine alone: at a hub others reach nobody reads what went out without signing in', async () => {
    const others = await startTestHub({ baseUrl: 'https://hub.example' });
    await others.mailbox.deliver({
      from: 'a@b.example',
      recipients: ['b@x.example'],
      raw: new TextEncoder().encode('Subject: secret\r\n\r\nsecret'),
    });
    expect(await problem(await others.request(null, '/mailbox'))).toEqual([404, 'not-found']);
    await others.stop();
  });
});

describe('K19 the socket', () => {
  const open = async (hello: unknown, options: { origin?: string } = { origin }) => {
    const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/sync/socket`, options);
    const frames: unknown[] = [];
    let code: number | undefined;
    socket.on('message', (data) => frames.push(JSON.parse(String(data))));
    socket.on('close', (reason) => {
      code = reason;
    });
    socket.on('error', () => undefined);
    socket.on('open', () => hello !== undefined && socket.send(typeof hello === 'string' ? hello : JSON.stringify(hello)));
    return { socket, frames, code: () => code };
  };
  const hello = (agent: number) => ({ type: 'hello', token: `agent-${agent}`, clientId: id(9002) });
  const welcomed = async (agent: number) => {
    const client = await open(hello(agent));
    await until(() => client.frames.length > 0);
    expect(client.frames).toEqual([{ type: 'welcome' }]);
    return client;
  };

  /** Everything committed so far has been told to those who listened. */
  const settled = async () => {
    const witness = await welcomed(2);
    await hub.commit([write('inboxes', inboxRow(11, { name: `Inbox at ${performance.now()}` }), inboxRow(11))]);
    await until(() => JSON.stringify(witness.frames).includes(inboxSpace(id(11))));
    witness.socket.close();
  };

  it('pokes those who are in the space, and nobody else', async () => {
    await settled();
    const [inside, outside] = [await welcomed(3), await welcomed(4)];
    await hub.commit([write('conversations', conversationRow(730, 10))]);
    await until(() => inside.frames.length > 1);
    expect(inside.frames[1]).toEqual({ type: 'poke', spaces: [inboxSpace(id(10))] });
    await hub.commit([write('conversations', conversationRow(731, 11))]);
    await until(() => outside.frames.length > 1);
    expect(outside.frames.slice(1)).toEqual([{ type: 'poke', spaces: [inboxSpace(id(11))] }]);
    inside.socket.close();
    outside.socket.close();
  });

  it('leaves the device alone that did it, which pulls by itself, and pokes the same agent’s others', async () => {
    await hub.commit([write('conversations', conversationRow(734, 10))]);
    await settled();
    const [own, other] = [await welcomed(3), await open({ ...hello(3), clientId: id(9003) })];
    await until(() => other.frames.length > 0);
    const acts = [{ id: 1, uuid: id(7340), name: 'closeConversation', args: { conversationId: id(734) }, schemaVersion: 1, claimedAt: 0 }];
    const answer = await (await hub.post(3, '/sync/push', { clientId: id(9002), epoch: null, mutations: acts })).json();
    expect(answer.outcomes).toMatchObject([{ refused: null }]);
    await until(() => other.frames.length > 1);
    expect(JSON.stringify(other.frames[1])).toContain(inboxSpace(id(10)));
    await hub.commit([write('inboxes', inboxRow(10, { name: `Inbox at ${performance.now()}` }), inboxRow(10))]);
    await until(() => other.frames.length > 2);
    await until(() => own.frames.length > 1);
    expect(own.frames.slice(1)).toHaveLength(1);
    own.socket.close();
    other.socket.close();
  });

  it('INB-6 asks each time who is still in', async () => {
    await hub.commit([write('agents', agentRow(5)), write('members', memberRow(50, 10, 5))]);
    await settled();
    const [leaver, stayer] = [await welcomed(5), await welcomed(3)];
    const heard = (client: typeof leaver) => JSON.stringify(client.frames).split(inboxSpace(id(10))).length - 1;
    await hub.commit([write('conversations', conversationRow(732, 10))]);
    await until(() => heard(leaver) === 1 && heard(stayer) === 1);
    await hub.commit([write('members', null, memberRow(50, 10, 5))]);
    await until(() => heard(stayer) === 2);
    await hub.commit([write('conversations', conversationRow(733, 10))]);
    await until(() => heard(stayer) === 3);
    expect(heard(leaver)).toBe(1);
    await hub.commit([write('agents', agentRow(5, { active: false }), agentRow(5))]);
    await until(() => leaver.code() !== undefined);
    expect(leaver.code()).toBe(4003);
    stayer.socket.close();
  });

  it('answers a beat', async () => {
    const client = await welcomed(3);
    client.socket.send('{"type":"beat"}');
    await until(() => client.frames.length > 1);
    expect(client.frames[1]).toEqual({ type: 'beat' });
    client.socket.close();
  });

  it.each([
    ['a token that is none', { type: 'hello', token: 'x', clientId: id(1) }, 4003],
    ['a beat before the token', { type: 'beat' }, 4004],
    ['no JSON', '{', 4004],
    ['nothing within two seconds', undefined, 4001],
  ])('is closed on %s', async (_, first, code) => {
    const client = await open(first);
    await until(() => client.code() !== undefined);
    expect(client.code()).toBe(code);
  });

  it('is not opened for another origin', async () => {
    const client = await open(hello(3), { origin: 'https://evil.example' });
    await until(() => client.code() !== undefined);
    expect(client.frames).toEqual([]);
  });
});
