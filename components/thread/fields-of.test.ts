import { expect, it } from 'vitest';
import { fieldsOf } from './fields-of';

it('CHN-11 a submission is shown as its fields, answers of several lines whole', () => {
  expect(fieldsOf('Navn: Bo\nBesked: Hej\nvi mangler ben')).toEqual([
    { label: 'Navn', value: 'Bo' },
    { label: 'Besked', value: 'Hej\nvi mangler ben' },
  ]);
});

it('CHN-11 text that is no list of fields stays text', () => expect(fieldsOf('Hej med jer')).toBeUndefined());
