import { sha256Of } from '../network/sha256-of';
import type { StoreTables } from './store-tables';

/** Keeps bytes a person attached and answers what an attachment needs to name them. Safe to repeat: the hash is the key. */
export async function putFile(db: Pick<StoreTables, 'files'>, blob: Blob): Promise<{ hash: string; size: number; type: string }> {
  const hash = await sha256Of(blob);
  const type = blob.type || 'application/octet-stream';
  if (!(await db.files.get(hash))) await db.files.put({ hash, blob, type, size: blob.size, state: 'local', at: Date.now() });
  return { hash, size: blob.size, type };
}
