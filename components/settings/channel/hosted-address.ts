import { foldAddress } from '../../../domain/model/address';

/** An address of the hub's for an inbox of this name: its name in the letters addresses have, and a number where that one is in use. */
export function hostedAddressFor(inboxName: string, domain: string, taken: readonly string[]): string {
  const inUse = new Set(taken.map(foldAddress));
  const local = localPartOf(inboxName);
  for (let number = 1; ; number += 1) {
    const address = `${local}${number === 1 ? '' : `-${number}`}@${domain}`;
    if (!inUse.has(address)) return address;
  }
}

const letters: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa', ä: 'ae', ö: 'oe', ß: 'ss', þ: 'th', ð: 'd' };

const localPartOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[æøåäößþð]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '') || 'inbox';
