import { execFile, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePorts } from './free-ports';

const run = promisify(execFile);

export interface PrivatePostgres {
  /** Of the database `postgres`. */
  url: string;
  /** Makes an empty database and returns its URL. */
  createDatabase(name: string): Promise<string>;
  /** Runs one of PostgreSQL's own programs (`pg_dump`, `psql`) against this server. */
  tool(name: string, args: string[]): Promise<string>;
  stop(): Promise<void>;
}

/** The folder of a PostgreSQL 15 or newer on this machine, or nothing. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')) && majorOf(folder) >= 15);
}

/** Starts a PostgreSQL of our own on a free loopback port, in a temporary folder, never as root. */
export async function startPrivatePostgres(): Promise<PrivatePostgres> {
  const bin = findPostgres();
  if (!bin) throw new Error('no PostgreSQL 15 or newer was found: install the package postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'samtale-pg-'));
  const owner = process.getuid?.() === 0 ? unprivileged() : undefined;
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const options = { cwd: folder, ...(owner ?? {}) };
  const data = join(folder, 'data');
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'app', '-A', 'trust', '--no-locale', '-E', 'UTF8', '--no-sync'], options);
  const [port = 0] = await freePorts(1);
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off'],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await ready(server);
  const urlOf = (database: string) => `postgres://app@127.0.0.1:${port}/${database}`;
  const tool = async (name: string, args: string[]) => {
    const { stdout } = await run(join(bin, name), args, { ...options, maxBuffer: 1 << 28 });
    return stdout;
  };
  return {
    url: urlOf('postgres'),
    tool,
    createDatabase: async (name) => {
      await tool('psql', ['-q', '-d', urlOf('postgres'), '-c', `create database "${name}"`]);
      return urlOf(name);
    },
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const majorOf = (folder: string) => Number(/(\d+)/.exec(execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }))?.[1]);

/** PostgreSQL refuses to run as root: Debian's own user for it, else nobody. */
function unprivileged(): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch (fault) {
      if (name === 'nobody') throw fault;
    }
  }
  throw new Error('no unprivileged user');
}

function ready(server: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      log = `${log}${chunk}`.slice(-10_000);
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${log}`)));
  });
}
