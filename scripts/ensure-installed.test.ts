import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = new URL('./ensure-installed.mjs', import.meta.url).href;
let project: string;

/** A project without dependencies: its install needs no network. */
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'samtale-install-'));
  const about = { name: 'empty', version: '1.0.0', engines: { node: '>=20.19' } };
  writeFileSync(join(project, 'package.json'), JSON.stringify(about));
  writeFileSync(join(project, 'package-lock.json'), JSON.stringify({ ...about, lockfileVersion: 3, requires: true, packages: { '': about } }));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function ensure(env: NodeJS.ProcessEnv = {}) {
  const code = `import { ensureInstalled } from ${JSON.stringify(script)}; ensureInstalled(${JSON.stringify(project)}); console.log('whole');`;
  const { npm_execpath: _, ...inherited } = process.env;
  return spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8', env: { ...inherited, ...env } });
}
const stamp = () => join(project, 'node_modules', '.samtale-stamp');

describe('ensureInstalled', () => {
  it('installs once, and then only when what is asked for has changed', () => {
    const first = ensure();
    expect(first.stdout).toBe('whole\n');
    expect(first.stderr).toContain('Installing what is missing');
    expect(existsSync(stamp())).toBe(true);
    expect(ensure().stderr).toBe('');
    writeFileSync(join(project, 'package-lock.json'), `${readFileSync(join(project, 'package-lock.json'), 'utf8')}\n`);
    expect(ensure().stderr).toContain('Installing what is missing');
  });

  it('works with ignore-scripts and NODE_ENV=production, and run by an npm with settings of its own', () => {
    const run = ensure({ NODE_ENV: 'production', npm_config_ignore_scripts: 'true', npm_config_omit: 'dev', npm_lifecycle_event: 'start' });
    expect(run.stdout).toBe('whole\n');
    expect(run.status).toBe(0);
  });

  it('passes npm’s own sentence on when package.json and the lock disagree, and leaves no stamp', () => {
    const about = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    writeFileSync(join(project, 'package.json'), JSON.stringify({ ...about, dependencies: { 'left-out': 'file:./nowhere' } }));
    const run = ensure();
    expect(run.status).not.toBe(0);
    expect(run.stderr).toMatch(/npm (error|ERR!)/);
    expect(run.stdout).toBe('');
    expect(existsSync(stamp())).toBe(false);
  });

  it('says which Node is needed when this one is too old', () => {
    const about = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    writeFileSync(join(project, 'package.json'), JSON.stringify({ ...about, engines: { node: '>=99.1' } }));
    const run = ensure();
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('needs Node >=99.1');
  });
});
