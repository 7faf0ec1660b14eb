import { expect, it } from 'vitest';
import { hostedAddressFor } from './hosted-address';

it('INB-3 an inbox’s own address is its name in the letters addresses have', () => {
  expect(hostedAddressFor('Kundeservice', 'hub.dk', [])).toBe('kundeservice@hub.dk');
  expect(hostedAddressFor('Løn & økonomi (Århus)', 'hub.dk', [])).toBe('loen-oekonomi-aarhus@hub.dk');
  expect(hostedAddressFor('客服', 'hub.dk', [])).toBe('inbox@hub.dk');
});

it('CHN-4 one that is in use already gets a number', () => {
  expect(hostedAddressFor('Salg', 'hub.dk', ['SALG@hub.dk', 'salg-2@hub.dk'])).toBe('salg-3@hub.dk');
});
