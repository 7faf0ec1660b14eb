import { expect, it } from 'vitest';
import { noticeHead } from './notice-head';
import { workerWords } from './worker-words';

it('THR-18 NTF-1 what was said in one I follow, and that it was closed, in the worker’s few words too', () => {
  const head = (messageId: string | null) => workerWords('da').t(noticeHead({ event: 'followed', messageId }), { name: 'Bo' });
  expect(head('m')).toBe('Bo skrev i en, du følger');
  expect(head(null)).toBe('Bo lukkede en, du følger');
  expect(workerWords('en').t(noticeHead({ event: 'back', messageId: null }), { name: 'Kim' })).toBe('Back from snooze: Kim');
});
