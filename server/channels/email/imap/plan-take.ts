import type { MailboxFolder } from './mailbox-schema';

/** A mail that lies on the server, as far as a listing tells. */
export interface ListedMail {
  folder: MailboxFolder['folder'];
  uid: number;
  /** INTERNALDATE, ms. */
  at: number;
  /** Bytes, as the server says. */
  size: number;
  /** What the mail is known by in whatever folder it lies, where that was asked. */
  key?: string;
  /** Lies in another folder too, and is taken from there or not at all: passed over. */
  passed?: true;
}

/** How much is fetched before it is kept: a connection that breaks loses no more than this. */
export interface TakeLimits {
  mails: number;
  bytes: number;
}

/**
 * The order in which mails of several folders are taken over: each folder by UID, so that one number says how far it came, and
 * between folders by date, so that what was answered comes before its answer and finds its thread.
 */
export function inOrder(folders: readonly (readonly ListedMail[])[]): ListedMail[] {
  const heads = folders.map((mails) => ({ mails: [...mails].sort((a, b) => a.uid - b.uid), at: 0 }));
  const order: ListedMail[] = [];
  for (;;) {
    const waiting = heads.filter(({ mails, at }) => at < mails.length);
    const next = waiting.reduce<(typeof heads)[number] | undefined>((best, head) => (best && dateOf(best) <= dateOf(head) ? best : head), undefined);
    const mail = next?.mails[next.at];
    if (!next || !mail) return order;
    order.push(mail);
    next.at += 1;
  }
}
const dateOf = ({ mails, at }: { mails: readonly ListedMail[]; at: number }) => mails[at]?.at ?? Number.POSITIVE_INFINITY;

/** The first so many of them, at least one. */
export function firstOf(mails: readonly ListedMail[], limits: TakeLimits): ListedMail[] {
  const chunk: ListedMail[] = [];
  let bytes = 0;
  for (const mail of mails) {
    bytes += mail.passed ? 0 : mail.size;
    if (chunk.length > 0 && (chunk.length >= limits.mails || bytes > limits.bytes)) break;
    chunk.push(mail);
  }
  return chunk;
}

/** `1:3,7`: a set of UIDs as IMAP writes it, short enough for any server's line. */
export function uidSet(uids: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const uid of [...uids].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && uid === last[1] + 1) last[1] = uid;
    else ranges.push([uid, uid]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`)).join(',');
}
