import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockDataFolder } from './lock-data-folder';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samtale-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a second hub on the same folder is refused with a sentence, until the first is gone', async () => {
  const unlock = await lockDataFolder(folder);
  await expect(lockDataFolder(folder)).rejects.toThrow(/another hub is running on .* --data/);
  await unlock();
  await (await lockDataFolder(folder))();
});

it.each([
  ['of a killed hub', '{"port":1,"nonce":"x"}'],
  ['cut short', '{"por'],
  ['empty', ''],
])('a lock %s is worth nothing', async (_, text) => {
  writeFileSync(join(folder, 'hub.lock'), text);
  await (await lockDataFolder(folder))();
});

it('a lock whose port is somebody else’s by now is worth nothing', async () => {
  const other = createServer((socket) => socket.end('SSH-2.0'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  writeFileSync(join(folder, 'hub.lock'), JSON.stringify({ port: address && typeof address === 'object' ? address.port : 0, nonce: 'x' }));
  await (await lockDataFolder(folder))();
  other.close();
});
