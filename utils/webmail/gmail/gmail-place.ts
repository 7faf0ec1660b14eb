/** What an address of Gmail's says by itself; the path's `/u/1/` is a number of this browser's and no identity. */
export interface GmailPlace {
  kind: 'compose' | 'settings' | 'thread' | 'other';
  delegated: boolean;
}

/** `#inbox/FMfcgz…`, `#label/A%2FB/FMfcgz…`, `#search/words/FMfcgz…`: the last part is the thread's, in letters of Gmail's own making. */
const threadPart = /^#[^/]+\/(?:.*\/)?[A-Za-z0-9]{20,}$/;

export function gmailPlaceOf({ pathname, search, hash }: URL): GmailPlace {
  const bare = hash.replace(/\?.*$/, '');
  const kind = /[?&](?:view|tf)=cm\b/.test(search)
    ? 'compose'
    : bare.startsWith('#settings')
      ? 'settings'
      : threadPart.test(bare)
        ? 'thread'
        : 'other';
  // Another's mailbox: /mail/b/143/u/0/ for years, now /mail/u/0/d/AEoR…/.
  return { kind, delegated: /^\/mail\/(?:b\/[^/]+\/u\/\d+|u\/\d+\/d\/[^/]+)(?:\/|$)/.test(pathname) };
}
