const local = /^[^\s\p{Cc}"(),:;<>@[\\\]%!|`]+$/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u;

/**
 * Whether we hand an address to a mail server: plain `local@domain` of the kind people have, letters of any script allowed. Left out on
 * purpose are quoted local parts, routes, comments and lists, which libraries have read as an address of another domain than the one shown
 * (nodemailer GHSA-mm7p-fcc7-pg87), and line breaks, which would begin a new header.
 */
export function isSendableAddress(address: string): boolean {
  const parts = address.split('@');
  const [name = '', domain = ''] = parts;
  if (parts.length !== 2 || name.length > 64 || address.length > 254) return false;
  if (!local.test(name) || name.startsWith('.') || name.endsWith('.') || name.includes('..')) return false;
  const labels = domain.split('.');
  // A last label of digits is an IP address, not a domain.
  return labels.length > 1 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? '');
}
