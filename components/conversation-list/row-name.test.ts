import { expect, it } from 'vitest';
import { aConversation } from '../../tests/support/a-conversation';
import { textOf } from '../../utils/i18n/text';
import { rowFacts } from './row-facts';
import { rowName } from './row-name';

const me = '01900000-0000-7000-8000-000000000002';

it('LIST-2 a row says that words of mine wait in it', () => {
  const conversation = aConversation({ subject: 'Skagen' });
  const facts = { ...rowFacts(conversation, 'mine', 0), drafted: true };
  expect(rowName(conversation, facts, undefined, me, textOf('en'))).toMatch(/\. Draft$/);
  expect(rowName(conversation, { ...facts, drafted: false }, undefined, me, textOf('en'))).not.toContain('Draft');
});

it('THR-21 a row says to a screen reader that it holds something new', () => {
  const conversation = aConversation({ subject: 'Skagen' });
  const facts = { ...rowFacts(conversation, 'mine', 0), unseen: true };
  expect(rowName(conversation, facts, undefined, me, textOf('en'))).toMatch(/\. New since you looked$/);
});

it.each([
  ['missed', 'Missed call'],
  ['voicemail', 'Missed call, voicemail 0:42'],
  ['answered', 'Call with +45 28 14 90 77'],
] as const)('LIST-2 CHN-1 a call that was %s says so in its row', (outcome, words) => {
  const conversation = aConversation({ subject: '', channel: 'call', contactName: '+45 28 14 90 77', call: { outcome, durationSeconds: 42 } });
  expect(rowName(conversation, rowFacts(conversation, 'calls', 0), undefined, me, textOf('en'))).toContain(`. ${words}.`);
});

it('ALL-3 a row is named in the order of the four questions, and a subject that ends in its own stop gets no other', () => {
  const conversation = aConversation({ subject: 'Finns Skagen kvar?', lastInboundAt: Date.UTC(2026, 10, 12, 9, 1) });
  const facts = rowFacts(conversation, 'open', Date.UTC(2026, 10, 12, 9, 21));
  expect(rowName(conversation, facts, undefined, me, textOf('en'))).toBe(
    'Needs an answer, waiting 20 min. Henrik Østergaard-Thomsen, E-mail. Finns Skagen kvar? Unassigned',
  );
});
