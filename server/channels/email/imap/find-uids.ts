import type { ImapFlow, SearchObject } from 'imapflow';

/**
 * UIDs in the open folder that this finds. The library answers a search that was refused, or during which the line ended, as if there were
 * nothing to answer; why is told in its log alone, and would pass for an empty folder.
 */
export async function findUids(client: ImapFlow, query: SearchObject): Promise<number[]> {
  const { warn } = client.log;
  let refusal: unknown;
  client.log.warn = (entry: { err?: unknown }) => {
    refusal ??= entry.err;
    warn(entry);
  };
  try {
    const found = await client.search(query, { uid: true });
    if (Array.isArray(found)) return found;
  } finally {
    client.log.warn = warn;
  }
  throw refusal ?? new Error('the connection ended before the server told what is there');
}
