/** Enhanced codes that speak of the address itself and not of this mail, this moment or us (RFC 3463): no such mailbox, domain or syntax; mailbox closed. */
const ofAddress = '5\\.(1\\.[0-36]|2\\.1|4\\.4)';

/** Whether a mail server's answer says that there is no such address. Without an enhanced code a plain 550 is taken for that. */
export const refusesAddress = (words: string): boolean => new RegExp(`^5\\d\\d[ -]${ofAddress}\\b`).test(words) || /^55[03] (?!\d\.\d)/.test(words);

/** Whether a report of another server's says the same later: a delivery status that has failed for good (RFC 3464). */
export function reportsNoSuchAddress(raw: Uint8Array): boolean {
  const text = Buffer.from(raw.subarray(0, 256 * 1024)).toString('latin1');
  return /^action:\s*failed\b/im.test(text) && new RegExp(`^status:\\s*${ofAddress}\\b`, 'im').test(text);
}
