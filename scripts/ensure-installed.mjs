import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Plain Node built-ins only: everything else may not be installed yet (docs/decisions/0002-two-commands.md). */
const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Makes `node_modules` match the lock, with npm's own progress on stderr, and does nothing at all when it does already.
 * Ends the process with a sentence where that cannot be done.
 * @param {string} project folder that holds package.json and its lock
 */
export function ensureInstalled(project = root) {
  requireNode(project);
  const stamp = join(project, 'node_modules', '.samtale-stamp');
  const wanted = fingerprintOf(project);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    // A killed install must not pass for a whole one: the old stamp goes first, the new one comes last.
    rmSync(stamp, { force: true });
    console.error('Installing what is missing (npm ci). This happens once.');
    runNpm(project, ['ci', '--include=dev', '--no-audit', '--no-fund']);
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
    rmSync(join(project, '.wxt'), { recursive: true, force: true });
  }
  if (!existsSync(join(project, '.wxt', 'wxt.d.ts'))) prepareTypes(project);
}

function requireNode(project) {
  const engines = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).engines?.node ?? '>=20';
  const [major = 0, minor = 0] = engines.replace(/^\D+/, '').split('.').map(Number);
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  console.error(`Samtale needs Node ${engines}; this is Node ${process.versions.node}. Get it from https://nodejs.org.`);
  process.exit(1);
}

/** What `npm ci` depends on: the lock, what package.json asks for, and the machine the binaries are for. */
function fingerprintOf(project) {
  const hash = createHash('sha256');
  const { dependencies, devDependencies, overrides } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  hash.update(readFileSync(join(project, 'package-lock.json')));
  hash.update(JSON.stringify({ dependencies, devDependencies, overrides }));
  hash.update(`${process.versions.node.split('.')[0]} ${process.platform} ${process.arch}`);
  return hash.digest('hex');
}

/** npm says itself, and clearly, what is wrong (a lock out of step, no network): its text stands, we only end with its code. */
function runNpm(project, args) {
  const cli = npmCli();
  const [command, ...first] = cli ? [process.execPath, cli] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const options = { cwd: project, stdio: ['inherit', 2, 2], env: cleanEnvironment(), shell: !cli && process.platform === 'win32' };
  const { status, error } = spawnSync(command, [...first, ...args], options);
  if (error) console.error(`npm could not be started: ${error.message}. It comes with Node: https://nodejs.org.`);
  if (status !== 0) process.exit(status ?? 1);
}

/** The npm that runs us, or the one beside this Node. A `yarn` or `pnpm` in npm_execpath would not know our lock. */
function npmCli() {
  const beside = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  return candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
}

/**
 * Settings of the npm that runs us would be taken for the child's own (`npm_config_omit`, `npm_lifecycle_event`), but where
 * packages come from and how to reach it must stay.
 */
function cleanEnvironment() {
  const kept = /^npm_config_(registry|proxy|https[-_]proxy|noproxy|cafile|ca|strict[-_]ssl|userconfig|globalconfig|cache|.*:.*)$/i;
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^npm_(lifecycle|package|command|node_execpath)/i.test(name) && (!/^npm_config_/i.test(name) || kept.test(name)),
  );
  return Object.fromEntries(entries);
}

/** The types of the extension's own paths and messages. Not a postinstall script: those do not run under `ignore-scripts`. */
function prepareTypes(project) {
  const wxt = join(project, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  if (!existsSync(wxt)) return;
  const { status } = spawnSync(process.execPath, [wxt, 'prepare'], { cwd: project, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
