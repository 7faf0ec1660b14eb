import { expect, it } from 'vitest';
import type { Text } from '../../utils/i18n/text';
import { deliveryWords } from './delivery-words';

const t: Text['t'] = (key, values) => [key, ...Object.values(values ?? {})].join('|');

it('ALL-4 the hub’s own reasons have words in every language, and its mail server is told from a team’s', () => {
  expect(deliveryWords('attachment-missing', t)).toBe('chnProblem_attachment-missing');
  expect(deliveryWords('cut-off', t)).toBe('chnProblem_cut-off');
  expect(deliveryWords('hub-nobody-answers', t)).toBe('deliveryHubServer|chnProblem_nobody-answers');
  expect(deliveryWords('hub-fault', t)).toBe('chnProblem_hub-fault');
  expect(deliveryWords('hub-hub-fault', t)).toBe('deliveryHubServer|chnProblem_hub-fault');
  expect(deliveryWords('address-not-sendable "bo x"@kunde.dk', t)).toBe('chnProblem_address-not-sendable|"bo x"@kunde.dk');
});

it('I2 what a server said stays as it said it, also where it looks like a code', () => {
  for (const said of ['550 5.1.1 no such user here', 'no-relay-here', 'cut-off by administrator', '']) expect(deliveryWords(said, t)).toBe(said);
});
