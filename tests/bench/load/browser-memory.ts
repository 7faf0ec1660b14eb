import { readdirSync, readFileSync } from 'node:fs';
import { usageOf } from './process-usage';

/** MB of memory and seconds of CPU of the extension's own process (its pages and their workers), and of the whole browser on this profile. */
export function memoryOf(profile: string): { extension: number; browser: number; cpu: number } {
  const processes = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [read(Number(name))] : []));
  const main = processes.find(({ words }) => words.includes(profile) && !words.includes('--type='))?.pid;
  const family = new Set(main === undefined ? [] : [main]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  let [extension, browser, cpu] = [0, 0, 0];
  for (const { pid, words } of processes) {
    if (!family.has(pid)) continue;
    try {
      const used = usageOf(pid);
      browser += used.rss;
      cpu += used.cpu;
      if (words.includes('--extension-process')) extension += used.rss;
    } catch {
      // It ended meanwhile.
    }
  }
  return { extension, browser, cpu };
}

function read(pid: number): { pid: number; parent: number; words: string } {
  try {
    const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
    return { pid, parent, words: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
  } catch {
    return { pid, parent: 0, words: '' };
  }
}
