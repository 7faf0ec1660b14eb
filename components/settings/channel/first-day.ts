/** The day a date field holds, from its first moment by this computer's clock (ms); or why mail cannot come in since then. */
export function firstDay(typed: string, now: number): { at: number } | { problem: 'missing' | 'to-come' | 'no-such-day' } {
  if (typed === '') return { problem: 'missing' };
  const at = new Date(`${typed}T00:00`).getTime();
  // Browsers make the 2nd of March out of the 30th of February; a year half typed comes as 0002.
  if (!Number.isFinite(at) || at < 0 || dayOf(at) !== typed) return { problem: 'no-such-day' };
  return at > now ? { problem: 'to-come' } : { at };
}

/** As a date field writes it, by this computer's clock. */
export const dayOf = (at: number) => new Intl.DateTimeFormat('sv-SE').format(at);
