import { addressParser } from 'postal-mime';
import type { Address } from '../../domain/model/address';
import { oneLine } from '../text/one-line';
import { mailLimits } from './mail-limits';

interface Parsed {
  name: string;
  address?: string | undefined;
  group?: { name: string; address: string }[] | undefined;
}

/** Mailboxes of one address header, groups unwrapped; entries without an address are left out. Bounded (S23). */
export function addressesIn(header: string): Address[] {
  return addressesOf(addressParser(header.slice(0, 100_000), { flatten: true }));
}

/** The same, of what the MIME library has parsed. Nothing is ever decoded twice: an encoded word stays a name (S27). */
export function addressesOf(parsed: readonly Parsed[] | undefined): Address[] {
  const mailboxes: Address[] = [];
  for (const { name, address, group } of parsed ?? []) {
    for (const one of group ?? [{ name, address: address ?? '' }]) {
      const cleaned = oneLine(one.address, 400);
      // Half an encoded word is somebody's name torn at its comma, and must not become an address mail could go to.
      const torn = /=\?|\?=/.test(cleaned);
      if (cleaned && !torn && cleaned.length <= 320) mailboxes.push({ name: oneLine(one.name, 500), address: cleaned });
      if (mailboxes.length >= mailLimits.recipients) return mailboxes;
    }
  }
  return mailboxes;
}
