import { randomUUID } from 'node:crypto';
import { type Answer, type Asked, FakeProvider, onlyKnows } from './fake-provider';

interface GraphMail {
  id: string;
  folder: 'inbox' | 'sentitems' | 'drafts';
  at: number;
  raw: string;
  /** Grows with every change in the account. */
  change: number;
}

const graph = (name: string) => `https://graph.microsoft.com/${name}`;
export const graphScopes = ['Mail.Read', 'Mail.Send', 'User.Read'].map(graph).concat('offline_access');
const outlookScopes = ['IMAP.AccessAsUser.All', 'SMTP.Send'].map((name) => `https://outlook.office.com/${name}`);
const messageIdOf = (raw: string) => /^message-id:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? '';
/** Microsoft allows so many requests to one mailbox at a time. */
const mostAtOnce = 4;

/** Microsoft's sign-in and Graph's mail, as documented, for accounts a test puts mail into. */
export class FakeMicrosoft extends FakeProvider {
  protected readonly hosts = {
    authorize: 'login.microsoftonline.com/organizations/oauth2/v2.0/authorize',
    token: 'login.microsoftonline.com/organizations/oauth2/v2.0/token',
  };
  protected readonly rotates = true;
  protected readonly pageParameters = ['response_mode', 'prompt', 'login_hint'];
  pageSize = 500;
  /** Delta links from before this change are forgotten. */
  oldestDelta = 0;
  readonly sent: string[] = [];
  private readonly boxes = new Map<string, GraphMail[]>();
  private changes = 1;
  private atOnce = 0;

  account(address: string) {
    this.boxes.set(address, []);
    return address;
  }

  put(address: string, raw: string, { folder = 'inbox' as GraphMail['folder'], at = Date.now() } = {}): string {
    this.changes += 1;
    const id = `AAkALg${randomUUID()}=`;
    this.boxOf(address).push({ id, folder, at, raw, change: this.changes });
    return id;
  }

  protected get people() {
    return this.boxes.keys();
  }
  protected isScope = (scope: string) => graphScopes.includes(scope) || outlookScopes.includes(scope);
  protected asksLasting = (query: URLSearchParams) => (query.get('scope') ?? '').split(' ').includes('offline_access');
  protected tokenScopes(granted: string[], asked: string | null) {
    const wanted = asked?.split(' ') ?? granted;
    const services = new Set(wanted.filter((scope) => scope.startsWith('https:')).map((scope) => new URL(scope).host));
    if (services.size !== 1) throw new Error('a token is for one service');
    // Names come back without their service where that is Graph.
    return wanted.filter((scope) => granted.includes(scope) && scope !== 'offline_access').map((scope) => scope.replace(graph(''), ''));
  }

  protected async serve(asked: Asked, grant: { account: string; scopes: string[] }): Promise<Answer> {
    this.atOnce += 1;
    try {
      if (this.atOnce > mostAtOnce) return microsoftBusy();
      // Long enough for requests to be under way at once.
      await new Promise((resolve) => setImmediate(resolve));
      return this.answer(asked, grant);
    } finally {
      this.atOnce -= 1;
    }
  }

  private answer({ method, host, path, query, headers, body }: Asked, { account, scopes }: { account: string; scopes: string[] }): Answer {
    const place = `${method} ${host}${path}`;
    const me = 'graph.microsoft.com/v1.0/me';
    const mails = this.boxOf(account);
    if (place === `GET ${me}`) {
      onlyKnows(query, ['$select']);
      return scopes.includes('User.Read') ? { json: { mail: account, userPrincipalName: `upn.${account}` } } : denied;
    }
    if (place === `POST ${me}/sendMail`) return scopes.includes('Mail.Send') ? this.send(account, String(headers['content-type']), body) : denied;
    if (!scopes.includes('Mail.Read')) return denied;
    const [, folder] = new RegExp(`^GET ${me}/mailFolders/(inbox|sentitems)/messages/delta$`).exec(place) ?? [];
    if (folder) return this.delta(mails, folder, query, String(headers.prefer));
    if (place === `GET ${me}/mailFolders/sentitems/messages`) {
      onlyKnows(query, ['$filter', '$select', '$top']);
      const wanted = /^internetMessageId eq '((?:[^']|'')+)'$/.exec(query.get('$filter') ?? '')?.[1]?.replaceAll("''", "'");
      if (wanted === undefined) throw new Error('bad filter');
      return { json: { value: mails.filter((mail) => mail.folder === 'sentitems' && messageIdOf(mail.raw) === wanted).map(({ id }) => ({ id })) } };
    }
    const [, id] = new RegExp(`^GET ${me}/messages/([^/]+)/\\$value$`).exec(place) ?? [];
    if (id === undefined) throw new Error(`no such address: ${place}`);
    const mail = mails.find((one) => one.id === decodeURIComponent(id));
    return mail
      ? { body: mail.raw, headers: { 'content-type': 'text/plain' } }
      : error(404, 'ErrorItemNotFound', 'The specified object was not found.');
  }

  private delta(mails: GraphMail[], folder: string, query: URLSearchParams, prefer: string): Answer {
    onlyKnows(query, ['$select', '$deltatoken', '$skiptoken']);
    if (!prefer.includes('IdType="ImmutableId"')) throw new Error('ids that change');
    const token = query.get('$skiptoken') ?? query.get('$deltatoken') ?? '0-0';
    const [since, from] = token.split('-').map(Number) as [number, number];
    if (query.has('$deltatoken') && since < this.oldestDelta) return error(410, 'SyncStateNotFound', 'The sync state generation is not found.');
    const news = mails.filter((mail) => mail.folder === folder && mail.change > since);
    const size = Math.min(this.pageSize, Number(/odata\.maxpagesize=(\d+)/.exec(prefer)?.[1] ?? 10));
    const value = news
      .slice(from, from + size)
      .map(({ id, at }) => ({ id, receivedDateTime: `${new Date(at).toISOString().slice(0, 19)}Z`, isDraft: false }));
    const link = `https://graph.microsoft.com/v1.0/me/mailFolders/${folder}/messages/delta?`;
    const next =
      from + size < news.length
        ? { '@odata.nextLink': `${link}$skiptoken=${since}-${from + size}` }
        : { '@odata.deltaLink': `${link}$deltatoken=${this.changes}-0` };
    return { json: { value, ...next } };
  }

  private send(account: string, type: string, body: Buffer): Answer {
    if (!type.startsWith('text/plain')) throw new Error('MIME is sent as text/plain');
    if (body.length > 4 * 1024 * 1024) return error(413, 'RequestEntityTooLarge', 'The content length of the request exceeds the limit.');
    const raw = Buffer.from(body.toString(), 'base64').toString();
    if (!new RegExp(`^From: .*${account}`, 'm').test(raw))
      return error(403, 'ErrorSendAsDenied', 'The user account does not have the right to send mail on behalf of the specified sending account.');
    this.sent.push(raw);
    const kept = raw.replace(/^Bcc:(.*\r\n)([ \t].*\r\n)*/im, '').replace(/^From: .*$/m, `From: Office 365 <${account}>`);
    this.put(account, kept, { folder: 'sentitems' });
    return { status: 202 };
  }

  private boxOf(address: string) {
    const box = this.boxes.get(address);
    if (!box) throw new Error(`no account ${address}`);
    return box;
  }
}

const error = (status: number, code: string, message: string): Answer => ({ status, json: { error: { code, message } } });
const denied = error(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
/** What Graph says when too much is asked. */
export const microsoftBusy = (seconds = 7): Answer => ({
  ...error(429, 'ApplicationThrottled', 'Application is over its limit.'),
  headers: { 'retry-after': String(seconds) },
});
