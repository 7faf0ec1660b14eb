import { lookup as resolve } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './is-public-address';
import { rasterTypeOf } from './raster-type-of';

export interface ImagePolicy {
  /** Decides on the very address that is connected to, at every hop: a name may resolve to something else a moment later (S19). */
  mayConnect(address: string): boolean;
  ports: ReadonlySet<string>;
  mostBytes: number;
  /** ms for all of it, redirects included. */
  timeout: number;
}

export const publicInternet: ImagePolicy = { mayConnect: isPublicAddress, ports: new Set(['', '80', '443']), mostBytes: 10 << 20, timeout: 10_000 };

const mostHops = 5;

/** A remote image as `data:` URL, or nothing if it is not there, not an image, too large, too slow or not on the public internet. */
export async function fetchPublicImage(address: string, policy: ImagePolicy = publicInternet): Promise<string | undefined> {
  const end = AbortSignal.timeout(policy.timeout);
  try {
    let url = new URL(address);
    for (let hop = 0; hop <= mostHops; hop++) {
      const answer = await ask(url, policy, end);
      const { statusCode = 0, headers } = answer;
      if (statusCode >= 300 && statusCode < 400 && headers.location) {
        answer.destroy();
        url = new URL(headers.location, url);
        continue;
      }
      if (statusCode !== 200) {
        answer.destroy();
        return undefined;
      }
      const bytes = await readAtMost(answer, policy.mostBytes);
      const type = bytes && rasterTypeOf(bytes);
      return type && `data:${type};base64,${bytes.toString('base64')}`;
    }
    return undefined;
  } catch {
    // Whatever went wrong at somebody else's server: there is no image, and which of the reasons it was is nobody's business (S19).
    return undefined;
  }
}

function ask(url: URL, policy: ImagePolicy, signal: AbortSignal): Promise<IncomingMessage> {
  if (!/^https?:$/.test(url.protocol) || !policy.ports.has(url.port) || url.username || url.password) throw new Error('not a public address');
  const name = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is never looked up, so it is judged here.
  if (isIP(name) && !policy.mayConnect(name)) throw new Error('not a public address');
  return new Promise((answer, reject) => {
    const options = {
      lookup: guardedLookup(policy),
      signal,
      agent: false as const,
      headers: { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'Mozilla/5.0 (compatible; image proxy)' },
    };
    const request: ClientRequest = url.protocol === 'https:' ? requestHttps(url, options, answer) : requestHttp(url, options, answer);
    request.on('error', reject);
    request.end();
  });
}

/** The resolver of the socket itself: what it hands out is what is connected to. */
const guardedLookup =
  (policy: ImagePolicy): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (fault, found) => {
      const allowed = fault ? [] : found.filter(({ address }) => policy.mayConnect(address));
      const [first] = allowed;
      if (!first || allowed.length < found.length) return callback(fault ?? new Error('not a public address'), '', 0);
      return options.all ? callback(null, allowed) : callback(null, first.address, first.family);
    });
  };

async function readAtMost(answer: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) {
      answer.destroy();
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
