import { isSendableAddress } from '../../domain/mail/is-sendable-address';
import type { ShownMailbox } from './webmail-adapter';

/** The address alone, or nothing. */
export function addressOf(raw: string): string | undefined {
  const address = raw.trim();
  return isSendableAddress(address) ? address : undefined;
}

/** The one address within a sentence in whatever language; none where there are two. */
export function addressWithin(raw: string): string | undefined {
  const found = raw.split(/[\s()<>[\],;:"]+/).flatMap((word) => addressOf(word) ?? []);
  return new Set(found).size === 1 ? found[0] : undefined;
}

/**
 * `Name<local@domain>`, or the address alone. Everything before the last angle bracket is the name, which its owner chose: a name that looks
 * like a mailbox stays a name.
 */
export function mailboxOf(raw: string): ShownMailbox | undefined {
  const text = raw.replaceAll(/\s+/g, ' ').trim();
  const parts = /^(.*)<([^<>]+)>$/s.exec(text);
  const address = addressOf(parts?.[2] ?? text);
  return address ? { address, name: parts?.[1]?.trim() || undefined } : undefined;
}

/** Compared as mail servers do: nobody has two mailboxes that differ in capitals. */
export const sameAddress = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one.toLowerCase() === other.toLowerCase();
