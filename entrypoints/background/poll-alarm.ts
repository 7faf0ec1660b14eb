import { browser } from 'wxt/browser';

const name = 'poll';

/** Every minute, whether or not a socket is there: what brings data when pokes were lost (K19). */
export async function ensurePoll(): Promise<void> {
  // Creating it again would put it off by a minute, and a worker that starts often would never be polled.
  if (!(await browser.alarms.get(name))) await browser.alarms.create(name, { periodInMinutes: 1 });
}

export const isPoll = (alarm: { name: string }) => alarm.name === name;
