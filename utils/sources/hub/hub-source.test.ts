import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Incompatible, Rejected, SignedOut, Unreachable } from '../../../sync/ports';
import { protocolVersion } from '../../../sync/protocol';
import { createHubSource, type Tokens } from './hub-source';

const id = '01900000-0000-7000-8000-000000000001';
const space = `workspace:${id}`;
const page = { epoch: 'e', now: 1, agentId: id, workspaceId: id, spaces: [space], reset: [], changes: [], more: false, lastMutationId: 0 };
const request = { clientId: id, epoch: null, cursors: {} };

type Answer = { status?: number; body: unknown };
let server: Server;
let origin: string;
let answers: Record<string, (request: IncomingMessage, body: string) => Answer>;

beforeEach(async () => {
  answers = {};
  server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const answer = answers[incoming.url ?? '']?.(incoming, Buffer.concat(chunks).toString()) ?? { status: 404, body: { error: 'none', message: '' } };
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    response.writeHead(answer.status ?? 200, { 'content-type': typeof answer.body === 'string' ? 'text/html' : 'application/json' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => server.close());

const tokens = (replace: Tokens['replaceToken'] = async () => 'second'): Tokens => ({ accessToken: async () => 'first', replaceToken: replace });
const bearer = (incoming: IncomingMessage) => incoming.headers.authorization;

describe('the token', () => {
  it('goes along in the header', async () => {
    answers['/sync/pull'] = (incoming) => (bearer(incoming) === 'Bearer first' ? { body: page } : { status: 500, body: {} });
    expect(await createHubSource(origin, tokens()).pull(request)).toEqual(page);
  });

  it('F15 one the hub refuses is replaced once', async () => {
    answers['/sync/pull'] = (incoming) => (bearer(incoming) === 'Bearer second' ? { body: page } : { status: 401, body: {} });
    expect(await createHubSource(origin, tokens()).pull(request)).toEqual(page);
  });

  it('F15 refused again, the session is over', async () => {
    answers['/sync/pull'] = () => ({ status: 401, body: {} });
    await expect(createHubSource(origin, tokens()).pull(request)).rejects.toBeInstanceOf(SignedOut);
  });

  it('F15 none to be had, the session is over', async () => {
    answers['/sync/pull'] = () => ({ status: 401, body: {} });
    const over = async () => {
      throw new SignedOut('no refresh token');
    };
    await expect(createHubSource(origin, tokens(over)).pull(request)).rejects.toBeInstanceOf(SignedOut);
  });
});

describe('what an answer means', () => {
  it.each([
    [500, Unreachable],
    [503, Unreachable],
    [429, Unreachable],
    [413, Rejected],
  ])('F22 status %s', async (status, expected) => {
    answers['/sync/pull'] = () => ({ status, body: { error: 'x', message: 'y' } });
    await expect(createHubSource(origin, tokens()).pull(request)).rejects.toBeInstanceOf(expected);
  });

  it('F3 JSON of somebody else is no answer', async () => {
    answers['/sync/pull'] = () => ({ body: { hello: 'portal' } });
    await expect(createHubSource(origin, tokens()).pull(request)).rejects.toBeInstanceOf(Unreachable);
  });

  it.each([
    [[protocolVersion + 1], 'extension'],
    [[protocolVersion - 1], 'hub'],
  ])('a hub that speaks %j: the %s is too old', async (protocolVersions, older) => {
    answers['/sync/pull'] = () => ({ body: { shape: 'of another age' } });
    answers['/hub'] = () => ({ body: { samtale: 'hub', name: 'x', protocolVersions, schemaVersions: [1], now: 1 } });
    const error = await createHubSource(origin, tokens())
      .pull(request)
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Incompatible);
    expect(error).toMatchObject({ older });
  });
});

describe('K18 files', () => {
  const hash = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';

  it('are put under their hash', async () => {
    const got: string[] = [];
    answers[`/files/${hash}`] = (incoming, body) => {
      got.push(`${incoming.method} ${body}`);
      return { status: 201, body: {} };
    };
    await createHubSource(origin, tokens()).uploadFile(hash, new Blob(['hello']));
    expect(got).toEqual(['PUT hello']);
  });

  it('are only believed when their bytes have that hash', async () => {
    let body = 'hello';
    answers[`/messages/${id}/files/${hash}`] = () => ({ body });
    const source = createHubSource(origin, tokens());
    expect(await (await source.fetchFile(id, hash)).text()).toBe('hello');
    body = '<p>Sign in to the wifi</p>';
    await expect(source.fetchFile(id, hash)).rejects.toBeInstanceOf(Unreachable);
  });
});
