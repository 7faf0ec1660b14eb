import { mailLimits } from './mail-limits';

/** Message-IDs of a References, In-Reply-To or Message-ID header, with brackets, in order, each once. */
export function messageIdsIn(value: string): string[] {
  const bracketed = value.slice(0, 100_000).match(/<[^<>\s\0]{1,990}>/g);
  if (bracketed) return [...new Set(bracketed)];
  // Some senders leave the brackets out.
  const bare = value
    .trim()
    .split(/[\s,]+/, mailLimits.references)
    .filter((word) => /^[^<>\s@\0]{1,500}@[^<>\s@\0]{1,400}$/.test(word));
  return [...new Set(bare.map((word) => `<${word}>`))];
}

/** At most `mailLimits.references`: the first, which began the thread, and the newest. */
export function referencesOf(references: string, inReplyTo: string): string[] {
  const all = [...new Set([...messageIdsIn(references), ...messageIdsIn(inReplyTo)])];
  return all.length <= mailLimits.references ? all : [...all.slice(0, 1), ...all.slice(1 - mailLimits.references)];
}
