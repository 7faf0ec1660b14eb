import type * as z from 'zod/mini';
import type { Id } from '../../../../domain/model/ids';
import type { MailboxProblemCode, MailProvider } from '../../../../domain/model/mailbox';
import { MailboxFault, problemOutside } from '../imap/mailbox-fault';
import type { HandOver } from '../mail-transport';
import type { AccessTokens } from '../oauth/access-tokens';
import type { Fetch } from '../oauth/token-endpoint';
import { ApiFault, faultIn, isSlowDown } from './api-fault';
import { readAtMost } from './read-at-most';

export type Pause = (ms: number) => Promise<void>;

export interface CallerHost {
  tokens: AccessTokens;
  fetch: Fetch;
  pause?: Pause;
}

/** A token goes to its own service alone, whatever address an answer names to go on at. */
const origins: Record<MailProvider, string> = { google: 'https://gmail.googleapis.com', microsoft: 'https://graph.microsoft.com' };

/** Where a provider takes large files, at an address it gave that carries its own authorisation. */
const uploadHosts: readonly string[] = ['outlook.office.com', 'outlook.office365.com'];

/** ms one answer may take, and the longest a service may ask us to wait before it is told as a problem. */
const [patience, longestWait] = [60_000, 60_000];
/** Bytes a millisecond that a line may be expected to take: a large mail gets the time it needs. */
const slowestLine = 50;
/** Nothing was said to anybody. */
const unreached = new Set<MailboxProblemCode>(['no-such-host', 'lookup-failed', 'nobody-answers', 'bad-certificate']);
const tries = 4;
/** Of JSON; a mail comes in one, in Base64. */
const mostJson = 80 * 1024 * 1024;

const sleep: Pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export interface ApiRequest {
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

/** Calls a provider's mail API for one mailbox: with its token, again after a pause where the service asks for one, and its faults by name. */
export class ApiCaller {
  readonly pause: Pause;

  constructor(
    private readonly channelId: Id,
    private readonly provider: MailProvider,
    private readonly host: CallerHost,
  ) {
    this.pause = host.pause ?? sleep;
  }

  /** Throws `ApiFault` for an answer that is about what was asked for, `MailboxFault` for all that ends the look. */
  async get<T>(path: string, schema: z.ZodMiniType<T>, headers: Record<string, string> = {}): Promise<T> {
    return this.read(await this.answered(path, { headers }), schema);
  }

  /** The answer's bytes, or the first so many of them. */
  async bytes(path: string, most: number, headers: Record<string, string> = {}): Promise<{ bytes: Buffer; cut: boolean }> {
    return readAtMost(await this.answered(path, { headers }), most);
  }

  /** Makes something that is nothing yet to anybody outside; what became of it is told, or thrown as by `get`. */
  async make<T>(path: string, request: ApiRequest, schema: z.ZodMiniType<T>): Promise<T> {
    return this.read(await this.answered(path, { method: 'POST', ...request }), schema);
  }

  async remove(path: string): Promise<void> {
    await (await this.answered(path, { method: 'DELETE' })).body?.cancel();
  }

  /** To an address the service gave for one large file. No token goes there: the address holds its own. */
  upload(address: string, init: ApiRequest & { method: 'GET' | 'PUT' }): Promise<Response> {
    const { protocol, host } = new URL(address);
    if (protocol !== 'https:' || !uploadHosts.includes(host)) throw this.problem('hostile-server');
    return this.host.fetch(address, { ...init, ...within(init) });
  }

  /** Sends once. An answer decides; without one nobody knows, unless the service was never reached. */
  async send(path: string, request: ApiRequest): Promise<HandOver> {
    let response: Response;
    try {
      response = await this.authorized(path, { method: 'POST', ...request });
    } catch (fault) {
      const problem = problemOutside(fault, this.provider);
      const { code, words } = problem;
      const neverThere = fault instanceof MailboxFault || unreached.has(code);
      if (neverThere) return { result: 'retry', text: words, problem };
      return { result: 'unknown', text: words || (fault instanceof Error ? fault.message : String(fault)) };
    }
    if (response.ok) return { result: 'sent', text: '' };
    return this.outcomeOf(await faultIn(response));
  }

  /** A fault met by a question that is about no mail: whatever it is, the mailbox sends nothing until it is over. */
  keptOut(fault: unknown): HandOver {
    const problem = problemOutside(fault, this.provider);
    return { result: 'retry', text: problem.words || problem.code, problem };
  }

  /** A fault met before anything was sent: it may be tried again, unless it is about this mail. */
  notSent(fault: unknown): HandOver {
    if (fault instanceof ApiFault) {
      const outcome = this.outcomeOf(fault);
      return outcome.result === 'failed' ? outcome : { ...outcome, result: 'retry' };
    }
    const problem = problemOutside(fault, this.provider);
    // A line that breaks over a large file is about that mail.
    return { result: 'retry', text: problem.words, ...(fault instanceof MailboxFault ? { problem } : {}) };
  }

  /** What is about us waits until it is mended, and what asks for a pause gets one; the rest is about this mail. */
  private outcomeOf(fault: ApiFault): HandOver {
    const text = fault.words || `${fault.status}`;
    const code = isSlowDown(fault) ? 'slow-down' : fault.status === 401 ? 'consent-ended' : fault.status === 403 ? 'permission-missing' : undefined;
    if (code) return { result: 'retry', text, problem: this.problem(code, fault.words).problem };
    return { result: fault.status >= 500 ? 'unknown' : 'failed', text };
  }

  /** Again after a pause where the service asks for one; after a fault of its own only what is read, which changes nothing. */
  private async answered(path: string, init: ApiRequest & { method?: string }): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.authorized(path, init);
      if (response.ok) return response;
      const fault = await faultIn(response);
      if (fault.status === 401) throw this.problem('consent-ended', fault.words);
      const wait = fault.retryAfter ?? 500 * 2 ** attempt * (0.8 + 0.4 * Math.random());
      const passing = isSlowDown(fault) || (fault.status >= 500 && init.method === undefined);
      if (!passing) throw fault.status === 403 ? this.problem('permission-missing', fault.words) : fault;
      if (attempt === tries || wait > longestWait) throw this.problem(isSlowDown(fault) ? 'slow-down' : 'server-refused', fault.words);
      await this.pause(wait);
    }
  }

  private async read<T>(response: Response, schema: z.ZodMiniType<T>): Promise<T> {
    const { bytes, cut } = await readAtMost(response, mostJson);
    const parsed = cut ? undefined : schema.safeParse(jsonOf(bytes));
    if (!parsed?.success) throw this.problem('hostile-server');
    return parsed.data;
  }

  /** With a token, and once more with another where it was not taken: then surely nothing was done. */
  private async authorized(path: string, init: ApiRequest & { method?: string }): Promise<Response> {
    const { tokens } = this.host;
    const token = await tokens.of(this.channelId);
    const response = await this.ask(path, init, token);
    if (response.status !== 401) return response;
    await response.body?.cancel();
    return this.ask(path, init, await tokens.of(this.channelId, token));
  }

  private ask(path: string, init: ApiRequest & { method?: string }, token: string): Promise<Response> {
    const origin = origins[this.provider];
    const url = new URL(path, origin);
    if (url.origin !== origin) throw this.problem('hostile-server');
    return this.host.fetch(url.href, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${token}` },
      ...within(init),
    });
  }

  problem(code: MailboxProblemCode, words = '') {
    return new MailboxFault({ code, server: this.provider, words: words.slice(0, 1000) });
  }
}

const within = ({ body }: ApiRequest) => ({
  redirect: 'error' as const,
  signal: AbortSignal.timeout(patience + Math.ceil((body?.length ?? 0) / slowestLine)),
});

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
