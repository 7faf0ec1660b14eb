import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { mailLimits } from '../../../../utils/mail/mail-limits';
import type { Fetched } from '../imap/keep-fetched';
import type { HandOver } from '../mail-transport';
import type { ApiCaller } from './api-caller';
import { ApiFault } from './api-fault';
import type { Changes, MailApi, OutgoingMail, RemoteMail } from './mail-api';
import { senderIn } from './sender-in';

const Labels = z._default(z.array(z.string()), []);
const Profile = z.object({ historyId: z.string() });
const List = z.object({
  messages: z._default(z.array(z.object({ id: z.string(), threadId: z.string() })), []),
  nextPageToken: z.optional(z.string()),
});
const Event = z.object({ message: z.object({ id: z.string(), labelIds: Labels }) });
const History = z.object({
  history: z._default(z.array(z.object({ messagesAdded: z._default(z.array(Event), []), labelsAdded: z._default(z.array(Event), []) })), []),
  nextPageToken: z.optional(z.string()),
  historyId: z.string(),
});
const Message = z.object({ labelIds: Labels, internalDate: z.string().check(z.regex(/^\d+$/)), raw: z.string() });

type Wanted = Parameters<MailApi['changes']>[1];

const user = '/gmail/v1/users/me';
const page = 500;
/** Of a mail that is too large this much is kept, enough for its header. */
const beginning = 256 * 1024;

/** Gmail's API: everything there is by a search, then what is new by its history, each mail as it came (`format=raw`). */
export class GmailApi implements MailApi {
  constructor(private readonly caller: ApiCaller) {}

  async changes(cursor: string | null, wanted: Wanted): Promise<Changes> {
    if (cursor === null || wanted.archivedBefore !== undefined) return this.everything(wanted);
    try {
      return await this.sinceThen(cursor);
    } catch (fault) {
      // History reaches back a week or so; what is older than its beginning is looked through anew.
      if (fault instanceof ApiFault && fault.status === 404) return this.everything(wanted);
      throw fault;
    }
  }

  async fetch({ id, folder }: RemoteMail): Promise<Fetched | undefined> {
    try {
      const { labelIds, internalDate, raw: encoded } = await this.caller.get(`${user}/messages/${encodeURIComponent(id)}?format=raw`, Message);
      if (labelIds.some((label) => ['DRAFT', 'SPAM', 'TRASH', 'CHAT'].includes(label))) return undefined;
      const lies = labelIds.includes('SENT') ? 'sent' : labelIds.includes('INBOX') ? 'inbox' : folder;
      if (!lies) return undefined;
      const whole = Buffer.from(encoded, 'base64url');
      const cut = whole.length > mailLimits.size;
      const raw = cut ? whole.subarray(0, beginning) : whole;
      return { folder: lies, at: Number(internalDate), raw, cut, from: cut ? senderIn(raw) : null };
    } catch (fault) {
      if (fault instanceof ApiFault && fault.status === 404) return undefined;
      throw fault;
    }
  }

  isSent = async (rfcMessageId: string) => (await this.search(`rfc822msgid:${bare(rfcMessageId)} in:sent`)).messages.length > 0;

  async send({ raw, refersTo }: OutgoingMail): Promise<HandOver> {
    const answered = refersTo.at(-1);
    const threadId = answered && (await this.search(`rfc822msgid:${bare(answered)}`)).messages[0]?.threadId;
    const boundary = `samtale-${randomUUID()}`;
    const body = Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n${JSON.stringify(threadId ? { threadId } : {})}\r\n`),
      Buffer.from(`--${boundary}\r\nContent-Type: message/rfc822\r\n\r\n`),
      raw,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const headers = { 'content-type': `multipart/related; boundary=${boundary}` };
    return this.caller.send(`/upload${user}/messages/send?uploadType=multipart`, { headers, body });
  }

  /** Oldest first: a search answers newest first, in the order Gmail received them. What comes while it is read is in the history from before it. */
  private async everything({ since, archivedBefore }: Wanted): Promise<Changes> {
    const { historyId } = await this.caller.get(`${user}/profile`, Profile);
    const after = since > 0 ? ` after:${Math.floor(since / 1000)}` : '';
    // A search finds no spam and no trash. What is snoozed comes back to the inbox by itself, and is no archived mail.
    const archive = archivedBefore === undefined ? '' : ` before:${Math.floor(archivedBefore / 1000)}`;
    const places = `{in:inbox in:sent${archive}} -in:chats${archive && ' -in:snoozed'}`;
    const ids: string[] = [];
    for (let token: string | undefined = ''; token !== undefined; ) {
      const list: z.infer<typeof List> = await this.search(`${places}${after}`, token);
      ids.push(...list.messages.map(({ id }) => id));
      token = list.nextPageToken;
    }
    const folder = archive ? ('archive' as const) : undefined;
    return { mails: ids.reverse().map((id) => ({ id, at: undefined, folder })), cursor: historyId };
  }

  /** What came, and what somebody moved to the inbox. */
  private async sinceThen(cursor: string): Promise<Changes> {
    const mails: RemoteMail[] = [];
    let reached = cursor;
    for (let token: string | undefined = ''; token !== undefined; ) {
      const asked = new URLSearchParams({ startHistoryId: cursor, maxResults: String(page), ...(token ? { pageToken: token } : {}) });
      for (const type of ['messageAdded', 'labelAdded']) asked.append('historyTypes', type);
      const news: z.infer<typeof History> = await this.caller.get(`${user}/history?${asked}`, History);
      for (const { message } of news.history.flatMap(({ messagesAdded, labelsAdded }) => [...messagesAdded, ...labelsAdded])) {
        const folder = message.labelIds.includes('SENT') ? 'sent' : message.labelIds.includes('INBOX') ? 'inbox' : undefined;
        if (folder) mails.push({ id: message.id, at: undefined, folder });
      }
      reached = news.historyId;
      token = news.nextPageToken;
    }
    return { mails, cursor: reached };
  }

  private search(q: string, token = '') {
    const asked = new URLSearchParams({ q, maxResults: String(page), ...(token ? { pageToken: token } : {}) });
    return this.caller.get(`${user}/messages?${asked}`, List);
  }
}

/** As `rfc822msgid:` takes it; an id that could say more to the search than an id finds nothing. */
const bare = (rfcMessageId: string) => rfcMessageId.replace(/^<|>$/g, '').replace(/[\s"(){}]/g, '');
