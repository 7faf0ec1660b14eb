import type { ArgsOf } from '../../domain/mutations';
import type { Sight } from './mutation-args';

/** Into another inbox one sees, mostly with all that share its ticket; now and then one that is nowhere. */
export const moveArgs = {
  async moveConversation({ random, newId, rows }: Sight): Promise<ArgsOf<'moveConversation'>> {
    const conversations = await rows('conversations');
    const row = random.find(conversations.filter(({ trashed }) => trashed === null));
    const inboxes = (await rows('inboxes')).filter(({ id }) => id !== row?.inboxId);
    const inboxId = random.find(inboxes)?.id ?? newId();
    const others = conversations.filter(({ id, ticketId }) => row && ticketId !== null && ticketId === row.ticketId && id !== row.id);
    return { conversationId: row?.id ?? newId(), inboxId, alongside: random.chance(0.8) ? others.map(({ id }) => id) : [] };
  },
};
