import { syncedTables } from '../../domain/core/tables';
import type { Write } from '../../domain/core/tx';
import { type SpaceId, workspaceSpace } from '../../domain/model/ids';

/**
 * The spaces whose version these writes raise: where a row lies now, and where it lay. An invitation is synced to nobody, but two who
 * use it at once must meet at a lock, and its workspace's is the one (S10).
 */
export function spacesOfWrites(writes: readonly Write[]): SpaceId[] {
  const spaces = writes.flatMap(({ table, before, after }) => {
    if (table === 'invitations') return [before, after].map((row) => row && workspaceSpace(row.workspaceId));
    return table in syncedTables ? [before, after].map((row) => (row ? spaceOf(row) : undefined)) : [];
  });
  return [...new Set(spaces.filter((space) => space !== undefined && space !== null))].sort();
}

const spaceOf = (row: object): SpaceId | undefined => ('space' in row && typeof row.space === 'string' ? row.space : undefined);
