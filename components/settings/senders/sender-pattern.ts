import { foldAddress } from '../../../domain/model/fold-address';

/** As `setSenderRule` wants it; said here while one types it. */
const readable = /^[^\s@]*@[^\s@]+\.[^\s@.]+$/;

/** An address, or a domain, which is known by its @, that people leave out; `undefined` where it is neither. */
export function senderPattern(typed: string): string | undefined {
  const folded = foldAddress(typed);
  const pattern = folded.includes('@') ? folded : `@${folded}`;
  return readable.test(pattern) ? pattern : undefined;
}

/** Several, as people write them down: with commas, blanks or lines between. `bad`: the first that is neither address nor domain. */
export function senderPatterns(typed: string): { patterns: string[]; bad: string | undefined } {
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== '');
  return {
    patterns: [...new Set(parts.flatMap((part) => senderPattern(part) ?? []))],
    bad: parts.find((part) => senderPattern(part) === undefined),
  };
}
