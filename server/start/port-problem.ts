import { HubRefused } from './hub-refused';

/** A port that cannot be had, in words that name the option that changes it. */
export function portProblem(fault: NodeJS.ErrnoException, port: number, what: string, option: string): Error {
  if (fault.code === 'EADDRINUSE')
    return new HubRefused(`port ${port} for ${what} is taken by another program: choose another with ${option}`, { cause: fault });
  if (fault.code === 'EACCES') return new HubRefused(`port ${port} for ${what} is not ours to open: choose another with ${option}`, { cause: fault });
  return fault;
}
