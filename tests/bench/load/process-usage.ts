import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** What a process has used so far: seconds of CPU, and MB of memory now and at most. By /proc, so on Linux alone. */
export function usageOf(pid: number): { cpu: number; rss: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (field: string) => Math.round(Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024);
  // The name, in brackets, may hold blanks: count from behind it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return { cpu: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond, rss: megabytes('VmRSS'), most: megabytes('VmHWM') };
}
