import { describe, expect, it } from 'vitest';
import { aConversation } from '../../tests/support/a-conversation';
import { agentRow, id, messageRow, write } from '../../tests/support/rows';
import type { Conversation } from '../model/conversation';
import type { Message } from '../model/message';
import type { NotificationSettings } from '../model/notification-settings';
import { dueMail, leadOf, type MailMoment, mailGivenUp, mailWait, type WaitingNotice } from './due-mail';
import { noticesOfWrites } from './notices-of-writes';

const me = id(2);
const colleague = id(3);
const now = Date.UTC(2026, 10, 12, 9, 5);
const minute = 60_000;
const settings: NotificationSettings = {
  id: me,
  space: `agent:${me}`,
  ways: { mention: 'email', assignment: 'email', reply: 'email', conversation: 'browser' },
  quiet: null,
};
const night = { from: 9 * 60, to: 10 * 60, timeZone: 'UTC' };

describe('NTF-2 what the hub keeps for mail', () => {
  const before = aConversation({ ownerId: me });
  const word: Message = { ...messageRow(900, 1, 170), receivedAt: now - 1000 };
  const writes = [write('conversations', before, before), write('messages', word)];
  const kept = (reader: Partial<Parameters<typeof noticesOfWrites>[1]>, of = writes) =>
    noticesOfWrites(of, { agent: agentRow(2), settings, inboxIds: [before.inboxId], ...reader }, now).map(({ event }) => event);

  it('NTF-2 the same news as in the browser, as far as one wants it by mail', () => {
    expect(kept({})).toEqual(['reply']);
    expect(kept({ settings: { ...settings, ways: { ...settings.ways, reply: 'browser' } } })).toEqual([]);
    expect(kept({ settings: { ...settings, ways: { ...settings.ways, reply: 'none' } } })).toEqual([]);
  });

  it('NTF-2 nothing of an inbox one is not in, nothing for who is no longer active, nothing that comes in quiet hours', () => {
    expect(kept({ inboxIds: [id(77)] })).toEqual([]);
    expect(kept({ agent: agentRow(2, { active: false }) })).toEqual([]);
    expect(kept({ settings: { ...settings, quiet: night } })).toEqual([]);
  });

  it('NTF-2 never what one did oneself: a conversation one took', () => {
    const given = aConversation({ ownerId: null });
    const taken = [write('conversations', aConversation({ ownerId: me }), given)];
    const entry = (agentId: string) => ({
      id: id(800),
      space: `agent:${agentId}`,
      act: 'assignConversation',
      at: now,
      changes: [{ table: 'conversations', id: given.id, before: { ownerId: null }, after: { ownerId: me } }],
    });
    expect(kept({}, [...taken, write('undoEntries', entry(colleague))])).toEqual(['assignment']);
    expect(kept({}, [...taken, write('undoEntries', entry(me))])).toEqual([]);
  });

  it('NTF-2 AVL-1 nothing new for all for who is away', () => {
    const begun = [write('conversations', aConversation({ ownerId: null, firstInboundAt: word.receivedAt })), write('messages', word)];
    const all: NotificationSettings = { ...settings, ways: { ...settings.ways, conversation: 'email' } };
    expect(kept({ settings: all }, begun)).toEqual(['conversation']);
    expect(kept({ settings: all, agent: agentRow(2, { availability: { state: 'away', since: 0 } }) }, begun)).toEqual([]);
  });
});

describe('NTF-2 what is mailed, and when', () => {
  const notice = (changes: Partial<WaitingNotice> = {}): WaitingNotice => ({
    event: 'reply',
    messageId: id(900),
    from: { name: 'Henrik' },
    at: now - mailWait,
    ...changes,
  });
  const due = (changes: Partial<MailMoment> = {}) =>
    dueMail({
      notices: [notice()],
      self: agentRow(2),
      isMember: true,
      settings,
      conversation: aConversation({ ownerId: me }),
      seenAt: now - 60 * minute,
      hubSince: now - 60 * minute,
      now,
      ...changes,
    });

  it('NTF-2 once no device has been online for 5 minutes; one that was told it', () => {
    expect(due()).toEqual([notice()]);
    expect(due({ seenAt: null })).toEqual([notice()]);
    expect(due({ now: now - 1 })).toBe('wait');
    expect(due({ seenAt: now - minute })).toBe('drop');
    const later = notice({ at: now - minute });
    expect(due({ notices: [notice(), later], seenAt: now - 2 * minute })).toBe('wait');
    expect(due({ notices: [notice(), later] })).toEqual([notice(), later]);
  });

  it('NTF-2 a hub that has just begun cannot know who is online: it waits as long', () => {
    expect(due({ hubSince: now - minute })).toBe('wait');
  });

  it('NTF-2 quiet hours put it off, a day ends it', () => {
    expect(due({ settings: { ...settings, quiet: night } })).toBe('wait');
    expect(due({ now: now - mailWait + mailGivenUp, hubSince: 0 })).toBe('drop');
  });

  it('NTF-2 nothing about spam, trash, what one may not see any more or has chosen otherwise since', () => {
    const mine = aConversation({ ownerId: me });
    const dropped: Partial<MailMoment>[] = [
      { conversation: undefined },
      { conversation: { ...mine, spam: { reason: 'bulk-mail', rule: null, at: now } } },
      { conversation: { ...mine, trashed: { at: now, by: null } } },
      { isMember: false },
      { self: undefined },
      { self: agentRow(2, { active: false }) },
      { settings: undefined },
      { settings: { ...settings, ways: { ...settings.ways, reply: 'browser' } } },
    ];
    for (const change of dropped) expect(due(change)).toBe('drop');
  });

  it('RTE-1 what comes to a contact’s owner is theirs whatever they chose, if they chose at all; in quiet hours it waits; a device online has it', () => {
    const own = notice({ event: 'assignment', asOwner: true });
    const nothing = { mention: 'none', assignment: 'none', reply: 'none', conversation: 'none' } as const;
    expect(due({ notices: [own], settings: { ...settings, ways: nothing } })).toEqual([own]);
    expect(due({ notices: [own], settings: undefined })).toEqual([own]);
    expect(due({ notices: [own], settings: undefined, now: now - 1 })).toBe('wait');
    expect(due({ notices: [own], settings: { ...settings, quiet: night } })).toBe('wait');
    expect(due({ notices: [own], seenAt: now - minute })).toBe('drop');
    expect(due({ notices: [own], conversation: aConversation({ ownerId: colleague }) })).toBe('drop');
    const mention = notice({ event: 'mention' });
    expect(leadOf([mention, own])).toBe(own);
  });

  it('NTF-2 nothing a colleague has dealt with meanwhile, but a mention always', () => {
    const theirs: Conversation = aConversation({ ownerId: colleague });
    expect(due({ conversation: theirs })).toBe('drop');
    expect(due({ conversation: aConversation({ ownerId: me, status: 'closed', closedAt: now, closedBy: null } as Partial<Conversation>) })).toBe(
      'drop',
    );
    const mention = notice({ event: 'mention', from: { agentId: colleague } });
    expect(due({ conversation: theirs, notices: [mention] })).toEqual([mention]);
  });

  it('THR-18 what is said in one they follow, whoever dealt with it meanwhile, as long as they follow it', () => {
    const ways = { ...settings.ways, followed: 'email' as const, back: 'email' as const };
    const followed = { notices: [notice({ event: 'followed' })], settings: { ...settings, ways } };
    const theirs = {
      ...aConversation({ ownerId: colleague, followers: [me] }),
      status: 'closed',
      closedAt: now,
      closedBy: colleague,
    } as Conversation;
    expect(due({ ...followed, conversation: theirs })).toEqual(followed.notices);
    expect(due({ ...followed, conversation: aConversation({ ownerId: me }) })).toBe('drop');
    expect(due({ ...followed, conversation: theirs, settings })).toBe('drop');
  });

  it('THR-15 that one is back from snooze, unless it was closed or snoozed again', () => {
    const back = { notices: [notice({ event: 'back' })], settings: { ...settings, ways: { ...settings.ways, back: 'email' as const } } };
    expect(due({ ...back, conversation: aConversation({ ownerId: colleague }) })).toEqual(back.notices);
    expect(due({ ...back, conversation: aConversation({ snoozed: { until: null, by: colleague } }) })).toBe('drop');
    const closed = { ...aConversation(), status: 'closed', closedAt: now, closedBy: null } as Conversation;
    expect(due({ ...back, conversation: closed })).toBe('drop');
  });

  it('NTF-2 one mail of several is about the most personal, the newest of those', () => {
    const mention = notice({ event: 'mention', at: 1 });
    expect(leadOf([notice({ at: 2 }), mention, notice({ at: 3 })])).toBe(mention);
    expect(leadOf([notice({ at: 2 }), notice({ at: 3 })])?.at).toBe(3);
    const [followed, back] = [notice({ event: 'followed' }), notice({ event: 'back' })];
    expect(leadOf([followed, back])).toBe(back);
    expect(leadOf([followed, notice({ event: 'conversation' })])).toBe(followed);
  });
});
