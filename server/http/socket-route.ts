import { randomUUID } from 'node:crypto';
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import type { WSContext } from 'hono/ws';
import type * as z from 'zod/mini';
import { ClientFrame, type HubFrame, type Place } from '../../sync/protocol';
import { isExtensionOrigin } from '../auth/extension-origins';
import type { HttpHost } from './http-host';
import { hubProblem } from './hub-problem';

/** ms: the first frame must come within `hello`; the hub speaks every `beat` by itself, and gives up on a client silent for `silence`. */
export const socketTimes = { hello: 2000, beat: 20_000, silence: 70_000 };

const closing = { noHello: 4001, signedOut: 4003, badFrame: 4004, silent: 4005 } as const;

/** `/sync/socket`: the one WebSocket of a client. Its token comes in the first frame, never in the URL (K19). */
export const socketRoute = (host: Pick<HttpHost, 'verify' | 'pokes' | 'presence' | 'sightings' | 'redirectUris' | 'fault'>, times = socketTimes) =>
  new Hono().get(
    '/sync/socket',
    async (c, next) => {
      const origin = c.req.header('origin');
      // Browsers always name their origin; programs that name none have no cookie or token of anybody to misuse.
      if (origin !== undefined && !isExtensionOrigin(origin, host.redirectUris))
        return hubProblem(c, 403, 'other-origin', 'not an origin of the extension');
      await next();
      return undefined;
    },
    upgradeWebSocket(() => {
      const client = new SocketClient(host, times);
      return {
        onOpen: (_event, socket) => client.open(socket),
        onMessage: (event) => client.hear(event.data).catch(host.fault),
        onClose: () => client.over(),
        onError: () => client.over(),
      };
    }),
  );

class SocketClient {
  private socket: WSContext | undefined;
  private greeting: 'awaited' | 'checked' | 'done' = 'awaited';
  private leave: (() => void) | undefined;
  private sighted: (() => void) | undefined;
  private places: readonly Place[] = [];
  private sayPlaces: ((places: readonly Place[]) => void) | undefined;
  private waiting: NodeJS.Timeout | undefined;
  private beating: NodeJS.Timeout | undefined;

  constructor(
    private readonly host: Pick<HttpHost, 'verify' | 'pokes' | 'presence' | 'sightings'>,
    private readonly times: typeof socketTimes,
  ) {}

  open(socket: WSContext) {
    this.socket = socket;
    this.wait(this.times.hello, closing.noHello);
  }

  async hear(data: unknown) {
    const frame = frameOf(data);
    if (!frame) return this.close(closing.badFrame);
    if (this.greeting === 'done' && frame.type === 'beat') {
      this.wait(this.times.silence, closing.silent);
      this.sighted?.();
      // Whoever is still here says so with every beat.
      if (this.places.length > 0) this.sayPlaces?.(this.places);
      return this.send({ type: 'beat' });
    }
    if (this.greeting === 'done' && frame.type === 'here') {
      this.places = frame.places;
      return this.sayPlaces?.(this.places);
    }
    if (this.greeting !== 'awaited' || frame.type !== 'hello') return this.close(closing.badFrame);
    this.greeting = 'checked';
    const bearer = await this.host.verify(`Bearer ${frame.token}`);
    if (!this.socket) return undefined;
    if (!bearer) return this.close(closing.signedOut);
    this.greeting = 'done';
    this.sighted = () => this.host.sightings.note(bearer.agentId);
    this.sighted();
    const client = randomUUID();
    const { presence } = this.host;
    const leavePokes = this.host.pokes.add({
      agentId: bearer.agentId,
      clientId: frame.clientId,
      poke: (spaces) => this.send({ type: 'poke', spaces }),
      end: () => this.close(closing.signedOut),
    });
    this.sayPlaces = presence.sit(client, {
      agentId: bearer.agentId,
      tell: (conversationId, who) => this.send({ type: 'presence', conversationId, who }),
    });
    this.leave = () => {
      leavePokes();
      presence.leave(client);
      if (this.places.length > 0) this.sayPlaces?.([]);
      this.places = [];
    };
    this.wait(this.times.silence, closing.silent);
    this.beating = setInterval(() => this.send({ type: 'beat' }), this.times.beat);
    return this.send({ type: 'welcome' });
  }

  over() {
    clearTimeout(this.waiting);
    clearInterval(this.beating);
    this.leave?.();
    this.socket = undefined;
  }

  private wait(time: number, code: number) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.close(code), time);
  }

  private send(frame: HubFrame) {
    if (this.socket?.readyState === 1) this.socket.send(JSON.stringify(frame));
  }

  private close(code: number) {
    this.socket?.close(code);
    this.over();
  }
}

function frameOf(data: unknown): z.infer<typeof ClientFrame> | undefined {
  if (typeof data !== 'string' || data.length > 10_000) return undefined;
  try {
    return ClientFrame.safeParse(JSON.parse(data)).data;
  } catch {
    // Not JSON: no frame of ours, and the socket is closed for it.
    return undefined;
  }
}
