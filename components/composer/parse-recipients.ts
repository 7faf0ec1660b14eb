import type { Address } from '../../domain/model/address';

/** What a person typed or pasted into a recipient field: "Bo Holm <bo@kunde.dk>; lone@kunde.dk". Nothing is thrown away, even what is no address. */
export function parseRecipients(typed: string): Address[] {
  return typed
    .split(/[;\n]|,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const match = /^"?([^"<]*?)"?\s*<([^<>]+)>$/.exec(part);
      return match ? { name: (match[1] ?? '').trim(), address: (match[2] ?? '').trim() } : { name: '', address: part };
    });
}
