import type { Connection, DeviceDatabase } from './device-database';
import { withDatabase } from './unsent-of';

export interface UsedByKind {
  html: number;
  files: number;
  originals: number;
}

/** Bytes of the kinds that can be counted, of all workspaces of this device together; the rest of what is used is text and what lists need. */
export async function usedByKind(device: Pick<DeviceDatabase, 'connections'>, connections: readonly Pick<Connection, 'id'>[]): Promise<UsedByKind> {
  const used: UsedByKind = { html: 0, files: 0, originals: 0 };
  for (const { id } of connections)
    await withDatabase(device, id, async (db) => {
      await db.bodies.each(({ html }) => {
        used.html += html.length;
      });
      await db.files.each(({ type, size }) => {
        used[type === 'message/rfc822' ? 'originals' : 'files'] += size;
      });
    });
  return used;
}
