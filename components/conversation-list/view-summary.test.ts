import { expect, it } from 'vitest';
import { aConversation } from '../../tests/support/a-conversation';
import { textOf } from '../../utils/i18n/text';
import { viewSummary } from './view-summary';

const text = textOf('en');
const closed = aConversation({ status: 'closed', closedAt: 0, closedBy: null } as never);

it('VIEW-12 the figure of those that wait is named where all that are counted are here', () => {
  expect(viewSummary('open', 2, [aConversation(), aConversation()], text)).toBe('2 open, 2 need an answer');
  expect(viewSummary('email', 1, [aConversation(), closed], text)).toBe('1 open, 1 needs an answer');
});

it('VIEW-12 while an inbox comes in, the count is the hub’s and the figure would be of some only: it is left out', () => {
  expect(viewSummary('open', 49, [aConversation(), aConversation()], text)).toBe('49 open');
});
