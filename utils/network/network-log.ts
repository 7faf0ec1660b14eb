/** What a request is about, as a person would say it; never its address. */
export const requestKinds = ['hello', 'sign-in', 'sync', 'live', 'bodies', 'files', 'images', 'team', 'moves', 'other'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** One exchange with a host: sizes and whether it answered. No token, no address beyond the host, no word of what was said. */
export interface Exchange {
  host: string;
  kind: RequestKind;
  /** Bytes of the body out and of the body in, as far as they are known. */
  sent: number;
  received: number;
  failed: boolean;
  /** ms */
  at: number;
}

/** All exchanges of one kind with one host. */
export interface LoggedExchanges extends Omit<Exchange, 'failed' | 'at'> {
  count: number;
  failed: number;
  /** ms */
  first: number;
  last: number;
}

/** So many lines are kept: those used last. */
export const mostLines = 200;

const kindsByPath: readonly (readonly [RegExp, RequestKind])[] = [
  [/^\/hub$|^\/$/, 'hello'],
  [/^\/auth\//, 'sign-in'],
  [/^\/sync\/socket/, 'live'],
  [/^\/sync\//, 'sync'],
  [/^\/bodies/, 'bodies'],
  [/^\/(?:messages\/[^/]+\/)?files\//, 'files'],
  [/^\/(?:messages\/[^/]+\/)?images/, 'images'],
  [/^\/(?:invitations|mailboxes|mail-clients|mail-sign-ins|hosted|notices)/, 'team'],
  [/^\/moves/, 'moves'],
];

export const requestKind = (path: string): RequestKind => kindsByPath.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';

/** The log with these exchanges in it, the newest line first, and no longer than `mostLines`. */
export function withExchanges(log: readonly LoggedExchanges[], exchanges: readonly Exchange[]): LoggedExchanges[] {
  const lines = new Map(log.map((line) => [`${line.host} ${line.kind}`, line]));
  for (const { host, kind, sent, received, failed, at } of exchanges) {
    const line = lines.get(`${host} ${kind}`) ?? { host, kind, sent: 0, received: 0, count: 0, failed: 0, first: at, last: at };
    lines.set(`${host} ${kind}`, {
      ...line,
      sent: line.sent + sent,
      received: line.received + received,
      count: line.count + 1,
      failed: line.failed + (failed ? 1 : 0),
      last: Math.max(line.last, at),
    });
  }
  return [...lines.values()].sort((a, b) => b.last - a.last).slice(0, mostLines);
}

let note: (exchange: Exchange) => void = () => undefined;

/** Who keeps the log; the worker says so before anything is asked. */
export function onExchange(keep: (exchange: Exchange) => void): void {
  note = keep;
}

/** Called by the port for everything that leaves, answered or not. */
export const noteExchange = (url: URL, exchange: Pick<Exchange, 'sent' | 'received' | 'failed'>): void =>
  note({ host: url.host, kind: requestKind(url.pathname), at: Date.now(), ...exchange });
