import { expect, it } from 'vitest';
import { previewOf } from './preview-of';

it('LIST-2 a signature is no part of what a row shows', () => {
  expect(previewOf({ text: 'Sagen er løst.\n\n-- \nVenlig hilsen Mette', subject: 'Re: Stol' })).toBe('Sagen er løst.');
  expect(previewOf({ text: 'Vælg a -- eller b\n--\nså går det', subject: '' })).toBe('Vælg a -- eller b -- så går det');
});

it('LIST-2 a mail that is a signature alone shows it, one without words its subject', () => {
  expect(previewOf({ text: '-- \nMette', subject: 'Stol' })).toBe('-- Mette');
  expect(previewOf({ text: '', subject: 'Stol' })).toBe('Stol');
});
