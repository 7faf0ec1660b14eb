import { Unreachable } from '../../sync/ports';
import { NotTheHub, OriginNotAllowed } from './network-errors';
import { noteExchange } from './network-log';

export interface NetworkRequest {
  url: string;
  /** Origins of the connections there are (or of the one being made). Nothing else is ever asked (X4). */
  allow: readonly string[];
  method?: 'GET' | 'POST' | 'PUT';
  headers?: Record<string, string>;
  body?: BodyInit;
  /** For the whole exchange, body included, ms. */
  timeoutMs?: number;
}

export type NetworkAnswer<Body> = { status: number; body: Body };

/** The extension's only door to the network. Cookies and referrer stay here; redirects are not followed; every wait has an end. */
async function exchange<Body>(
  request: NetworkRequest,
  read: (response: Response) => Promise<{ body: Body; size: number }>,
): Promise<NetworkAnswer<Body>> {
  const url = new URL(request.url);
  if (!request.allow.includes(url.origin)) throw new OriginNotAllowed(url.origin);
  const { method = 'GET', headers = {}, body, timeoutMs = 30_000 } = request;
  const exchanged = { sent: sizeOf(body), received: 0, failed: true };
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) throw new NotTheHub('redirected', url.origin);
    const answer = await read(response);
    Object.assign(exchanged, { received: answer.size, failed: false });
    return { status: response.status, body: answer.body };
  } catch (error) {
    if (error instanceof Unreachable) throw error;
    throw new Unreachable(`${url.origin} does not answer`, { cause: error });
  } finally {
    noteExchange(url, exchanged);
  }
}

/** Bytes of a body, where it is one whose size can be told. */
function sizeOf(body: BodyInit | undefined): number {
  if (body === undefined) return 0;
  if (body instanceof Blob) return body.size;
  if (typeof body === 'string' || body instanceof URLSearchParams) return new Blob([body.toString()]).size;
  return body instanceof ArrayBuffer || ArrayBuffer.isView(body) ? body.byteLength : 0;
}

/** A JSON answer of any status. A page of HTML with status 200, as captive portals send it, is no answer (F3). */
export const fetchJson = (request: NetworkRequest): Promise<NetworkAnswer<unknown>> =>
  exchange(request, async (response) => {
    const type = response.headers.get('content-type') ?? '';
    if (!type.startsWith('application/json')) throw new NotTheHub('wrong-type', `status ${response.status}, ${type || 'no type'}`);
    const text = await response.text();
    return { body: JSON.parse(text) as unknown, size: new Blob([text]).size };
  });

/** Bytes of any type and status. What they are worth, the caller proves: a file by its hash. */
export const fetchBytes = (request: NetworkRequest): Promise<NetworkAnswer<Blob>> =>
  exchange(request, async (response) => {
    const body = await response.blob();
    return { body, size: body.size };
  });
