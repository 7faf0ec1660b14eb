import { createServer } from 'node:net';
import { portProblem } from './port-problem';

/** Throws the sentence for a port that is taken, before anything has been begun. */
export function requireFreePort({ port, host }: { port: number; host: string }, what: string, option: string): Promise<void> {
  if (port === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (fault) => reject(portProblem(fault, port, what, option)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
