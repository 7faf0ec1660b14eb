import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  host: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Buffer;
}
export interface Answer {
  status?: number;
  json?: unknown;
  body?: string | Buffer;
  headers?: Record<string, string>;
}
/** What goes wrong: an answer instead of the real one, or `lost`: it is done, and the line breaks before the answer. */
export type Fault = Answer | 'lost';
interface Grant {
  account: string;
  scopes: string[];
}

/** A test asked for what the documents do not have: as strict as it can be, so that nothing passes here that would not there. */
class NotDocumented extends Error {}

/** A provider's sign-in after its documents: consent page, tokens with PKCE, rotation, revocation. Its services come with a subclass. */
export abstract class FakeProvider {
  readonly client = { id: 'client-1', secret: 'hemmelig klient', redirectUri: 'https://hub.example/mail-sign-in' };
  readonly refreshed: string[] = [];
  readonly asked: Asked[] = [];
  /** Whether a refresh token is given with the consent, and a new one with each refresh. */
  lasting = true;
  protected abstract get hosts(): { authorize: string; token: string };
  protected abstract readonly rotates: boolean;
  private readonly codes = new Map<string, Grant & { challenge: string; redirectUri: string; lasting: boolean }>();
  private readonly refreshTokens = new Map<string, Grant>();
  private readonly accessTokens = new Map<string, Grant>();
  private readonly faults: { of: RegExp; fault: Fault; times: number }[] = [];
  private readonly held: { of: RegExp; until: Promise<void> }[] = [];
  private server: Server | undefined;

  async start(): Promise<this> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const [, host = '', ...path] = (request.url ?? '').split('/');
        const url = new URL(`https://${host}/${path.join('/')}`);
        const asked = {
          method: request.method ?? '',
          host,
          path: url.pathname,
          query: url.searchParams,
          headers: request.headers,
          body: Buffer.concat(chunks),
        };
        void this.answered(asked).then((answer) => {
          if (answer === 'lost') return request.socket.destroy();
          const { status = 200, json, body = json === undefined ? '' : JSON.stringify(json), headers = {} } = answer;
          return response.writeHead(status, { 'content-type': json === undefined ? 'text/html' : 'application/json', ...headers }).end(body);
        });
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop() {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** The hosts it stands in for, and where it really is. */
  get url() {
    return `http://127.0.0.1:${(this.server?.address() as AddressInfo | null)?.port}`;
  }

  /** The next so many requests whose "METHOD /path" fits go wrong. */
  fail(of: RegExp, fault: Fault, times = 1) {
    this.faults.push({ of, fault, times });
  }

  /** Requests whose "METHOD /path" fits get no answer before what it answers is called. */
  hold(of: RegExp): () => void {
    let release = () => {};
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.held.push({ of, until });
    return release;
  }

  /** Access tokens run out, as after an hour. */
  expireAccess() {
    this.accessTokens.clear();
  }
  /** Somebody took the consent back at the provider. */
  endConsent(account: string) {
    for (const tokens of [this.refreshTokens, this.accessTokens])
      for (const [token, grant] of tokens) if (grant.account === account) tokens.delete(token);
  }
  hasConsent = (account: string) => [...this.refreshTokens.values()].some((grant) => grant.account === account);

  /** Straight to a refresh token, for tests of what comes after. */
  grant(account: string, scopes: readonly string[]): string {
    return this.newToken(this.refreshTokens, { account, scopes: [...scopes] });
  }

  /** What a person does on the consent page; answers where the browser is sent. */
  consent(page: string, { account, deny = false, without = [] }: { account: string; deny?: boolean; without?: string[] }): string {
    const asked = this.authorization(new URL(page));
    const back = new URL(asked.redirectUri);
    back.searchParams.set('state', asked.state);
    if (deny) back.searchParams.set('error', 'access_denied');
    else {
      const code = randomUUID();
      const scopes = asked.scopes.filter((scope) => !without.includes(scope));
      this.codes.set(code, { account, scopes, challenge: asked.challenge, redirectUri: asked.redirectUri, lasting: this.lasting && asked.lasting });
      back.searchParams.set('code', code);
    }
    return back.href;
  }

  protected abstract readonly people: Iterable<string>;
  protected abstract isScope(scope: string): boolean;
  /** Parameters of the authorisation page besides those of the protocol, and whether they ask for lasting access. */
  protected abstract readonly pageParameters: readonly string[];
  protected abstract asksLasting(query: URLSearchParams): boolean;
  /** Which scopes a token for this request has. */
  protected abstract tokenScopes(granted: string[], asked: string | null): string[];
  protected abstract serve(asked: Asked, grant: Grant): Promise<Answer>;
  /** What needs no token, because the address itself holds one. */
  protected serveOpen(_asked: Asked): Answer | undefined {
    return undefined;
  }

  private authorization(page: URL) {
    const query = page.searchParams;
    const known = ['client_id', 'redirect_uri', 'response_type', 'scope', 'state', 'code_challenge', 'code_challenge_method', ...this.pageParameters];
    const strange = [...query.keys()].find((name) => !known.includes(name));
    if (strange) throw new NotDocumented(`parameter ${strange}`);
    const [scopes, challenge] = [(query.get('scope') ?? '').split(' '), query.get('code_challenge') ?? ''];
    if (query.get('client_id') !== this.client.id || query.get('redirect_uri') !== this.client.redirectUri) throw new NotDocumented('client');
    if (query.get('response_type') !== 'code' || query.get('code_challenge_method') !== 'S256') throw new NotDocumented('flow');
    if (!/^[\w-]{43}$/.test(challenge) || (query.get('state') ?? '').length < 20) throw new NotDocumented('challenge or state');
    const foreign = scopes.find((scope) => !this.isScope(scope));
    if (foreign !== undefined) throw new NotDocumented(`scope ${foreign}`);
    return { scopes, challenge, state: query.get('state') ?? '', redirectUri: this.client.redirectUri, lasting: this.asksLasting(query) };
  }

  private async answered(asked: Asked): Promise<Answer | 'lost'> {
    this.asked.push(asked);
    for (const { of, until } of this.held) if (of.test(`${asked.method} ${asked.path}`)) await until;
    const planned = this.faults.find(({ of, times }) => times > 0 && of.test(`${asked.method} ${asked.path}`));
    if (planned) planned.times -= 1;
    if (planned && planned.fault !== 'lost') return planned.fault;
    try {
      const answer = await this.route(asked);
      return planned ? 'lost' : answer;
    } catch (fault) {
      return { status: 400, json: { error: { code: 400, message: `Not documented: ${String(fault)}` } } };
    }
  }

  private async route(asked: Asked): Promise<Answer> {
    const place = asked.host + asked.path;
    if (place === this.hosts.authorize) return this.page(`https://${asked.host}${asked.path}?${asked.query}`);
    if (place === this.hosts.token) return this.token(new URLSearchParams(asked.body.toString()));
    if (place === 'oauth2.googleapis.com/revoke') return this.revoke(new URLSearchParams(asked.body.toString()));
    const open = this.serveOpen(asked);
    if (open) return open;
    const token = /^Bearer (.+)$/.exec(asked.headers.authorization ?? '')?.[1] ?? '';
    const grant = this.accessTokens.get(token);
    if (!grant) return { status: 401, json: { error: { code: 401, message: 'Invalid authentication credentials' } } };
    return this.serve(asked, grant);
  }

  private page(url: string): Answer {
    const link = (label: string, href: string) => `<p><a href="${href.replaceAll('&', '&amp;')}">${label}</a></p>`;
    const people = [...this.people].map((account) => link(`Continue as ${account}`, this.consent(url, { account })));
    return {
      body: `<!doctype html><title>Sign in</title><h1>Choose an account</h1>${people.join('')}${link('Cancel', this.consent(url, { account: '', deny: true }))}`,
    };
  }

  private token(form: URLSearchParams): Answer {
    const error = (code: string, status = 400) => ({ status, json: { error: code, error_description: `Bad ${code}` } });
    if (form.get('client_id') !== this.client.id || form.get('client_secret') !== this.client.secret) return error('invalid_client', 401);
    if (form.get('grant_type') === 'authorization_code') {
      const code = this.codes.get(form.get('code') ?? '');
      this.codes.delete(form.get('code') ?? '');
      const proof = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (!code || proof !== code.challenge || form.get('redirect_uri') !== code.redirectUri) return error('invalid_grant');
      return this.tokens(code, form, code.lasting ? this.newToken(this.refreshTokens, code) : undefined);
    }
    if (form.get('grant_type') !== 'refresh_token') return error('unsupported_grant_type');
    const old = form.get('refresh_token') ?? '';
    const grant = this.refreshTokens.get(old);
    if (!grant) return error('invalid_grant');
    this.refreshed.push(old);
    if (!this.rotates) return this.tokens(grant, form, undefined);
    this.refreshTokens.delete(old);
    return this.tokens(grant, form, this.newToken(this.refreshTokens, grant));
  }

  private tokens({ account, scopes }: Grant, form: URLSearchParams, refreshToken: string | undefined): Answer {
    const given = this.tokenScopes(scopes, form.get('scope'));
    const access = this.newToken(this.accessTokens, { account, scopes: given });
    const lasting = refreshToken ? { refresh_token: refreshToken } : {};
    return { json: { access_token: access, expires_in: 3599, token_type: 'Bearer', scope: given.join(' '), ...lasting } };
  }

  private revoke(form: URLSearchParams): Answer {
    const grant = this.refreshTokens.get(form.get('token') ?? '');
    if (grant) this.endConsent(grant.account);
    return grant ? { json: {} } : { status: 400, json: { error: 'invalid_token' } };
  }

  private newToken(among: Map<string, Grant>, { account, scopes }: Grant): string {
    const token = randomUUID();
    among.set(token, { account, scopes });
    return token;
  }
}

/** All requests to the hosts of these, led to them; the rest goes nowhere. */
export const fetchFrom =
  (...providers: FakeProvider[]): typeof fetch =>
  (input, init) => {
    const url = new URL(String(input));
    const google = /(^|\.)(google|googleapis)\.com$/.test(url.hostname);
    const provider = providers.find((one) => (one.constructor.name === 'FakeGoogle') === google);
    if (!provider || url.protocol !== 'https:') throw new Error(`nobody stands in for ${url.origin}`);
    return fetch(`${provider.url}/${url.hostname}${url.pathname}${url.search}`, init);
  };

/** A parameter the documents do not name is a mistake of ours. */
export function onlyKnows(query: URLSearchParams, names: readonly string[]) {
  const strange = [...query.keys()].find((name) => !names.includes(name));
  if (strange !== undefined) throw new NotDocumented(`parameter ${strange}`);
}
