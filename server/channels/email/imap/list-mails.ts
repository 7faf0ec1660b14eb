import type { ImapFlow, MailboxObject } from 'imapflow';
import { threadOf } from '../thread-of';
import { findUids } from './find-uids';
import { LineEnded } from './line-ended';
import type { MailboxFolder } from './mailbox-schema';
import { type ListedMail, uidSet } from './plan-take';

/** How many mails are asked about in one command. */
const batch = 500;
const day = 24 * 3600_000;

/** Opened for reading alone: nothing becomes read, moved or deleted by us. */
export async function openFolder(client: ImapFlow, path: string): Promise<MailboxObject> {
  return client.mailboxOpen(path, { readOnly: true });
}

interface Wanted {
  /** ms */
  since: number;
  /** Of the archive: what came before this, and no drafts, which lie among all mail. */
  archivedBefore?: number;
  /** With what each is known by in every folder. */
  keyed?: boolean;
}

/**
 * What lies in the open folder above `lastUid` and came since `since`. Servers search by whole days of their own zone, so they are asked
 * from a day before, and the hour decides here.
 */
export async function listMails(
  client: ImapFlow,
  { folder, lastUid }: Pick<MailboxFolder, 'folder' | 'lastUid'>,
  { since, archivedBefore, keyed = false }: Wanted,
): Promise<ListedMail[]> {
  const found = await findUids(client, { uid: `${lastUid + 1}:*`, since: new Date(Math.max(0, since - day)) });
  // `n:*` names the newest mail even where that is below n.
  const uids = found.filter((uid) => uid > lastUid);
  // A server's dates have seconds only.
  const first = since - (since % 1000);
  const listed: ListedMail[] = [];
  for (let at = 0; at < uids.length; at += batch) {
    const asked = uids.slice(at, at + batch);
    const query = { uid: true, internalDate: true, size: true, ...(keyed ? { flags: true, headers: ['message-id'] } : {}) };
    for await (const { uid, internalDate, size = 0, flags, headers } of client.fetch(uidSet(asked), query, { uid: true })) {
      const at = millisOf(internalDate);
      // One without a date was found by the server's own word.
      if (at !== 0 && at < first) continue;
      if (archivedBefore !== undefined && (at >= archivedBefore || flags?.has('\\Draft'))) continue;
      listed.push({ folder, uid, at, size, ...(keyed ? { key: (headers && threadOf(headers).rfcMessageId) ?? `${at} ${size}` } : {}) });
    }
    // Over a line that has ended the library answers nothing and no fault.
    if (!client.usable || !client.mailbox) throw new LineEnded('the connection ended before the mails were described');
  }
  return listed;
}

function millisOf(date: Date | string | undefined): number {
  const ms = date === undefined ? Number.NaN : new Date(date).getTime();
  return Number.isFinite(ms) && ms > 0 ? ms : 0;
}
