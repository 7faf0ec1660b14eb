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
  const keep = async (chunk: ListedMail[]) => {
    const rows = [];
    for (const [folder, open] of folders) {
      const mails = chunk.filter((mail) => mail.folder === folder);
      if (mails.length === 0) continue;
      if (client.mailbox && client.mailbox.path !== open.path) await openFolder(client, open.path);
      rows.push(...(await keepFetched(await fetchMails(client, mails), mailbox, { files: host.files, now: host.now() })));
      open.state = { ...open.state, taken: open.state.taken + mails.length, lastUid: Math.max(...mails.map(({ uid }) => uid)) };
    }
    const reached = [...folders.values()].map(({ state }) => state);
    if (!(await host.mailboxes.take(host.owner, reached, rows))) throw new MailboxLost();
    if (rows.length > 0) host.taken();
  };
  if (plan.length === 0) await keep([]);
  for (let at = 0; at < plan.length && !host.stopped(); ) {
    const chunk = firstOf(plan.slice(at, at + 1000), limits());
    await keep(chunk);
    at += chunk.length;
  }
}
