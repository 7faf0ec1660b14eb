import { request as requestInTheClear } from 'node:http';
import { type RequestOptions, request as requestByTls } from 'node:https';

/** A person's browser, as far as pages with forms and cookies go: no script, redirects not followed. */
export class AuthBrowser {
  private readonly cookies = new Map<string, string>();

  /** `line`: what the connection is made with, as the certificate to trust. */
  constructor(
    readonly language = 'en',
    private readonly line: RequestOptions = {},
  ) {}

  async get(url: string): Promise<Page> {
    return this.send(url, { headers: this.headers() });
  }

  /** Fills the one form of a page and presses its button. */
  async submit(page: Page, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Page> {
    const action = /<form method="post"(?: action="([^"]*)")?/.exec(page.text);
    if (!action) throw new Error(`no form on ${page.url}: ${page.text.slice(0, 200)}`);
    const filled = [...page.text.matchAll(/<input\b[^>]*\bname="(\w+)"[^>]*\bvalue="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      unescapeHtml(value),
    ]);
    const body = new URLSearchParams({ ...Object.fromEntries(filled), ...fields });
    const origin = new URL(page.url).origin;
    const url = new URL(action[1] ?? page.url, page.url).href;
    return this.send(url, { method: 'POST', body, headers: { ...this.headers(), origin, ...headers } });
  }

  get hasSession() {
    return [...this.cookies.keys()].some((name) => name.endsWith('session_token'));
  }
  cookie(name: string) {
    return this.cookies.get(name);
  }
  forgetCookies() {
    this.cookies.clear();
  }

  private headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { accept: 'text/html', 'accept-language': this.language, 'sec-fetch-mode': 'navigate', ...(cookie ? { cookie } : {}) };
  }

  private async send(url: string, init: { method?: string; headers: Record<string, string>; body?: URLSearchParams }): Promise<Page> {
    const answer = await ask(url, { ...init, line: this.line });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    return { url, ...answer, location: location && new URL(location, url).href };
  }
}

/** Plain HTTP: Node's own `fetch` would say `Sec-Fetch-Mode: cors`, which no navigation does. */
const ask = (
  url: string,
  { method = 'GET', headers, body, line }: { method?: string; headers: Record<string, string>; body?: URLSearchParams; line: RequestOptions },
) =>
  new Promise<{ status: number; headers: Headers; text: string }>((resolve, reject) => {
    const type = body ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
    const request = url.startsWith('https:') ? requestByTls : requestInTheClear;
    const sent = request(url, { ...line, method, headers: { ...headers, ...type } }, async (response) => {
      const got = new Headers();
      for (const [name, values] of Object.entries(response.headersDistinct)) for (const value of values ?? []) got.append(name, value);
      let text = '';
      for await (const chunk of response.setEncoding('utf8')) text += chunk;
      resolve({ status: response.statusCode ?? 0, headers: got, text });
    });
    sent.on('error', reject).end(body?.toString());
  });

export interface Page {
  url: string;
  status: number;
  text: string;
  headers: Headers;
  location: string | null;
}

const unescapeHtml = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
