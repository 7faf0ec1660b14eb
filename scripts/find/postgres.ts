import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onPath } from './on-path';

/** Folder with `initdb` and `postgres` of PostgreSQL 15 or newer: `POSTGRES_BIN`, then PATH, then where packages put it. */
export function findPostgres(): string | undefined {
  const chosen = process.env.POSTGRES_BIN;
  if (chosen) return existsSync(join(chosen, 'initdb')) ? chosen : undefined;
  const initdb = onPath(['initdb'], { platform: process.platform, env: process.env, exists: existsSync });
  return initdb ? dirname(initdb) : packaged();
}

const places = ['/usr/lib/postgresql', '/usr/local/opt', '/opt/homebrew/opt'];

/** `/usr/lib/postgresql/15/bin`, `/opt/homebrew/opt/postgresql@16/bin`: the oldest that will do, because that is the one we promise. */
function packaged(): string | undefined {
  return places
    .filter((place) => existsSync(place))
    .flatMap((place) => readdirSync(place).map((folder) => ({ version: versionOf(folder), bin: join(place, folder, 'bin') })))
    .filter(({ version, bin }) => version >= 15 && existsSync(join(bin, 'initdb')))
    .sort((a, b) => a.version - b.version)[0]?.bin;
}

const versionOf = (folder: string) => Number(/^(?:postgresql@)?(\d+)$/.exec(folder)?.[1] ?? 0);
