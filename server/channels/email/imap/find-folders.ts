import type { ImapFlow } from 'imapflow';

/** Paths of a mailbox's folders, but for the inbox. */
export interface MailFolders {
  sent: string | undefined;
  archive: string[];
  /** What lies here is never taken, wherever else it lies. */
  never: string[];
}

/**
 * The folders a server marks (RFC 6154), else those named so in a language the library knows; some servers have none. The archive is its folder with all
 * below it, where mail programs make one a year; without one, what the server calls all mail, as Gmail does, in which spam and trash may lie too.
 */
export async function findFolders(client: ImapFlow): Promise<MailFolders> {
  const listed = await client.list();
  const marked = (use: string) => listed.filter(({ specialUse }) => specialUse === use);
  const [root] = marked('\\Archive');
  const below = root ? listed.filter(({ path, specialUse }) => path.startsWith(`${root.path}${root.delimiter}`) && !specialUse) : [];
  const pathsOf = (folders: typeof listed) => folders.filter(({ flags }) => !flags.has('\\Noselect')).map(({ path }) => path);
  return {
    sent: marked('\\Sent')[0]?.path,
    archive: pathsOf(root ? [root, ...below] : marked('\\All')),
    never: root ? [] : pathsOf(['\\Junk', '\\Trash', '\\Drafts'].flatMap(marked)),
  };
}
