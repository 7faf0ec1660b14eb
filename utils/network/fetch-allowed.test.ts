import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Unreachable } from '../../sync/ports';
import { fetchBytes, fetchJson } from './fetch-allowed';
import { NotTheHub, OriginNotAllowed } from './network-errors';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('F3 what is not the hub’s answer', () => {
  it.each([
    ['a captive portal’s page', 200, { 'content-type': 'text/html' }, '<p>Sign in to the wifi</p>'],
    ['a gateway’s error page', 502, { 'content-type': 'text/html' }, 'Bad gateway'],
    ['no type at all', 200, {}, '{}'],
  ])('%s', async (_, status, headers, body) => {
    const origin = await serve((_request, response) => response.writeHead(status, headers).end(body));
    await expect(fetchJson({ url: `${origin}/x`, allow: [origin] })).rejects.toMatchObject({ name: 'NotTheHub', why: 'wrong-type' });
  });

  it('a redirect is not followed', async () => {
    const asked: string[] = [];
    const origin = await serve((request, response) => {
      asked.push(String(request.url));
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    await expect(fetchJson({ url: `${origin}/x`, allow: [origin] })).rejects.toMatchObject({ why: 'redirected' });
    expect(asked).toEqual(['/x']);
  });

  it('JSON cut short', async () => {
    const origin = await serve((_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":'));
    await expect(fetchJson({ url: `${origin}/x`, allow: [origin] })).rejects.toBeInstanceOf(Unreachable);
  });

  it('F12 an answer that never ends', async () => {
    const origin = await serve((_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{'));
    await expect(fetchJson({ url: `${origin}/x`, allow: [origin], timeoutMs: 50 })).rejects.toBeInstanceOf(Unreachable);
  });

  it('nobody there', async () => {
    const origin = await serve(() => {});
    server?.close();
    const error = await fetchJson({ url: `${origin}/x`, allow: [origin], timeoutMs: 1000 }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Unreachable);
    expect(error).not.toBeInstanceOf(NotTheHub);
  });
});

it('X4 nothing but a connection’s origin is asked, and without cookies or referrer', async () => {
  const asked: Array<Record<string, unknown>> = [];
  const origin = await serve((request, response) => {
    asked.push(request.headers);
    response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'a=b' }).end('{}');
  });
  await expect(fetchJson({ url: `${origin}/x`, allow: ['https://hub.example'] })).rejects.toBeInstanceOf(OriginNotAllowed);
  expect(asked).toEqual([]);
  await fetchJson({ url: `${origin}/x`, allow: [origin] });
  expect(asked).toHaveLength(1);
  expect(asked[0]).not.toHaveProperty('cookie');
  expect(asked[0]).not.toHaveProperty('referer');
});

it('an error of the hub keeps its status and words', async () => {
  const origin = await serve((_request, response) =>
    response.writeHead(409, { 'content-type': 'application/json; charset=utf-8' }).end('{"error":"x","message":"y"}'),
  );
  expect(await fetchJson({ url: `${origin}/x`, allow: [origin] })).toEqual({ status: 409, body: { error: 'x', message: 'y' } });
});

it('bytes come whole, whatever their type', async () => {
  const origin = await serve((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'));
  const { body } = await fetchBytes({ url: `${origin}/x`, allow: [origin] });
  expect(await body.text()).toBe('<p>');
});
