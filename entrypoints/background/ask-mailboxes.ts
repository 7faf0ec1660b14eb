import type { SetUpAnswer } from '../../utils/messaging/contract';
import type { HubMailboxes } from '../../utils/sources/hub/hub-mailboxes';
import { getConnection } from './connections';
import { setUpProblemOf } from './set-up-problem-of';
import { sourceOf } from './source-of';

/** Asks a hub about a team's mail. Nothing of it is stored here: what it changes comes back as rows. */
export async function askMailboxes<T>(connectionId: string, ask: (mailboxes: HubMailboxes) => Promise<T>): Promise<SetUpAnswer<T>> {
  try {
    return { answer: await ask(sourceOf(await getConnection(connectionId)).mailboxes) };
  } catch (error) {
    const failed = setUpProblemOf(error);
    if (!failed) throw error;
    return { failed };
  }
}
