import type { HubConnection } from '../../utils/connection/device-database';
import { typedWordsOf } from '../../utils/connection/typed-words';
import type { SamtaleDatabase } from '../../utils/store/database';
import { notApplied } from '../../utils/store/not-applied';
import { waitingChanges } from '../../utils/store/waiting-changes';
import { device } from '../panel/device';

/** Everything of an account that the hub has not taken, as a file a person can keep and read (X13). */
export async function unsentFile(
  db: SamtaleDatabase,
  { id, origin, email }: Pick<HubConnection, 'id' | 'origin' | 'email'>,
  now: Date,
): Promise<{ name: string; bytes: Blob }> {
  const [waiting, refused, typed] = await Promise.all([waitingChanges(db), notApplied(db), typedWordsOf(device, id)]);
  const content = {
    samtale: 'unsent changes',
    hub: origin,
    account: email,
    savedAt: now.toISOString(),
    waiting,
    notApplied: refused,
    /** Written and not saved as a draft yet. */
    typed: typed.map(({ conversationId, content }) => ({ conversationId, ...content })),
  };
  return {
    name: `samtale-unsent-${now.toISOString().slice(0, 10)}.json`,
    bytes: new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' }),
  };
}
