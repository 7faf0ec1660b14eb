import { expect, it } from 'vitest';
import { senderPattern, senderPatterns } from './sender-pattern';

it('INB-2 a sender is an address or a domain, with its @ or without', () => {
  expect(senderPattern(' Per@Firma.dk ')).toBe('per@firma.dk');
  expect(senderPattern('firma.dk')).toBe('@firma.dk');
  expect(senderPattern('@firma.dk')).toBe('@firma.dk');
  expect(senderPattern('firma')).toBeUndefined();
  expect(senderPattern('')).toBeUndefined();
});

it('INB-2 several are read however they are separated, each once, and the first that is none is named', () => {
  expect(senderPatterns('per@firma.dk, firma.dk;\n@firma.dk  ')).toEqual({ patterns: ['per@firma.dk', '@firma.dk'], bad: undefined });
  expect(senderPatterns('per@firma.dk, nobody, nothing')).toEqual({ patterns: ['per@firma.dk'], bad: 'nobody' });
  expect(senderPatterns(' ')).toEqual({ patterns: [], bad: undefined });
});
