import type { Id } from '../../domain/model/ids';
import type { World } from './world';

/** A mailbox at Support, as Ann connects it; signed out until the host says otherwise. */
export async function mailboxIn(world: World, address = 'post@havnegaard.example'): Promise<Id> {
  const channelId = world.id();
  const refused = await world.act(world.ann, 'connectMailbox', {
    channelId,
    inboxId: world.support,
    name: 'Post',
    address,
    fromName: 'company',
    companyName: 'Havnegaard',
    signatureHtml: '',
    logForwardsTo: 'original-sender',
    reopenTicketOnAnswer: false,
    importSince: world.at,
  });
  if (refused) throw new Error(`the mailbox was refused: ${refused}`);
  return channelId;
}
