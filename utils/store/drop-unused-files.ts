import type { StoreTables } from './store-tables';

/** Deletes those of these files that no message and no draft names any more. Looks through all threads once: for what is rare and large. */
export async function dropUnusedFiles(
  db: Pick<StoreTables, 'threads' | 'drafts' | 'hiddenMessages' | 'files'>,
  hashes: ReadonlySet<string>,
): Promise<void> {
  const unused = new Set(hashes);
  if (unused.size === 0) return;
  const keep = (hash: string | null) => hash !== null && unused.delete(hash);
  await db.threads.each(({ messages }) => {
    for (const { rawHash, attachments } of messages) {
      keep(rawHash);
      for (const { hash } of attachments) keep(hash);
    }
  });
  await db.hiddenMessages.each(({ words }) => {
    keep(words.rawHash);
    for (const { hash } of words.attachments) keep(hash);
  });
  await db.drafts.each(({ content }) => {
    for (const { hash } of content.attachments) keep(hash);
  });
  await db.files.bulkDelete([...unused]);
}
