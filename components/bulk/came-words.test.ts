import { expect, it } from 'vitest';
import type { RefusalCode } from '../../domain/core/refusal';
import { textOf } from '../../utils/i18n/text';
import { cameWords } from './came-words';

const came = (done: number, codes: RefusalCode[] = []) => ({
  acts: [],
  done,
  left: codes.map((refused, n) => ({ id: `${n}`, refusal: { refused } })),
});

it('LIST-3 one sentence for many: what was done, what was not and why, in the reader’s language', () => {
  const en = textOf('en');
  expect(cameWords(en, 'closeConversation', came(14))).toBe('14 closed');
  expect(cameWords(en, 'closeConversation', came(13, ['bot-not-handed-over']))).toBe('13 closed; 1 is still held by a bot');
  const mixed = came(1200, ['already-closed', 'in-trash', 'bot-not-handed-over', 'bot-not-handed-over']);
  expect(cameWords(en, 'closeConversation', mixed)).toBe(
    `1,200 closed; 1 was so already; 2 are still held by a bot. 1 could not be changed: ${en.t('refusal_in-trash')}`,
  );
  expect(cameWords(en, 'trashConversation', came(3, ['in-trash']))).toBe('3 moved to trash; 1 was so already');
  expect(cameWords(en, 'undo', came(12, ['changed-since', 'gone']))).toBe('12 put back; 2 were changed since');
  expect(cameWords(textOf('da'), 'trashConversation', came(1200))).toBe('1.200 lagt i papirkurven');
});

it('LIST-3 none was done: their one reason alone; broken off: how far, and why', () => {
  const en = textOf('en');
  expect(cameWords(en, 'undo', came(0, ['changed-since', 'changed-since']))).toBe(en.t('refusal_changed-since'));
  expect(cameWords(en, 'closeConversation', { ...came(1200), halted: 'stopped' })).toBe('1,200 closed; then stopped');
  expect(cameWords(en, 'closeConversation', { ...came(50), halted: { refused: 'disk-full' } })).toBe(`50 closed. ${en.t('refusal_disk-full')}`);
});
