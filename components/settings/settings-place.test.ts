import { expect, it } from 'vitest';
import { placeOfSettingsHash } from './settings-place';

it('INB-5 an address names a section and what in it', () => {
  expect(placeOfSettingsHash('#/appearance')).toEqual({ section: 'appearance', args: [] });
  expect(placeOfSettingsHash('#/inbox/0190-1/members')).toEqual({ section: 'inbox', args: ['0190-1', 'members'] });
});

it('an address that names none is the list of sections', () => {
  for (const hash of ['', '#', '#/', '#appearance']) expect(placeOfSettingsHash(hash)).toBeUndefined();
});
