import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchBytes, fetchJson } from './fetch-allowed';
import { type Exchange, mostLines, onExchange, requestKind, withExchanges } from './network-log';

afterEach(() => {
  vi.restoreAllMocks();
  onExchange(() => undefined);
});

const one = (change: Partial<Exchange> = {}): Exchange => ({
  host: 'hub.example',
  kind: 'sync',
  sent: 10,
  received: 20,
  failed: false,
  at: 1,
  ...change,
});

describe('ALL-5 X4 the log of what was sent where', () => {
  it('adds up by host and kind, the newest line first', () => {
    const log = withExchanges(withExchanges([], [one(), one({ kind: 'files', at: 2 })]), [one({ at: 3, failed: true, received: 0 })]);
    expect(log).toEqual([
      { host: 'hub.example', kind: 'sync', sent: 20, received: 20, count: 2, failed: 1, first: 1, last: 3 },
      { host: 'hub.example', kind: 'files', sent: 10, received: 20, count: 1, failed: 0, first: 2, last: 2 },
    ]);
  });

  it('is bounded: what was used last stays', () => {
    const log = withExchanges(
      [],
      Array.from({ length: mostLines + 5 }, (_, at) => one({ host: `h${at}.example`, at })),
    );
    expect(log).toHaveLength(mostLines);
    expect(log.at(-1)?.host).toBe('h5.example');
  });

  it('knows what a request is about, by its path alone', () => {
    const paths = [
      '/hub',
      '/auth/oauth2/token',
      '/sync/pull',
      '/sync/socket',
      '/bodies',
      '/messages/1/files/ab',
      '/files/ab',
      '/messages/1/images',
      '/invitations',
      '/mailboxes/preset',
      '/mail-clients/google',
      '/mail-sign-ins/1/connect',
      '/hosted/reach',
      '/notices/again',
      '/moves/state',
      '/x',
    ];
    const team = ['team', 'team', 'team', 'team', 'team', 'team'];
    expect(paths.map(requestKind)).toEqual(['hello', 'sign-in', 'sync', 'live', 'bodies', 'files', 'files', 'images', ...team, 'moves', 'other']);
  });

  it('the port notes host, kind and sizes of every exchange, and nothing that was said', async () => {
    const noted: Exchange[] = [];
    onExchange((exchange) => noted.push(exchange));
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json({ secret: 'æ' }));
    const request = { allow: ['https://hub.example'], headers: { authorization: 'Bearer geheim' } };
    await fetchJson({ ...request, url: 'https://hub.example/sync/push?token=geheim', method: 'POST', body: '{"a":"æ"}' });
    await fetchBytes({ ...request, url: 'https://hub.example/files/ab', method: 'PUT', body: new Blob(['12345']) });
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'));
    await expect(fetchJson({ ...request, url: 'https://hub.example/hub' })).rejects.toThrow();
    expect(noted).toMatchObject([
      { host: 'hub.example', kind: 'sync', sent: 10, received: 15, failed: false },
      { host: 'hub.example', kind: 'files', sent: 5, received: 15, failed: false },
      { host: 'hub.example', kind: 'hello', sent: 0, received: 0, failed: true },
    ]);
    expect(JSON.stringify(noted)).not.toContain('geheim');
  });
});
