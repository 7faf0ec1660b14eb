import { describe, expect, it } from 'vitest';
import { parseCall } from './parse-call';

describe('K17 each class of sender has its own verbs', () => {
  it('a page may call what the contract names', () => {
    expect(parseCall({ type: 'nudge' }, 'page')).toEqual({ type: 'nudge' });
  });
  it.each(['embedded-frame', 'content-script', 'stranger'] as const)('%s may call nothing', (sender) => {
    expect(() => parseCall({ type: 'nudge' }, sender)).toThrow('no verb');
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
