import { type Answer, type Asked, FakeProvider, onlyKnows } from './fake-provider';

interface GmailMail {
  id: string;
  threadId: string;
  labelIds: string[];
  at: number;
  raw: string;
  /** Until somebody's chosen time, when Gmail puts it back into the inbox. */
  snoozed: boolean;
}
interface Event {
  historyId: number;
  kind: 'messagesAdded' | 'labelsAdded';
  id: string;
  labelIds: string[];
}

const auth = 'https://www.googleapis.com/auth/';
export const gmailScopes = [`${auth}gmail.readonly`, `${auth}gmail.send`];
const messageIdOf = (raw: string) => /^message-id:\s*<([^>]+)>/im.exec(raw)?.[1] ?? '';

/** Google's sign-in and Gmail's API, as documented, for accounts a test puts mail into. */
export class FakeGoogle extends FakeProvider {
  protected readonly hosts = { authorize: 'accounts.google.com/o/oauth2/v2/auth', token: 'oauth2.googleapis.com/token' };
  protected readonly rotates = false;
  protected readonly pageParameters = ['access_type', 'prompt', 'login_hint'];
  /** Mails in a page of a listing, however many are asked for. */
  pageSize = 500;
  /** History older than this is gone. */
  oldestHistory = 0;
  /** Accounts for which the organisation has turned Gmail off. */
  readonly withoutMail = new Set<string>();
  /** What left, as raw mails. */
  readonly sent: string[] = [];
  private readonly boxes = new Map<string, { mails: GmailMail[]; events: Event[] }>();
  private made = 1000;

  account(address: string) {
    this.boxes.set(address, { mails: [], events: [] });
    return address;
  }

  /** A mail arrives, or lay there already; answers its id. */
  put(address: string, raw: string, { labels = ['INBOX', 'UNREAD'], at = Date.now(), threadId = '', snoozed = false } = {}): string {
    this.made += 1;
    const id = this.made.toString(16);
    const box = this.boxOf(address);
    box.mails.push({ id, threadId: threadId || id, labelIds: labels, at, raw, snoozed });
    box.events.push({ historyId: this.made, kind: 'messagesAdded', id, labelIds: labels });
    return id;
  }

  threadsOf = (address: string) => [...new Set(this.boxOf(address).mails.map(({ threadId }) => threadId))];

  /** Somebody moves it to the inbox in Gmail. */
  moveToInbox(address: string, id: string) {
    const mail = this.boxOf(address).mails.find((one) => one.id === id);
    if (!mail) throw new Error('no such mail');
    mail.labelIds = ['INBOX'];
    this.made += 1;
    this.boxOf(address).events.push({ historyId: this.made, kind: 'labelsAdded', id, labelIds: ['INBOX'] });
  }

  protected get people() {
    return this.boxes.keys();
  }
  protected isScope = (scope: string) => gmailScopes.includes(scope) || scope === 'https://mail.google.com/';
  protected asksLasting = (query: URLSearchParams) => query.get('access_type') === 'offline' && /\bconsent\b/.test(query.get('prompt') ?? '');
  protected tokenScopes(granted: string[], asked: string | null) {
    if (asked !== null) throw new Error('Google’s token endpoint knows no scope');
    return granted;
  }

  protected async serve(
    { method, host, path, query, headers, body }: Asked,
    { account, scopes }: { account: string; scopes: string[] },
  ): Promise<Answer> {
    const box = this.boxOf(account);
    const may = (scope: string) => scopes.includes(auth + scope) || scopes.includes('https://mail.google.com/');
    const place = `${method} ${host}${path}`;
    const users = 'gmail.googleapis.com/gmail/v1/users/me';
    if (this.withoutMail.has(account)) return noMailService;
    if (place === 'POST gmail.googleapis.com/upload/gmail/v1/users/me/messages/send')
      return may('gmail.send') ? this.send(account, query, String(headers['content-type']), body) : forbidden;
    if (!may('gmail.readonly')) return forbidden;
    if (place === `GET ${users}/profile`) {
      onlyKnows(query, []);
      return { json: { emailAddress: account, messagesTotal: box.mails.length, threadsTotal: 0, historyId: String(this.made) } };
    }
    if (place === `GET ${users}/messages`) return this.list(box.mails, query);
    if (place === `GET ${users}/history`) return this.history(box.events, query);
    const id = place.startsWith(`GET ${users}/messages/`) ? path.split('/').at(-1) : undefined;
    if (id === undefined) throw new Error(`no such address: ${place}`);
    onlyKnows(query, ['format']);
    if (query.get('format') !== 'raw') throw new Error('this stand-in knows the raw format alone');
    const mail = box.mails.find((one) => one.id === id);
    if (!mail) return notFound;
    const { threadId, labelIds, at, raw } = mail;
    const encoded = Buffer.from(raw).toString('base64url');
    return { json: { id, threadId, labelIds, internalDate: String(at), historyId: '1', snippet: '', sizeEstimate: raw.length, raw: encoded } };
  }

  private list(mails: GmailMail[], query: URLSearchParams): Answer {
    onlyKnows(query, ['q', 'maxResults', 'pageToken']);
    const q = query.get('q') ?? '';
    const [places, before, after] = /^\{in:inbox in:sent(?: before:(\d+))?\} -in:chats(?: -in:snoozed)?(?: after:(\d+))?$/.exec(q) ?? [];
    const [, msgid, inSent] = /^rfc822msgid:(\S+?)( in:sent)?$/.exec(q) ?? [];
    if (msgid === undefined && places === undefined) throw new Error(`this stand-in does not know the search ${q}`);
    const has = ({ labelIds }: GmailMail, ...labels: string[]) => labels.some((label) => labelIds.includes(label));
    // Spam and trash are in no search that does not ask for them; drafts are.
    const isFound = (mail: GmailMail) =>
      (has(mail, 'INBOX', 'SENT') || (before !== undefined && mail.at < Number(before) * 1000)) &&
      !has(mail, 'CHAT', 'SPAM', 'TRASH') &&
      !(mail.snoozed && q.includes('-in:snoozed')) &&
      mail.at >= Number(after ?? 0) * 1000;
    const found = mails.filter((mail) => (msgid === undefined ? isFound(mail) : messageIdOf(mail.raw) === msgid && (!inSent || has(mail, 'SENT'))));
    const newest = found.sort((a, b) => b.at - a.at);
    const [from, size] = [Number(query.get('pageToken') ?? 0), Math.min(this.pageSize, Number(query.get('maxResults') ?? 100))];
    const page = newest.slice(from, from + size).map(({ id, threadId }) => ({ id, threadId }));
    const next = from + size < newest.length ? { nextPageToken: String(from + size) } : {};
    return { json: { ...(page.length > 0 ? { messages: page } : {}), ...next, resultSizeEstimate: newest.length } };
  }

  private history(events: Event[], query: URLSearchParams): Answer {
    onlyKnows(query, ['startHistoryId', 'maxResults', 'pageToken', 'historyTypes']);
    const since = Number(query.get('startHistoryId'));
    if (!(since >= this.oldestHistory)) return notFound;
    const types = query.getAll('historyTypes').map((type) => type.replace('Added', 'sAdded'));
    const news = events.filter(({ historyId, kind }) => historyId > since && types.includes(kind));
    const history = news.map(({ historyId, kind, id, labelIds }) => ({
      id: String(historyId),
      messages: [{ id }],
      [kind]: [{ message: { id, labelIds } }],
    }));
    return { json: { ...(history.length > 0 ? { history } : {}), historyId: String(this.made) } };
  }

  private send(account: string, query: URLSearchParams, type: string, body: Buffer): Answer {
    onlyKnows(query, ['uploadType']);
    const boundary = /^multipart\/related; boundary=(\S+)$/.exec(type)?.[1];
    const [, about = '', mail = '', end] = body.toString('latin1').split(`--${boundary}`);
    if (!boundary || !end?.startsWith('--') || !mail.startsWith('\r\nContent-Type: message/rfc822\r\n\r\n')) throw new Error('no multipart upload');
    const { threadId = '', ...strange } = JSON.parse(about.slice(about.indexOf('\r\n\r\n'))) as { threadId?: string };
    if (Object.keys(strange).length > 0) throw new Error('unknown field');
    const raw = Buffer.from(mail.slice(mail.indexOf('\r\n\r\n') + 4, -2), 'latin1').toString();
    if (!new RegExp(`^From: .*${account}`, 'm').test(raw)) throw new Error('the sender is another');
    if (threadId && !this.boxOf(account).mails.some((one) => one.threadId === threadId)) return notFound;
    this.sent.push(raw);
    const id = this.put(account, raw.replace(/^Bcc:(.*\r\n)([ \t].*\r\n)*/im, ''), { labels: ['SENT'], threadId });
    return { json: { id, threadId: threadId || id, labelIds: ['SENT'] } };
  }

  private boxOf(address: string) {
    const box = this.boxes.get(address);
    if (!box) throw new Error(`no account ${address}`);
    return box;
  }
}

const error = (code: number, reason: string, message: string): Answer => ({
  status: code,
  json: { error: { code, message, errors: [{ domain: 'global', reason, message }] } },
});
const notFound = error(404, 'notFound', 'Requested entity was not found.');
/** What Gmail says where the organisation has turned it off. */
export const noMailService = error(400, 'failedPrecondition', 'Mail service not enabled');
const forbidden = error(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.');
/** What Gmail says when too much is asked. */
export const googleQuota = error(403, 'rateLimitExceeded', 'Quota exceeded for quota metric Queries.');
