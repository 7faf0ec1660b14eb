import { syncedTables } from '../../domain/core/tables';
import type { Write } from '../../domain/core/tx';
import type { SpaceId } from '../../domain/model/ids';

/** The spaces whose version these writes raise: where a row lies now, and where it lay. */
export function spacesOfWrites(writes: readonly Write[]): SpaceId[] {
  const spaces = writes.flatMap((write) => [write.before, write.after].map((row) => (row && write.table in syncedTables ? spaceOf(row) : undefined)));
  return [...new Set(spaces.filter((space) => space !== undefined))].sort();
}

const spaceOf = (row: object): SpaceId | undefined => ('space' in row && typeof row.space === 'string' ? row.space : undefined);
