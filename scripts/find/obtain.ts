import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium';
import { findDovecot } from './dovecot';
import { findFirefox } from './firefox';
import { findPostgres } from './postgres';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The system's browser, else Debian's package where we may install one, else Playwright's own; `undefined` when none can be had. */
export async function obtainChromium(): Promise<string | undefined> {
  const found = findChromium() ?? (await playwrightsOwn());
  if (found || process.env.CHROMIUM) return found;
  installPackage('chromium');
  return findChromium() ?? (await downloadPlaywrights());
}

/** A private PostgreSQL 15 or newer: what is here, else Debian's package, without a server of its own left running. */
export function obtainPostgres(): string | undefined {
  const found = findPostgres();
  if (found || process.env.POSTGRES_BIN) return found;
  installPackage('postgresql');
  return findPostgres();
}

/** Dovecot for the tests of mailboxes: what is here, else Debian's package; its service is not started. */
export function obtainDovecot(): string | undefined {
  const found = findDovecot();
  if (found || process.env.DOVECOT) return found;
  installPackage('dovecot-imapd');
  return findDovecot();
}

/** Firefox for the tests of its build: what is here, else Debian's package. */
export function obtainFirefox(): string | undefined {
  const found = findFirefox();
  if (found || process.env.FIREFOX) return found;
  installPackage('firefox-esr');
  return findFirefox();
}

async function playwrightsOwn(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

async function downloadPlaywrights(): Promise<string | undefined> {
  const cli = fileURLToPath(new URL('../../node_modules/@playwright/test/cli.js', import.meta.url));
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { cwd: root, stdio: ['ignore', 2, 2] });
  return playwrightsOwn();
}

/** `apt-get install`, where there is an apt and we are allowed to. Debian's PostgreSQL brings a cluster of its own: it goes again. */
function installPackage(name: 'chromium' | 'postgresql' | 'dovecot-imapd' | 'firefox-esr') {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.error(`Installing ${name} (apt-get).`);
  const clustersBefore = clusters();
  // RUNLEVEL=1 keeps `invoke-rc.d` from starting the service it installs.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const run = (command: string, ...args: string[]) => spawnSync(command, args, { env, stdio: ['ignore', 2, 2] }).status === 0;
  const install = () => run('apt-get', 'install', '-y', '-q', '--no-install-recommends', name);
  if (!install()) {
    run('apt-get', 'update', '-q');
    install();
  }
  for (const { version, cluster } of clusters()) {
    const ownedBefore = clustersBefore.some((known) => known.version === version && known.cluster === cluster);
    if (!ownedBefore) run('pg_dropcluster', '--stop', version, cluster);
  }
}

/** Debian's clusters, by their configuration: `/etc/postgresql/15/main`. */
function clusters(): { version: string; cluster: string }[] {
  const folder = '/etc/postgresql';
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((version) => readdirSync(`${folder}/${version}`).map((cluster) => ({ version, cluster })));
}
