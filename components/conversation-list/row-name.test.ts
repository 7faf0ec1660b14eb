import { expect, it } from 'vitest';
import { aConversation } from '../../tests/support/a-conversation';
import { textOf } from '../../utils/i18n/text';
import { rowFacts } from './row-facts';
import { rowName } from './row-name';

const me = '01900000-0000-7000-8000-000000000002';

it('ALL-3 a row is named in the order of the four questions, and a subject that ends in its own stop gets no other', () => {
  const conversation = aConversation({ subject: 'Finns Skagen kvar?', lastInboundAt: Date.UTC(2026, 10, 12, 9, 1) });
  const facts = rowFacts(conversation, 'open', Date.UTC(2026, 10, 12, 9, 21));
  expect(rowName(conversation, facts, undefined, me, textOf('en'))).toBe(
    'Needs an answer, waiting 20 min. Henrik Østergaard-Thomsen, E-mail. Finns Skagen kvar? Unassigned',
  );
});
