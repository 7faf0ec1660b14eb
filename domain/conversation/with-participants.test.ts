import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { withParticipants } from './with-participants';

it('LIST-2 each address once, whatever its case, with the first name we learn, ours left out', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const ours = new Set(['support@havnegaard.example']);
  const more = [
    { name: 'Ida', address: 'IDA@kunde.example' },
    { name: 'Ida Vang', address: 'ida@kunde.example' },
    { name: '', address: 'Support@havnegaard.example' },
    { name: 'undisclosed', address: '' },
  ];
  const { participants } = withParticipants(world.get('conversations', conversationId), more, ours);
  expect(participants).toEqual([{ name: 'Ida', address: 'ida@kunde.example' }]);
});

it('I13 a mail to thousands does not grow the row without end', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const many = Array.from({ length: 500 }, (_, n) => ({ name: '', address: `p${n}@kunde.example` }));
  const { participants } = withParticipants(world.get('conversations', conversationId), many, new Set());
  expect([participants.length, participants[0]?.address]).toEqual([200, 'ida@kunde.example']);
});
