import * as z from 'zod/mini';
import type { HandOver, MailFile, MailInParts } from '../mail-transport';
import type { ApiCaller, ApiRequest } from './api-caller';
import { uploadFile } from './graph-upload';

const Found = z.object({ value: z.array(z.object({ id: z.string() })) });
const Made = z.object({ id: z.string() });
const Attached = z.object({ id: z.optional(z.string()) });
const Session = z.object({ uploadUrl: z.string() });

const me = '/v1.0/me';
/**
 * Bytes of a mail, or of a file, that go in one request: it takes 4 MB, of which Base64 leaves three quarters. From here on a file has a
 * session of its own, which takes none smaller than 2 MB.
 */
export const mostAtOnce = 3_000_000;
/** An id that stays when what it names is sent. */
const prefer = { prefer: 'IdType="ImmutableId"' };

/**
 * A large mail: a draft of it without its files, each file put to it, then sent. All before the last step is nothing to anybody outside, so a
 * fault there takes the draft away and the mail is tried again from the beginning; one left by a process that died is found by its Message-ID.
 */
export async function sendByDraft(caller: ApiCaller, rfcMessageId: string, { bare, files }: MailInParts): Promise<HandOver> {
  let draft = '';
  let outcome: HandOver;
  try {
    for (const left of await findByMessageId(caller, 'drafts', rfcMessageId)) await caller.remove(pathOf(left));
    const text = { headers: { 'content-type': 'text/plain', ...prefer }, body: bare.toString('base64') };
    draft = pathOf((await caller.make(`${me}/messages`, text, Made)).id);
    for (const file of files) await attach(caller, draft, file);
    outcome = await caller.send(`${draft}/send`, { headers: prefer });
  } catch (fault) {
    outcome = caller.notSent(fault);
  }
  // What may have been sent is left alone: by this id it is the copy in Sent by now.
  if (draft && (outcome.result === 'retry' || outcome.result === 'failed')) await caller.remove(draft).catch(() => undefined);
  return outcome;
}

export async function findByMessageId(caller: ApiCaller, folder: 'drafts' | 'sentitems', rfcMessageId: string): Promise<string[]> {
  const asked = new URLSearchParams({ $filter: `internetMessageId eq '${rfcMessageId.replaceAll("'", "''")}'`, $select: 'id', $top: '1' });
  return (await caller.get(`${me}/mailFolders/${folder}/messages?${asked}`, Found, prefer)).value.map(({ id }) => id);
}

async function attach(caller: ApiCaller, draft: string, { bytes, name, type, inline, contentId }: MailFile) {
  const about = { name, contentType: type, isInline: inline, ...(contentId ? { contentId } : {}) };
  if (bytes.length <= mostAtOnce) {
    const whole = { '@odata.type': '#microsoft.graph.fileAttachment', ...about, contentBytes: Buffer.from(bytes).toString('base64') };
    await caller.make(`${draft}/attachments`, json(whole), Attached);
    return;
  }
  const item = { AttachmentItem: { attachmentType: 'file', size: bytes.length, ...about } };
  const { uploadUrl } = await caller.make(`${draft}/attachments/createUploadSession`, json(item), Session);
  await uploadFile(caller, uploadUrl, bytes);
}

const pathOf = (id: string) => `${me}/messages/${encodeURIComponent(id)}`;
const json = (value: unknown): ApiRequest => ({ headers: { 'content-type': 'application/json', ...prefer }, body: JSON.stringify(value) });
