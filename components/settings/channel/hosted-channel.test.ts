import { expect, it } from 'vitest';
import { id } from '../../../tests/support/rows';
import { hostedChannel } from './hosted-channel';

it('CHN-4 an inbox gets an address that is nobody’s: no channel’s, no agent’s, nor one an agent says is theirs too', () => {
  const channels = [{ address: null }, { address: 'salg@hub.dk' }];
  const agents = [{ email: 'salg-2@hub.dk', aliases: ['salg-3@hub.dk'] }, { email: 'bo@firma.dk' }];
  const channel = hostedChannel({ id: id(7), name: 'Salg' }, { domain: 'hub.dk', companyName: 'Havnegaard', channels, agents });
  expect(channel).toMatchObject({ inboxId: id(7), kind: 'email', address: 'salg-4@hub.dk', name: 'salg-4@hub.dk', companyName: 'Havnegaard' });
});
