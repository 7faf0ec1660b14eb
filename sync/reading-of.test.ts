import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readingOf } from './reading-of';

const Written = z.object({
  text: z.string().check(z.maxLength(3)),
  tags: z.array(z.object({ name: z.string().check(z.minLength(1), z.maxLength(2)) })).check(z.maxLength(1)),
  note: z.optional(z.nullable(z.object({ words: z.string() }))),
  by: z.discriminatedUnion('kind', [z.object({ kind: z.literal('agent'), id: z.uuid() }), z.object({ kind: z.literal('system') })]),
  counts: z.record(z.string().check(z.maxLength(1)), z.object({ n: z.int() })),
});
const Read = readingOf(Written);
const row = { text: 'abc', tags: [{ name: 'a' }], by: { kind: 'system' }, counts: { a: { n: 1 } } };
const fits = (change: object) => Read.safeParse({ ...row, ...change }).success;

describe('what a newer one wrote', () => {
  it.each([
    ['a longer text', { text: 'abcdef' }],
    ['more of a list, and longer', { tags: [{ name: 'abc' }, { name: 'd' }] }],
    ['a field nobody knows', { later: { than: 'us' } }],
    ['one inside a field', { note: { words: 'x', tone: 'kind' } }],
    ['one in a member of a union', { by: { kind: 'system', why: 'cron' } }],
    ['one in a record', { counts: { a: { n: 1, m: 2 } } }],
  ])('is read whole: %s', (_, change) => {
    expect(Written.safeParse({ ...row, ...change }).data).not.toEqual({ ...row, ...change });
    expect(Read.parse({ ...row, ...change })).toEqual({ ...row, ...change });
  });

  it.each([
    ['a type', { text: 7 }],
    ['what is missing', { text: undefined }],
    ['what is too short', { tags: [{ name: '' }] }],
    ['a member nobody knows', { by: { kind: 'robot' } }],
    ['a form', { by: { kind: 'agent', id: 'javascript:1' } }],
    ['a number', { counts: { a: { n: 1.5 } } }],
  ])('S is held to %s', (_, change) => {
    expect(fits({})).toBe(true);
    expect(fits(change)).toBe(false);
  });

  it('leaves the schema it is made of as strict as it was', () => {
    expect(Written.safeParse({ ...row, text: 'abcdef' }).success).toBe(false);
  });
});
