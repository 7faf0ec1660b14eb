import { useLiveQuery } from 'dexie-react-hooks';
import type { Channel } from '../../../domain/model/channel';
import { asksForProviders, type Confirmation } from '../../../utils/mail/confirmation-of';
import { listView } from '../../../utils/store/list-view';
import { readMessages } from '../../../utils/store/read-messages';
import { useWorkspace } from '../../panel/workspace-context';
import { confirmationIn } from '../../thread/confirmation-in';

/** How many of the newest open conversations are looked through. */
const looked = 100;

/** The newest question of a provider that waits in this inbox; closing its conversation answers it. */
export function useConfirmation({ inboxId, id }: Channel): Confirmation | undefined {
  const { db } = useWorkspace();
  return useLiveQuery(async () => {
    const open = await listView(db, { inboxId, view: 'open', order: 'newest', limit: looked });
    for (const conversation of open) {
      if (conversation.channelId !== id || !asksForProviders(conversation.contactAddress ?? '')) continue;
      const messages = (await readMessages(db, conversation.id)).sort((a, b) => b.receivedAt - a.receivedAt);
      const found = messages.map(confirmationIn).find((confirmation) => confirmation !== undefined);
      if (found) return found;
    }
    return undefined;
  }, [db, inboxId, id]);
}
