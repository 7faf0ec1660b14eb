import { expect, it } from 'vitest';
import { newRules } from './new-rules';

it('INB-2 whom an inbox lets in and keeps out from the first day; nothing typed is no rule', () => {
  expect(newRules({ allow: '', deny: '' })).toEqual([]);
  expect(newRules({ allow: 'kunde.dk', deny: 'nyt@post.dk, reklame.dk' })).toEqual([
    { kind: 'allow', pattern: '@kunde.dk' },
    { kind: 'deny', pattern: 'nyt@post.dk' },
    { kind: 'deny', pattern: '@reklame.dk' },
  ]);
});

it('INB-2 what is no sender, or stands on both sides, makes none', () => {
  expect(newRules({ allow: 'kunde', deny: '' })).toBeUndefined();
  expect(newRules({ allow: 'kunde.dk', deny: '@Kunde.dk' })).toBeUndefined();
});
