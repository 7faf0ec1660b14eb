import * as z from 'zod/mini';
import { mailLimits } from '../../../../utils/mail/mail-limits';
import type { Fetched } from '../imap/keep-fetched';
import type { HandOver } from '../mail-transport';
import type { ApiCaller } from './api-caller';
import { ApiFault } from './api-fault';
import { findByMessageId, mostAtOnce, sendByDraft } from './graph-draft';
import type { Changes, MailApi, OutgoingMail, RemoteMail } from './mail-api';
import { senderIn } from './sender-in';

const Delta = z.object({
  value: z.array(
    z.object({ id: z.string(), receivedDateTime: z.optional(z.string()), isDraft: z.optional(z.boolean()), '@removed': z.optional(z.unknown()) }),
  ),
  '@odata.nextLink': z.optional(z.string()),
  '@odata.deltaLink': z.optional(z.string()),
});
const Children = z.object({ value: z.array(z.object({ id: z.string() })), '@odata.nextLink': z.optional(z.string()) });
/** Where each folder's telling of changes goes on. */
const Links = z.object({ inbox: z.string(), sent: z.string() });
type Folder = keyof z.infer<typeof Links>;

const me = '/v1.0/me';
const folders: readonly [Folder, string][] = [
  ['inbox', 'inbox'],
  ['sent', 'sentitems'],
];
/** An id that stays when a mail is moved, and pages larger than ten. */
const prefer = { prefer: 'IdType="ImmutableId", odata.maxpagesize=500' };
/** Of a mail that is too large this much is kept, enough for its header. */
const beginning = 256 * 1024;

/** Microsoft Graph: what is in a folder and then what changes there by a delta link, each mail as it came (`$value`). */
export class GraphApi implements MailApi {
  constructor(private readonly caller: ApiCaller) {}

  async changes(cursor: string | null, { since, archivedBefore }: Parameters<MailApi['changes']>[1]): Promise<Changes> {
    const links = linksIn(cursor);
    const mails: RemoteMail[] = [];
    const reached: Record<string, string> = {};
    for (const [folder, name] of folders) {
      const whole = wholeOf(name);
      const link = links?.[folder];
      const told = await this.delta(link ?? whole).catch((fault) => {
        if (link !== undefined && isForgotten(fault)) return this.delta(whole);
        throw fault;
      });
      reached[folder] = told.link;
      mails.push(...told.mails.map(({ id, at }) => ({ id, at, folder })));
    }
    const archive = archivedBefore === undefined ? [] : await this.archiveFolders();
    for (const folder of archive) {
      const { mails: archived } = await this.delta(wholeOf(folder));
      const before = archived.filter(({ at }) => at !== undefined && at < (archivedBefore ?? 0));
      mails.push(...before.map(({ id, at }) => ({ id, at, folder: 'archive' as const })));
    }
    const wanted = mails.filter(({ at }) => at === undefined || at >= since);
    // What was answered comes before its answer and finds its thread.
    wanted.sort((a, b) => (a.at ?? Number.MAX_SAFE_INTEGER) - (b.at ?? Number.MAX_SAFE_INTEGER));
    return { mails: wanted, cursor: JSON.stringify(reached), archiveMissing: archivedBefore !== undefined && archive.length === 0 };
  }

  /** The folder Outlook archives to, and those below it. Some mailboxes have none: it is made when somebody first archives. */
  private async archiveFolders(): Promise<string[]> {
    const found = ['archive'];
    try {
      for (const folder of found)
        for (
          let next: string | undefined = `${me}/mailFolders/${encodeURIComponent(folder)}/childFolders?$select=id&$top=100`;
          next !== undefined;
        ) {
          const page: z.infer<typeof Children> = await this.caller.get(next, Children, prefer);
          found.push(...page.value.map(({ id }) => id));
          next = page['@odata.nextLink'];
        }
      return found;
    } catch (fault) {
      if (isGone(fault)) return [];
      throw fault;
    }
  }

  async fetch({ id, at, folder }: RemoteMail): Promise<Fetched | undefined> {
    try {
      const { bytes, cut } = await this.caller.bytes(`${me}/messages/${encodeURIComponent(id)}/$value`, mailLimits.size, prefer);
      const raw = cut ? bytes.subarray(0, beginning) : bytes;
      return { folder: folder ?? 'inbox', at: at ?? Number.MAX_SAFE_INTEGER, raw, cut, from: cut ? senderIn(raw) : null };
    } catch (fault) {
      if (isGone(fault)) return undefined;
      throw fault;
    }
  }

  async isSent(rfcMessageId: string): Promise<boolean> {
    return (await findByMessageId(this.caller, 'sentitems', rfcMessageId)).length > 0;
  }

  /** The mail as it is, in Base64; Microsoft puts it into Sent. One too large for that goes file by file. */
  async send({ raw, rfcMessageId, inParts }: OutgoingMail): Promise<HandOver> {
    if (raw.length > mostAtOnce && inParts) return sendByDraft(this.caller, rfcMessageId, await inParts());
    return this.caller.send(`${me}/sendMail`, { headers: { 'content-type': 'text/plain' }, body: raw.toString('base64') });
  }

  private async delta(begin: string): Promise<{ mails: { id: string; at: number | undefined }[]; link: string }> {
    const mails = new Map<string, { id: string; at: number | undefined }>();
    for (let next = begin; ; ) {
      const page = await this.caller.get(next, Delta, prefer);
      for (const { id, receivedDateTime, isDraft, '@removed': removed } of page.value) {
        const at = receivedDateTime === undefined ? Number.NaN : Date.parse(receivedDateTime);
        if (!removed && !isDraft) mails.set(id, { id, at: Number.isFinite(at) ? at : undefined });
      }
      const link = page['@odata.deltaLink'];
      if (link !== undefined) return { mails: [...mails.values()], link };
      if (page['@odata.nextLink'] === undefined) throw new ApiFault(200, 'noLink', '', undefined);
      next = page['@odata.nextLink'];
    }
  }
}

const wholeOf = (folder: string) => `${me}/mailFolders/${encodeURIComponent(folder)}/messages/delta?$select=receivedDateTime,isDraft`;

/** Deleted meanwhile, or never there; a mailbox that is gone is a 404 too, and its mails are not. */
const isGone = (fault: unknown) => fault instanceof ApiFault && fault.status === 404 && !/mailbox/i.test(fault.code);

/** The service does not know any more where we were; all is looked through anew. */
const isForgotten = (fault: unknown) =>
  fault instanceof ApiFault && (fault.status === 410 || /^(syncStateNotFound|syncStateInvalid|resyncRequired)$/i.test(fault.code));

function linksIn(cursor: string | null): z.infer<typeof Links> | undefined {
  try {
    return cursor === null ? undefined : Links.safeParse(JSON.parse(cursor)).data;
  } catch {
    return undefined;
  }
}
