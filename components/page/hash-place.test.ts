import { describe, expect, it } from 'vitest';
import { hashOf, placeOfHash } from './hash-place';

const inboxId = '01900000-0000-7000-8000-000000000001';
const openId = '01900000-0000-7000-8000-0000000000aa';

describe('SUR-7 the address of the full page', () => {
  it('says inbox, view and conversation, and is read back as it was written', () => {
    expect(hashOf({ inboxId, view: 'mine', openId })).toBe(`#/${inboxId}/mine/${openId}`);
    for (const place of [
      { inboxId, view: 'mine', openId },
      { inboxId, view: 'closed', openId: undefined },
      { inboxId, view: 'open', openId, landOn: inboxId },
    ] as const)
      expect(placeOfHash(hashOf(place))).toEqual(place);
  });

  it('that names no place is none', () => {
    for (const hash of [
      '',
      '#',
      '#/',
      '#mine',
      `#/${inboxId}`,
      `#/${inboxId}/no-such-view`,
      `#/someone/mine`,
      `#/${inboxId}/mine/x`,
      `#/${inboxId}/mine/${openId}/x`,
      `#/${inboxId}/mine/${openId}/${openId}/${openId}`,
    ])
      expect(placeOfHash(hash), hash).toBeUndefined();
  });
});
