import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { endWithNpm } from './end-with-npm.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

/** `npm run hub -- --data DIR --port N --smtp-port N --sample --json`: the hub alone, its options and its output untouched. */
ensureInstalled();
const root = fileURLToPath(new URL('..', import.meta.url));
// A process of its own, because the hub's threads inherit `--import tsx` only from a command line.
const hub = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => hub.kill(signal));
endWithNpm();
hub.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
