import { describe, expect, it } from 'vitest';
import { aConversation } from '../../tests/support/a-conversation';
import { rowFacts } from './row-facts';

const hour = 3_600_000;
const at = aConversation().lastInboundAt ?? 0;
const agentId = '01900000-0000-7000-8000-0000000000b1';

describe('LIST-2 a row', () => {
  it('LIST-2 waits with the time since the customer wrote', () => {
    expect(rowFacts(aConversation(), 'open', at + 3 * hour)).toMatchObject({ mark: 'waiting', owed: true, time: { kind: 'waiting', ms: 3 * hour } });
  });

  it('LIST-2 is late by how long, once its time has passed', () => {
    const facts = rowFacts(aConversation({ dueAt: at + hour }), 'open', at + 3 * hour);
    expect(facts).toMatchObject({ mark: 'late', time: { kind: 'over', ms: 2 * hour } });
  });

  it('LIST-2 answered and forwarded ones say so and show when', () => {
    expect(rowFacts(aConversation({ lastOutboundAt: at + 1 }), 'open', at)).toMatchObject({
      mark: 'answered',
      owed: false,
      time: { kind: 'at', at },
    });
    expect(rowFacts(aConversation({ lastOutboundAt: at + 1, lastForwardAt: at + 2 }), 'open', at).mark).toBe('forwarded');
  });

  it('THR-15 D25 a snoozed one says until when and owes nothing; one that is back says so until somebody writes', () => {
    const snoozed = aConversation({ dueAt: at + hour, snoozed: { until: at + 4 * hour, by: agentId } });
    expect(rowFacts(snoozed, 'snoozed', at + 2 * hour)).toMatchObject({
      mark: 'none',
      owed: false,
      third: { kind: 'snoozed', until: at + 4 * hour, agentId, over: false },
    });
    expect(rowFacts(snoozed, 'snoozed', at + 4 * hour).third).toMatchObject({ over: true });
    const back = aConversation({ backAt: at + 4 * hour });
    expect(rowFacts(back, 'open', at + 5 * hour)).toMatchObject({ owed: true, third: { kind: 'back' } });
    expect(rowFacts({ ...back, lastOutboundAt: at + 5 * hour }, 'open', at + 5 * hour).third.kind).toBe('preview');
  });

  it('LIST-2 a failed delivery comes before everything else', () => {
    const failed = aConversation({ lastOutboundAt: at + 1, deliveryProblem: { messageId: agentId, state: 'failed', text: 'mailbox full' } });
    expect(rowFacts(failed, 'open', at)).toMatchObject({ mark: 'failed', owed: true, third: { kind: 'failure', text: 'mailbox full' } });
  });

  it('LIST-2 shows a comment newer than the last word, not an older one', () => {
    const comment = { agentId, text: 'kan vi give 12 %?', at: at + 5 };
    expect(rowFacts(aConversation({ commentPreview: comment }), 'open', at).third).toMatchObject({ kind: 'comment' });
    expect(rowFacts(aConversation({ commentPreview: comment, lastOutboundAt: at + 9 }), 'open', at).third).toMatchObject({ kind: 'preview' });
  });

  it('VIEW-9 Spam shows the reason instead of a mark', () => {
    const spam = aConversation({ spam: { reason: 'role-address', rule: 'marketing', at } });
    expect(rowFacts(spam, 'spam', at)).toMatchObject({ mark: 'none', owed: false, third: { kind: 'spam', reason: 'role-address' } });
  });

  it('LIST-2 counts the others, and Mine does not repeat the owner', () => {
    const three = aConversation({ participants: [1, 2, 3].map((n) => ({ name: '', address: `${n}@kunde.example` })) });
    expect(rowFacts(three, 'mine', at)).toMatchObject({ others: 2, showOwner: false });
    expect(rowFacts(three, 'open', at).showOwner).toBe(true);
  });
});
