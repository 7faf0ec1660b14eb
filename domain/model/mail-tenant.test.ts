import { expect, it } from 'vitest';
import { isMailTenant, takesPersonalAccounts } from './mail-tenant';

it('CHN-2 a directory is an id, a domain, or Microsoft’s word for many', () => {
  for (const right of ['8eaef023-2b34-4da1-9baa-8bc8c9d6a490', 'havnegaard.dk', ' firma.onmicrosoft.com ', 'organizations', 'common', 'consumers'])
    expect([right, isMailTenant(right)]).toEqual([right, true]);
  for (const wrong of ['', '  ', 'Havnegård', 'my_tenant', 'firma', 'https://login.microsoftonline.com/firma.dk', '8eaef023-2b34', 'firma.dk/v2'])
    expect([wrong, isMailTenant(wrong)]).toEqual([wrong, false]);
});

it('CHN-2 accounts of no organisation sign in at common and consumers alone', () => {
  expect(['common', 'Consumers', 'organizations', 'firma.dk'].map(takesPersonalAccounts)).toEqual([true, true, false, false]);
});
