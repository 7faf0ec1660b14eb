import type { Id } from '../../../domain/model/ids';
import { type ClientFrame, HubFrame, type Place, type Present } from '../../../sync/protocol';
import { openSocket } from '../../network/open-socket';

/** Under 30 s: then Chrome keeps the worker, which a silent socket does not (reference measured 2026-11). */
const beatMs = 20_000;
/** What a hub closes with whose token is none, or no longer. */
const signedOutCode = 4003;
/** Two beats and some: a line that died without a word, as behind a NAT or after sleep. */
const silenceMs = 45_000;

export interface HubSocketEvents {
  /** Connected: what was poked meanwhile is lost, so pull. */
  welcome(): void;
  poke(): void;
  /** Who else has this conversation open, on whatever device. */
  presence(conversationId: Id, who: readonly Present[]): void;
  /** `signedOut`: by the hub, which does not take our token, or no longer. */
  closed(signedOut: boolean): void;
}

export interface HubSocket {
  close(): void;
  /** What this device has open; asked for again after each `welcome`. */
  here(places: readonly Place[]): void;
}

/** The one WebSocket to a hub. It carries pokes and who is where: losing it costs delay, never data. */
export function openHubSocket({ origin, token, clientId }: { origin: string; token: string; clientId: Id }, events: HubSocketEvents): HubSocket {
  const socket = openSocket(origin, '/sync/socket', [origin]);
  let silence: ReturnType<typeof setTimeout>;
  let over = false;

  const send = (frame: ClientFrame) => socket.send(JSON.stringify(frame));
  const end = (signedOut = false) => {
    if (over) return;
    over = true;
    clearInterval(beat);
    clearTimeout(silence);
    socket.close();
    events.closed(signedOut);
  };
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(end, silenceMs, false);
  };
  const beat = setInterval(() => socket.readyState === WebSocket.OPEN && send({ type: 'beat' }), beatMs);
  heard();

  socket.addEventListener('open', () => send({ type: 'hello', token, clientId }));
  socket.addEventListener('close', ({ code }) => end(code === signedOutCode));
  socket.addEventListener('message', ({ data }) => {
    const frame = HubFrame.safeParse(parseJson(data));
    if (over || !frame.success) return;
    heard();
    if (frame.data.type === 'welcome') events.welcome();
    if (frame.data.type === 'poke') events.poke();
    if (frame.data.type === 'presence') events.presence(frame.data.conversationId, frame.data.who);
  });
  return {
    close: () => end(),
    here: (places) => {
      if (socket.readyState === WebSocket.OPEN) send({ type: 'here', places: places.slice(0, 10) });
    },
  };
}

/** A frame that is no JSON is no frame of ours; the socket goes on. */
function parseJson(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
}
