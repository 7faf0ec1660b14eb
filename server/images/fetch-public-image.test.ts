import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchPublicImage, type ImagePolicy, publicInternet } from './fetch-public-image';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
let server: Server;
let port: number;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: IncomingMessage[];
/** What the real one forbids is just what a test has: a server on loopback. */
const here = (extra: Partial<ImagePolicy> = {}): ImagePolicy => ({
  ...publicInternet,
  mayConnect: () => true,
  ports: new Set([String(port)]),
  ...extra,
});

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

it('X5 brings an image as data:, without cookies or referrer', async () => {
  answer = (_request, response) => response.writeHead(200, { 'content-type': 'image/png', 'set-cookie': 'a=b' }).end(png);
  expect(await fetchPublicImage(`http://127.0.0.1:${port}/a.png`, here())).toBe(`data:image/png;base64,${png.toString('base64')}`);
  expect(asked[0]?.headers).not.toHaveProperty('cookie');
  expect(asked[0]?.headers).not.toHaveProperty('referer');
});

describe('S19', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'gopher://8.8.8.8/',
    'http://8.8.8.8:25/',
    'http://user:secret@8.8.8.8/',
    'nonsense',
  ])('never asks %s', async (address) => {
    expect(await fetchPublicImage(address)).toBeUndefined();
  });

  it('judges the address a name resolves to when it connects, and every hop', async () => {
    const judged: string[] = [];
    answer = (request, response) =>
      request.url === '/a' ? response.writeHead(307, { location: `http://localhost:${port}/b` }).end() : response.writeHead(200).end(png);
    const policy = here({
      mayConnect: (address) => {
        judged.push(address);
        return judged.length === 1;
      },
    });
    expect(await fetchPublicImage(`http://127.0.0.1:${port}/a`, policy)).toBeUndefined();
    expect(judged.length).toBeGreaterThan(1);
    expect(asked).toHaveLength(1);
  });

  it('a redirect to a place that is not allowed ends it', async () => {
    answer = (_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    const policy = here({ mayConnect: (address) => address === '127.0.0.1' });
    expect(await fetchPublicImage(`http://127.0.0.1:${port}/`, policy)).toBeUndefined();
  });
});

describe('S20', () => {
  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['HTML called an image', '<html><script>1</script>'],
    ['nothing', ''],
  ])('%s is no image', async (_, body) => {
    answer = (_request, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(body);
    expect(await fetchPublicImage(`http://127.0.0.1:${port}/`, here())).toBeUndefined();
  });

  it('a PNG that would unfold to a billion pixels is none', async () => {
    const bomb = Buffer.from(png);
    bomb.writeUInt32BE(40_000, 16);
    bomb.writeUInt32BE(40_000, 20);
    answer = (_request, response) => response.writeHead(200).end(bomb);
    expect(await fetchPublicImage(`http://127.0.0.1:${port}/`, here())).toBeUndefined();
  });

  it('too large or too slow ends it', async () => {
    answer = (_request, response) => response.writeHead(200).end(Buffer.concat([png, Buffer.alloc(5000)]));
    expect(await fetchPublicImage(`http://127.0.0.1:${port}/`, here({ mostBytes: 1000 }))).toBeUndefined();
    answer = (_request, response) => void response.writeHead(200).write(png);
    expect(await fetchPublicImage(`http://127.0.0.1:${port}/`, here({ timeout: 100 }))).toBeUndefined();
  });
});
