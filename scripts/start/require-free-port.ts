import { createServer } from 'node:net';

/** Throws a sentence that names the port and the option that changes it. */
export async function requireFreePort(port: number, what: string, option: string) {
  const taken = await new Promise<boolean>((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(true);
      else reject(error.code === 'EACCES' ? new Error(`port ${port} (${what}) is not ours to open: choose another with ${option}`) : error);
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(false)));
  });
  if (taken)
    throw new Error(
      `port ${port} (${what}) is taken by another program, perhaps by a Samtale that still runs. Choose another: npm start -- ${option} ${port + 100}`,
    );
}
