import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { HubRefused } from './hub-refused';

const Holder = z.object({ port: z.int(), nonce: z.string() });
/** ms to wait for whoever may hold the folder to say so. */
const patience = 2000;

/**
 * One hub to a folder: the embedded database bears no second one. The lock is a listening socket that the file names; a killed
 * hub answers no more, so its lock is worth nothing, and no process number taken again can pretend to be it.
 */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'hub.lock');
  const nonce = randomUUID();
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(nonce);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const mine = JSON.stringify({ port: (server.address() as AddressInfo).port, nonce });
  for (let attempt = 1; !(await writeNew(file, mine)); attempt++) {
    if (attempt > 3 || (await isHeld(file))) {
      server.close();
      throw new HubRefused(`another hub is running on ${folder}: stop it first, or choose another folder with --data`);
    }
    await rm(file, { force: true });
  }
  return async () => {
    await rm(file, { force: true });
    server.close();
  };
}

async function writeNew(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return false;
    throw fault;
  }
}

async function isHeld(file: string): Promise<boolean> {
  const holder = await readHolder(file);
  return holder !== undefined && (await ask(holder.port)) === holder.nonce;
}

async function readHolder(file: string): Promise<z.infer<typeof Holder> | undefined> {
  try {
    return Holder.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
  } catch {
    // Gone meanwhile, or cut short by a kill: nobody holds it.
    return undefined;
  }
}

const ask = (port: number) =>
  new Promise<string | undefined>((resolve) => {
    let said = '';
    const socket = connect({ port, host: '127.0.0.1', timeout: patience });
    socket.on('data', (chunk) => {
      said += chunk;
    });
    socket.on('end', () => resolve(said));
    for (const event of ['error', 'timeout'] as const)
      socket.on(event, () => {
        socket.destroy();
        resolve(undefined);
      });
  });
