import { describe, expect, it } from 'vitest';
import { parseCall } from './parse-call';

const mail = {
  provider: 'gmail',
  who: { address: 'bo@kunde.example', name: 'Bo' },
  received: true,
  digest: 'abc',
  shownDate: '13. nov. 2026 08.55',
  seenIn: { provider: 'gmail', account: 'ada@example.test', thread: 't1', message: null },
};

describe('K17 each class of sender has its own verbs', () => {
  it('a page may call what the contract names', () => {
    expect(parseCall({ type: 'nudge' }, 'page')).toEqual({ type: 'nudge' });
  });
  it.each(['embedded-frame', 'stranger'] as const)('%s may call nothing', (sender) => {
    expect(() => parseCall({ type: 'nudge' }, sender)).toThrow('no verb');
    expect(() => parseCall({ type: 'open-panel', mail }, sender)).toThrow('no verb');
  });
  it('K17 a script in a mail page may ask what mails are and for the panel', () => {
    expect(parseCall({ type: 'state-of', mails: [mail] }, 'content-script')).toEqual({ type: 'state-of', mails: [mail] });
    expect(parseCall({ type: 'open-panel', mail }, 'content-script')).toEqual({ type: 'open-panel', mail });
  });
  it.each([
    { type: 'nudge' },
    { type: 'connect', url: 'https://evil.example' },
    { type: 'reset-device' },
    { type: 'sign-out', connectionId: 'a', unsent: 'discard' },
    { type: 'state-of', mails: Array(101).fill(mail) },
    { type: 'open-panel', mail: { ...mail, provider: 'elsewhere' } },
    { type: 'open-panel', mail: { ...mail, digest: 'x'.repeat(1000) } },
    { type: 'open-panel' },
    JSON.parse('{"__proto__":{"type":"open-panel"}}'),
    [],
    'state-of',
  ])('K17 E4 E7 a script in a mail page may not call %j', (raw) => {
    expect(() => parseCall(raw, 'content-script')).toThrow('not a call');
  });
  it.each([
    null,
    'nudge',
    { type: 'wipe' },
    { type: 'connect' },
    { type: 'fetch-file', connectionId: 'a', messageId: '../../x', hash: 'a' },
    { type: 'fetch-file', messageId: '01900000-0000-7000-8000-000000000001', hash: 'a' },
    {
      type: 'fetch-bodies',
      connectionId: 'a',
      conversationId: '01900000-0000-7000-8000-000000000001',
      messageIds: Array(101).fill('01900000-0000-7000-8000-000000000001'),
    },
  ])('a page may not call %j', (raw) => {
    expect(() => parseCall(raw, 'page')).toThrow('not a call');
  });
});
