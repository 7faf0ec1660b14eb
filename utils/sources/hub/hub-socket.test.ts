import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openHubSocket } from './hub-socket';

const id = '01900000-0000-7000-8000-000000000001';

/** The browser's WebSocket as far as we use it, in the test's hands. */
class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = 0;
  sent: unknown[] = [];
  constructor(readonly url: string) {
    super();
    FakeSocket.all.push(this);
  }
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
  opens() {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  hears(data: unknown) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function open() {
  const log: string[] = [];
  const { close, here } = openHubSocket(
    { origin: 'https://hub.example', token: 'secret', clientId: id },
    {
      welcome: () => log.push('welcome'),
      poke: () => log.push('poke'),
      presence: (at, who) => log.push(`${at}: ${JSON.stringify(who)}`),
      closed: () => log.push('closed'),
    },
  );
  const socket = FakeSocket.all.at(-1);
  if (!socket) throw new Error('no socket was opened');
  return { log, close, here, socket };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('K19 says the token in its first frame, never in the URL', () => {
  const { socket } = open();
  socket.opens();
  expect(socket.url).toBe('wss://hub.example/sync/socket');
  expect(socket.sent).toEqual([{ type: 'hello', token: 'secret', clientId: id }]);
});

it('hands on welcome and poke, and hears out anything else', () => {
  const { socket, log } = open();
  socket.opens();
  for (const frame of ['{"type":"welcome"}', 'no json', '{"type":"other"}', '{"type":"beat"}', `{"type":"poke","spaces":["inbox:${id}"]}`])
    socket.hears(frame);
  expect(log).toEqual(['welcome', 'poke']);
});

it('THR-14 says what is open here once it is connected, and hands on who else is there', () => {
  const { socket, log, here } = open();
  here([{ conversationId: id, doing: 'reply' }]);
  expect(socket.sent).toEqual([]);
  socket.opens();
  here([{ conversationId: id, doing: 'reply' }]);
  expect(socket.sent.at(-1)).toEqual({ type: 'here', places: [{ conversationId: id, doing: 'reply' }] });
  socket.hears(`{"type":"presence","conversationId":"${id}","who":[{"agentId":"${id}","doing":"comment"}]}`);
  socket.hears(`{"type":"presence","conversationId":"${id}","who":[{"agentId":"${id}","doing":"sleeping"}]}`);
  expect(log).toEqual([`${id}: [{"agentId":"${id}","doing":"comment"}]`]);
});

it('beats more often than every 30 s', () => {
  const { socket } = open();
  socket.opens();
  for (let i = 0; i < 3; i++) {
    vi.advanceTimersByTime(29_000);
    socket.hears('{"type":"beat"}');
  }
  expect(socket.sent.filter((frame) => JSON.stringify(frame) === '{"type":"beat"}').length).toBeGreaterThanOrEqual(3);
});

it('a line that died without a word is closed, once', () => {
  const { socket, log } = open();
  socket.opens();
  socket.hears('{"type":"welcome"}');
  vi.advanceTimersByTime(60_000);
  expect(log).toEqual(['welcome', 'closed']);
  expect(socket.readyState).toBe(3);
});

it('says nothing more once closed from here', () => {
  const { socket, log, close } = open();
  socket.opens();
  close();
  socket.hears('{"type":"welcome"}');
  vi.advanceTimersByTime(120_000);
  expect(log).toEqual(['closed']);
});
