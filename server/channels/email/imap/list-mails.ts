import type { ImapFlow, MailboxObject } from 'imapflow';
import { findUids } from './find-uids';
import { LineEnded } from './line-ended';
import type { MailboxFolder } from './mailbox-schema';
import { type ListedMail, uidSet } from './plan-take';

/** How many mails are asked about in one command. */
const batch = 500;
const day = 24 * 3600_000;

/** The Sent folder: the one the server marks so (RFC 6154), else one named so in a language the library knows; some have none. */
export async function findSentPath(client: ImapFlow): Promise<string | undefined> {
  return (await client.list()).find(({ specialUse }) => specialUse === '\\Sent')?.path;
}

/** Opened for reading alone: nothing becomes read, moved or deleted by us. */
export async function openFolder(client: ImapFlow, path: string): Promise<MailboxObject> {
  return client.mailboxOpen(path, { readOnly: true });
}

/**
 * What lies in the open folder above `lastUid` and came since `since` (ms). Servers search by whole days of their own zone, so they are asked
 * from a day before, and the hour decides here.
 */
export async function listMails(
  client: ImapFlow,
  { folder, lastUid }: Pick<MailboxFolder, 'folder' | 'lastUid'>,
  since: number,
): Promise<ListedMail[]> {
  const found = await findUids(client, { uid: `${lastUid + 1}:*`, since: new Date(Math.max(0, since - day)) });
  // `n:*` names the newest mail even where that is below n.
  const uids = found.filter((uid) => uid > lastUid);
  // A server's dates have seconds only.
  const first = since - (since % 1000);
  const listed: ListedMail[] = [];
  for (let at = 0; at < uids.length; at += batch) {
    const asked = uids.slice(at, at + batch);
    for await (const { uid, internalDate, size } of client.fetch(uidSet(asked), { uid: true, internalDate: true, size: true }, { uid: true })) {
      const came = millisOf(internalDate);
      // One without a date was found by the server's own word.
      if (came === 0 || came >= first) listed.push({ folder, uid, at: came, size: size ?? 0 });
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
