import type { Text } from './text';

/** A moment as one says since when: the time of today, else the day and the time. */
export function sinceWords({ time, date }: Text, at: number, now = Date.now()): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return today ? time(at) : `${date(at, now)}, ${time(at)}`;
}
