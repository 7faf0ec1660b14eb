import { v7 } from 'uuid';
import type { MailFolder } from '../../../../domain/mail/mail-folder';
import type { incomingMails } from '../incoming-schema';
import type { FileStore } from '../ports';
import { sha256 } from '../read-mail';
import { threadOf } from '../thread-of';
import type { FetchedMail } from './fetch-mails';
import type { MailboxRow } from './mailbox-schema';

/** What of a mail is kept, however it was fetched. */
export type Fetched = Pick<FetchedMail, 'at' | 'raw' | 'cut' | 'from'> & { folder: MailFolder };

/** Writes the mails' bytes where they survive anything, and answers the rows that will make the hub take them in. */
export async function keepFetched(
  mails: readonly Fetched[],
  mailbox: Pick<MailboxRow, 'channelId' | 'workspaceId' | 'address' | 'connectedAt'>,
  { files, now }: { files: FileStore; now: number },
): Promise<(typeof incomingMails.$inferInsert)[]> {
  // A server's dates have seconds only.
  const history = (mail: Fetched) => mail.at < mailbox.connectedAt - (mailbox.connectedAt % 1000);
  const hashed = mails.map((mail) => ({ mail, rawHash: sha256(mail.raw) }));
  await files.putAll(hashed.map(({ mail, rawHash }) => ({ hash: rawHash, bytes: mail.raw })));
  return hashed.map(({ mail, rawHash }) => ({
    id: v7(),
    channelId: mailbox.channelId,
    workspaceId: mailbox.workspaceId,
    rawHash,
    rawSize: mail.raw.length,
    envelopeFrom: mail.from,
    envelopeTo: mailbox.address,
    // A date in the future would hold the newest place for good.
    receivedAt: Math.min(mail.at || now, now),
    ...threadOf(mail.raw),
    ids: { conversationId: v7(), messageId: v7(), contactId: v7(), eventId: v7() },
    mailbox: { folder: mail.folder, history: history(mail), cut: mail.cut },
    rank: history(mail) ? 1 : 0,
    state: 'waiting' as const,
    tries: 0,
    dueAt: now,
    problem: null,
  }));
}
