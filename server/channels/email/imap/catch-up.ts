import type { ImapFlow } from 'imapflow';
import type { FileStore } from '../ports';
import { fetchMails } from './fetch-mails';
import { keepFetched } from './keep-fetched';
import { findSentPath, listMails, openFolder } from './list-mails';
import type { MailboxFolder, MailboxRow } from './mailbox-schema';
import type { Mailboxes } from './mailboxes';
import { firstOf, inOrder, type ListedMail, type TakeLimits } from './plan-take';

export interface CatchUpHost {
  mailboxes: Mailboxes;
  files: FileStore;
  owner: string;
  now(): number;
  /** Mails were kept and wait to be taken in. */
  taken(): void;
  /** A process that works at no mailbox any more stops at once. */
  stopped(): boolean;
}

/** Somebody else works at this mailbox now. */
export class MailboxLost extends Error {
  override name = 'MailboxLost';
}

type Folder = MailboxFolder['folder'];
interface OpenFolder {
  path: string;
  state: MailboxFolder;
  mails: ListedMail[];
}

/** Finds what is new in the inbox and in Sent: how much there is, and what fetches it. */
export async function lookInto(client: ImapFlow, mailbox: MailboxRow, host: CatchUpHost) {
  const folders = new Map<Folder, OpenFolder>();
  const known = await host.mailboxes.foldersOf(mailbox.channelId);
  const sent = await findSentPath(client);
  // The inbox last: it stays open, and its news are told at once.
  for (const [folder, path] of [...(sent === undefined ? [] : [['sent', sent] as const]), ['inbox', 'INBOX'] as const])
    folders.set(folder, await lookAt(client, { folder, path, before: known.find((one) => one.folder === folder), mailbox }));
  const plan = inOrder([...folders.values()].map(({ mails }) => mails));
  return { count: plan.length, take: (limits: () => TakeLimits) => takeAll(client, mailbox, { host, folders, plan, limits }) };
}

async function lookAt(
  client: ImapFlow,
  { folder, path, before, mailbox }: { folder: Folder; path: string; before: MailboxFolder | undefined; mailbox: MailboxRow },
): Promise<OpenFolder> {
  const uidValidity = String((await openFolder(client, path)).uidValidity);
  // Under another UIDVALIDITY all is looked at again; what the inbox has already is known there (X8).
  const state = before?.uidValidity === uidValidity ? before : { channelId: mailbox.channelId, folder, uidValidity, lastUid: 0, found: 0, taken: 0 };
  const mails = await listMails(client, state, mailbox.importSince);
  return { path, state: { ...state, found: state.taken + mails.length }, mails };
}

interface Take {
  host: CatchUpHost;
  folders: Map<Folder, OpenFolder>;
  plan: ListedMail[];
  limits(): TakeLimits;
}

async function takeAll(client: ImapFlow, mailbox: MailboxRow, { host, folders, plan, limits }: Take) {
  const fetch = async (open: OpenFolder, mails: ListedMail[]) => {
    if (client.mailbox && client.mailbox.path !== open.path) await openFolder(client, open.path);
    return keepFetched(await fetchMails(client, mails), mailbox, { files: host.files, now: host.now() });
  };
  const write = async (rows: Awaited<ReturnType<typeof keepFetched>>) => {
    const reached = [...folders.values()].map(({ state }) => state);
    if (!(await host.mailboxes.take(host.owner, reached, rows))) throw new MailboxLost();
    if (rows.length > 0) host.taken();
  };
  const keep = async (chunk: ListedMail[]) => {
    const rows = [];
    for (const [folder, open] of folders) {
      const mails = chunk.filter((mail) => mail.folder === folder);
      if (mails.length === 0) continue;
      rows.push(...(await fetch(open, mails)));
      open.state = reachedBy(open.state, mails);
    }
    await write(rows);
  };
  /** What came to the inbox meanwhile, out of turn: history must not keep today's mail waiting. */
  const early: ListedMail[] = [];
  const takeNews = async (inbox: OpenFolder) => {
    if (client.mailbox && client.mailbox.path !== inbox.path) await openFolder(client, inbox.path);
    const lastUid = [...inbox.mails, ...early].reduce((most, { uid }) => Math.max(most, uid), inbox.state.lastUid);
    const news = firstOf(await listMails(client, { folder: 'inbox', lastUid }, mailbox.importSince), limits());
    if (news.length === 0) return;
    early.push(...news);
    inbox.state = { ...inbox.state, found: inbox.state.found + news.length };
    await write(await fetch(inbox, news));
  };
  const inbox = folders.get('inbox');
  if (plan.length === 0) await keep([]);
  let at = 0;
  while (at < plan.length && !host.stopped()) {
    const chunk = firstOf(plan.slice(at, at + 1000), limits());
    await keep(chunk);
    at += chunk.length;
    if (inbox && at < plan.length && !host.stopped()) await takeNews(inbox);
  }
  // Only now one number says how far it came. Broken off before, these are fetched once more, and known (X8).
  if (inbox && early.length > 0 && at >= plan.length) {
    inbox.state = reachedBy(inbox.state, early);
    await write([]);
  }
}

const reachedBy = (state: MailboxFolder, mails: readonly ListedMail[]): MailboxFolder => ({
  ...state,
  taken: state.taken + mails.length,
  lastUid: Math.max(state.lastUid, ...mails.map(({ uid }) => uid)),
});
