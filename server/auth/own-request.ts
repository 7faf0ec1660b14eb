import { clientIpHeader } from './make-auth';

/**
 * A request as the sign-in library should see it: under the address people use (a proxy in front may speak plain http to us), and with
 * the client's address from the socket, so that nobody can pick another rate bucket by a header of their own.
 */
export function ownRequest(request: Request, baseUrl: string, clientAddress: string): Request {
  const { pathname, search } = new URL(request.url);
  const own = new Request(new URL(pathname + search, baseUrl), request);
  own.headers.set(clientIpHeader, clientAddress);
  return own;
}

/** A call of our own pages to an endpoint of the library, in the name of the browser whose form we hold. */
export function innerCall(page: Request, path: string, body: Record<string, unknown>): Request {
  const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json', origin: new URL(page.url).origin });
  for (const name of ['cookie', 'user-agent', clientIpHeader]) {
    const value = page.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Request(new URL(path, page.url), { method: 'POST', headers, body: JSON.stringify(body) });
}
