import { randomUUID } from 'node:crypto';
import { FakeGraphUploads, type GraphFile } from './fake-graph-uploads';
import { type Answer, type Asked, FakeProvider, onlyKnows } from './fake-provider';

interface GraphMail {
  id: string;
  /** A well-known name, or the id of one below the archive. */
  folder: string;
  at: number;
  raw: string;
  /** Grows with every change in the account. */
  change: number;
  files: GraphFile[];
}

const graph = (name: string) => `https://graph.microsoft.com/${name}`;
export const graphScopes = ['Mail.ReadWrite', 'Mail.Send', 'User.Read'].map(graph).concat('offline_access');
const outlookScopes = ['IMAP.AccessAsUser.All', 'SMTP.Send'].map((name) => `https://outlook.office.com/${name}`);
const messageIdOf = (raw: string) => /^message-id:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? '';
/** Microsoft allows so many requests to one mailbox at a time. */
const mostAtOnce = 4;
const mostInRequest = 4 * 1024 * 1024;

/** Microsoft's sign-in and Graph's mail, as documented, for accounts a test puts mail into. */
export class FakeMicrosoft extends FakeProvider {
  /** The directory people sign in to, as the client names it. */
  tenant = 'organizations';
  /** Accounts of outlook.com, hotmail and the like, which no organisation has. */
  readonly personal = new Set<string>();
  protected get hosts() {
    const login = `login.microsoftonline.com/${this.tenant}/oauth2/v2.0`;
    return { authorize: `${login}/authorize`, token: `${login}/token` };
  }
  protected readonly rotates = true;
  protected readonly pageParameters = ['response_mode', 'prompt', 'login_hint'];
  pageSize = 500;
  /** Delta links from before this change are forgotten. */
  oldestDelta = 0;
  /** Bytes of the largest mail, which an administrator may set. */
  largestMail = 35 * 1024 * 1024;
  /** Accounts without a mailbox in the cloud: no licence, or one in the organisation's own house. */
  readonly withoutMail = new Set<string>();
  readonly sent: string[] = [];
  readonly uploads = new FakeGraphUploads();
  private readonly boxes = new Map<string, GraphMail[]>();
  private readonly folders: { address: string; under: string; id: string }[] = [];
  private changes = 1;
  private atOnce = 0;

  account(address: string) {
    this.boxes.set(address, []);
    return address;
  }

  put(address: string, raw: string, { folder = 'inbox', at = Date.now() } = {}): string {
    this.changes += 1;
    const id = `AAkALg${randomUUID()}=`;
    this.boxOf(address).push({ id, folder, at, raw, change: this.changes, files: [] });
    return id;
  }

  /** The folder Outlook archives to, which is made when somebody first does. */
  archiveOf(address: string): string {
    const id = 'archive';
    if (!this.folders.some((one) => one.address === address && one.id === id)) this.folders.push({ address, under: '', id });
    return id;
  }

  /** Somebody makes a folder below another; answers its id. */
  makeFolder(address: string, under: string): string {
    const id = `AQMkAD${this.folders.length}/=`;
    this.folders.push({ address, under, id });
    return id;
  }

  /** What lies in a folder, oldest first. */
  mailsIn = (address: string, folder: string) => this.boxOf(address).filter((mail) => mail.folder === folder);

  protected override serveOpen = (asked: Asked) => this.uploads.serve(asked);

  override consent(page: string, choice: Parameters<FakeProvider['consent']>[1]): string {
    if (!choice.deny && !this.letsIn(choice.account))
      throw new Error('AADSTS500200: a personal Microsoft account, which this directory does not take');
    return super.consent(page, choice);
  }
  protected get people() {
    return [...this.boxes.keys()].filter((account) => this.letsIn(account));
  }
  private letsIn = (account: string) => (this.personal.has(account) ? /^(common|consumers)$/.test(this.tenant) : this.tenant !== 'consumers');
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
    if (this.withoutMail.has(account)) return noMailbox;
    if (place === `POST ${me}/sendMail`) return scopes.includes('Mail.Send') ? this.send(account, String(headers['content-type']), body) : denied;
    if (!scopes.includes('Mail.ReadWrite')) return denied;
    const [, name = '', inside] = new RegExp(`^GET ${me}/mailFolders/([^/]+)/(childFolders|messages/delta)$`).exec(place) ?? [];
    const folder = decodeURIComponent(name);
    if (inside && !/^(inbox|sentitems)$/.test(folder) && !this.folders.some(({ address, id }) => address === account && id === folder)) return noItem;
    if (inside === 'childFolders') return this.childFolders(account, folder, query);
    if (inside) return this.delta(mails, folder, query, String(headers.prefer));
    const [, searched] = new RegExp(`^GET ${me}/mailFolders/(sentitems|drafts)/messages$`).exec(place) ?? [];
    if (searched) {
      onlyKnows(query, ['$filter', '$select', '$top']);
      const wanted = /^internetMessageId eq '((?:[^']|'')+)'$/.exec(query.get('$filter') ?? '')?.[1]?.replaceAll("''", "'");
      if (wanted === undefined) throw new Error('bad filter');
      return { json: { value: mails.filter((mail) => mail.folder === searched && messageIdOf(mail.raw) === wanted).map(({ id }) => ({ id })) } };
    }
    if (place === `POST ${me}/messages`) return this.makeDraft(account, { headers, body });
    const [, id, act] = new RegExp(`${me}/messages/([^/]+)(/.+)?$`).exec(place) ?? [];
    const mail = mails.find((one) => one.id === decodeURIComponent(id ?? ''));
    if (id === undefined) throw new Error(`no such address: ${place}`);
    if (!mail) return noItem;
    if (method === 'GET' && act === '/$value') return { body: mail.raw, headers: { 'content-type': 'text/plain' } };
    if (method === 'DELETE' && act === undefined) return this.remove(mails, mail);
    if (mail.folder !== 'drafts') throw new Error('only a draft can be changed');
    if (method === 'POST' && act === '/send') return scopes.includes('Mail.Send') ? this.sendDraft(mail, account, body) : denied;
    if (method !== 'POST' || !act?.startsWith('/attachments')) throw new Error(`no such address: ${place}`);
    if (headers['content-type'] !== 'application/json') throw new Error('attachments are JSON');
    const about = JSON.parse(body.toString()) as Record<string, unknown>;
    return act === '/attachments' ? this.uploads.attach(mail.files, about) : this.uploads.open(mail.files, { about, account, id });
  }

  private makeDraft(account: string, { headers, body }: Pick<Asked, 'headers' | 'body'>): Answer {
    if (headers['content-type'] !== 'text/plain') throw new Error('MIME is text/plain');
    if (headers.prefer !== 'IdType="ImmutableId"') throw new Error('ids that change');
    if (body.length > mostInRequest) return tooLarge;
    const id = this.put(account, Buffer.from(body.toString(), 'base64').toString(), { folder: 'drafts' });
    return { status: 201, json: { id, isDraft: true } };
  }

  /** The draft becomes the copy in Sent, under the same id since that is immutable. */
  private sendDraft(mail: GraphMail, account: string, body: Buffer): Answer {
    if (body.length > 0) throw new Error('send has no body');
    if (mail.raw.length + mail.files.reduce((sum, { bytes }) => sum + bytes.length, 0) > this.largestMail)
      return error(413, 'ErrorMessageSizeExceeded', 'The message exceeds the maximum supported size.');
    this.sent.push(mail.raw);
    this.changes += 1;
    Object.assign(mail, { folder: 'sentitems', raw: asKept(mail.raw, account), change: this.changes });
    return { status: 202 };
  }

  private remove(mails: GraphMail[], mail: GraphMail): Answer {
    mails.splice(mails.indexOf(mail), 1);
    return { status: 204 };
  }

  private childFolders(account: string, folder: string, query: URLSearchParams): Answer {
    onlyKnows(query, ['$select', '$top', '$skip']);
    const below = this.folders.filter(({ address, under }) => address === account && under === folder);
    const from = Number(query.get('$skip') ?? 0);
    const value = below.slice(from, from + 1).map(({ id }) => ({ id }));
    const link = `https://graph.microsoft.com/v1.0/me/mailFolders/${encodeURIComponent(folder)}/childFolders?$select=id&$top=100&$skip=${from + 1}`;
    return { json: { value, ...(below.length > from + 1 ? { '@odata.nextLink': link } : {}) } };
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
    const link = `https://graph.microsoft.com/v1.0/me/mailFolders/${encodeURIComponent(folder)}/messages/delta?`;
    const next =
      from + size < news.length
        ? { '@odata.nextLink': `${link}$skiptoken=${since}-${from + size}` }
        : { '@odata.deltaLink': `${link}$deltatoken=${this.changes}-0` };
    return { json: { value, ...next } };
  }

  private send(account: string, type: string, body: Buffer): Answer {
    if (!type.startsWith('text/plain')) throw new Error('MIME is sent as text/plain');
    if (body.length > mostInRequest) return tooLarge;
    const raw = Buffer.from(body.toString(), 'base64').toString();
    if (!new RegExp(`^From: .*${account}`, 'm').test(raw))
      return error(403, 'ErrorSendAsDenied', 'The user account does not have the right to send mail on behalf of the specified sending account.');
    this.sent.push(raw);
    this.put(account, asKept(raw, account), { folder: 'sentitems' });
    return { status: 202 };
  }

  private boxOf(address: string) {
    const box = this.boxes.get(address);
    if (!box) throw new Error(`no account ${address}`);
    return box;
  }
}

const asKept = (raw: string, account: string) =>
  raw.replace(/^Bcc:(.*\r\n)([ \t].*\r\n)*/im, '').replace(/^From: .*$/m, `From: Office 365 <${account}>`);
const error = (status: number, code: string, message: string): Answer => ({ status, json: { error: { code, message } } });
const noItem = error(404, 'ErrorItemNotFound', 'The specified object was not found.');
const denied = error(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
/** What Graph says of an account that has no mailbox it can reach. */
export const noMailbox = error(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.');
const tooLarge = error(413, 'RequestEntityTooLarge', 'The content length of the request exceeds the limit.');
/** What Graph says when too much is asked. */
export const microsoftBusy = (seconds = 7): Answer => ({
  ...error(429, 'ApplicationThrottled', 'Application is over its limit.'),
  headers: { 'retry-after': String(seconds) },
});
