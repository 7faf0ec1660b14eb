import { addressOf } from '../shown-mailbox';

/** What an address of Outlook's says by itself. */
export interface OutlookPlace {
  kind: 'compose' | 'settings' | 'other';
  /** Of what is open, where the address names it: an opaque text as EWS writes it. */
  openItem: string | undefined;
  /** `/mail/support@firm.test/…`: a mailbox that is not the signed-in account's own. */
  mailbox: string | undefined;
}

/** Ids of conversations and items are long base64, with `-` and `_` in an address; whatever else stands in their place is none. */
export const outlookIdOf = (raw: string): string | undefined => (/^[A-Za-z0-9+/_-]{20,}={0,2}$/.test(raw) ? raw : undefined);

export function outlookPlaceOf({ pathname }: URL): OutlookPlace {
  const parts = pathname.split('/').slice(1).map(decoded);
  const at = parts.findIndex((part, index) => index > 0 && (part === 'id' || part === 'read'));
  const kind = parts.includes('compose') ? 'compose' : parts.includes('options') ? 'settings' : 'other';
  const openItem = at > 0 ? outlookIdOf(parts[at + 1] ?? '') : undefined;
  return { kind, openItem, mailbox: parts.slice(1, 3).flatMap((part) => addressOf(part) ?? [])[0] };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
