import type { ImapFlow } from 'imapflow';
import type { FileStore } from '../ports';
import { type FetchedMail, fetchMails } from './fetch-mails';
import { findFolders } from './find-folders';
import { keepFetched } from './keep-fetched';
import { listMails, openFolder } from './list-mails';
import type { Look } from './mailbox-line';
import type { FolderKey, MailboxFolder, MailboxRow } from './mailbox-schema';
import type { Mailboxes } from './mailboxes';
import { passOver } from './pass-over';
import { placeOf } from './place-of';
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

interface OpenFolder {
  path: string;
  state: MailboxFolder;
  mails: ListedMail[];
}
type Folders = Map<FolderKey, OpenFolder>;

/** Finds what is new in the inbox and in Sent, and in the archive where that is asked for: how much there is, and what fetches it. */
export async function lookInto(client: ImapFlow, mailbox: MailboxRow, host: CatchUpHost & { archived: boolean }): Promise<Look> {
  const folders: Folders = new Map();
  const known = await host.mailboxes.foldersOf(mailbox.channelId);
  const places = await findFolders(client);
  const archive = host.archived ? places.archive : [];
  const paths = [
    ...archive.map((path) => [`archive:${path}`, path] as const),
    ...(places.sent === undefined ? [] : [['sent', places.sent] as const]),
    // The inbox last: it stays open, and its news are told at once.
    ['inbox', 'INBOX'] as const,
  ];
  for (const [folder, path] of paths) {
    const before = known.find((one) => one.folder === folder);
    folders.set(folder, await lookAt(client, { folder, path, before, mailbox, keyed: archive.length > 0 }));
  }
  const copies = archive.length > 0 ? passOver(mailsIn(folders), await keysIn(client, places.never, mailbox)) : new Map<ListedMail, ListedMail>();
  for (const open of folders.values()) open.state = { ...open.state, found: open.state.taken + countOf(open.mails) };
  // Where two came in the same moment, the inbox and Sent go before the archive.
  const plan = inOrder([...folders.values()].reverse().map(({ mails }) => mails));
  return {
    count: countOf(plan),
    // Not before nothing is under way: what is put away while it is taken lies in the archive the next time.
    archive: !host.archived ? undefined : archive.length === 0 ? 'missing' : plan.length === 0 ? 'through' : undefined,
    take: (limits) => takeAll(client, mailbox, { host, folders, copies, plan, limits }),
  };
}

interface LookAt {
  folder: FolderKey;
  path: string;
  before: MailboxFolder | undefined;
  mailbox: MailboxRow;
  keyed: boolean;
}

async function lookAt(client: ImapFlow, { folder, path, before, mailbox, keyed }: LookAt): Promise<OpenFolder> {
  const uidValidity = String((await openFolder(client, path)).uidValidity);
  // Under another UIDVALIDITY all is looked at again; what the inbox has already is known there (X8).
  const state = before?.uidValidity === uidValidity ? before : { channelId: mailbox.channelId, folder, uidValidity, lastUid: 0, found: 0, taken: 0 };
  const { importSince, connectedAt } = mailbox;
  const until = placeOf(folder) === 'archive' ? { archivedBefore: connectedAt - (connectedAt % 1000) } : {};
  return { path, state, mails: await listMails(client, state, { since: importSince, keyed, ...until }) };
}

/** What mails in these folders are known by. */
async function keysIn(client: ImapFlow, paths: readonly string[], { importSince }: MailboxRow): Promise<Set<string | undefined>> {
  const keys = new Set<string | undefined>();
  for (const path of paths) {
    await openFolder(client, path);
    for (const { key } of await listMails(client, { folder: 'inbox', lastUid: 0 }, { since: importSince, keyed: true })) keys.add(key);
  }
  return keys;
}

const mailsIn = (folders: Folders) => [...folders.values()].flatMap(({ mails }) => mails);

interface Take {
  host: CatchUpHost;
  folders: Folders;
  copies: Map<ListedMail, ListedMail>;
  plan: ListedMail[];
  limits(): TakeLimits;
}

async function takeAll(client: ImapFlow, mailbox: MailboxRow, { host, folders, copies, plan, limits }: Take) {
  const fetch = async (open: OpenFolder, mails: ListedMail[]) => {
    if (client.mailbox && client.mailbox.path !== open.path) await openFolder(client, open.path);
    return fetchMails(client, mails);
  };
  const write = async (mails: FetchedMail[]) => {
    const rows = await keepFetched(
      mails.map((mail) => ({ ...mail, folder: placeOf(mail.folder) })),
      mailbox,
      { files: host.files, now: host.now() },
    );
    const reached = [...folders.values()].map(({ state }) => state);
    if (!(await host.mailboxes.take(host.owner, reached, rows))) throw new MailboxLost();
    if (rows.length > 0) host.taken();
  };
  const keep = async (chunk: ListedMail[]) => {
    const fetched: FetchedMail[] = [];
    const left: ListedMail[] = [];
    for (const [folder, open] of folders) {
      const mails = chunk.filter((mail) => mail.folder === folder);
      const wanted = mails.filter(({ passed }) => !passed);
      if (wanted.length > 0) {
        const there = await fetch(open, wanted);
        fetched.push(...there);
        const uids = new Set(there.map(({ uid }) => uid));
        // Put away since it was listed: its copy in the archive is what is left of it.
        left.push(...wanted.flatMap((mail) => (uids.has(mail.uid) ? [] : (copies.get(mail) ?? []))));
      }
      if (mails.length > 0) open.state = reachedBy(open.state, mails);
    }
    for (const copy of left) {
      const open = folders.get(copy.folder);
      if (open) fetched.push(...(await fetch(open, [copy])));
    }
    await write(fetched);
  };
  /** What came to the inbox meanwhile, out of turn: history must not keep today's mail waiting. */
  const early: ListedMail[] = [];
  const takeNews = async (inbox: OpenFolder) => {
    if (client.mailbox && client.mailbox.path !== inbox.path) await openFolder(client, inbox.path);
    const lastUid = [...inbox.mails, ...early].reduce((most, { uid }) => Math.max(most, uid), inbox.state.lastUid);
    const news = firstOf(await listMails(client, { folder: 'inbox', lastUid }, { since: mailbox.importSince }), limits());
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
  taken: state.taken + countOf(mails),
  lastUid: Math.max(state.lastUid, ...mails.map(({ uid }) => uid)),
});

const countOf = (mails: readonly ListedMail[]) => mails.filter(({ passed }) => !passed).length;
