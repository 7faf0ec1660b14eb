import type { SamtaleDatabase } from '../store/database';
import { mutate } from '../store/mutate';
import { newId } from '../store/new-id';
import type { DeviceDatabase } from './device-database';
import { typedWordsOf } from './typed-words';

/** Saves what is typed as drafts, so that it goes with what waits for the hub. What no draft can be made of stays where it is. */
export async function saveTypedWords(device: Pick<DeviceDatabase, 'settings'>, db: SamtaleDatabase, connectionId: string): Promise<void> {
  for (const { key, draftId, basedOn, conversationId, content } of await typedWordsOf(device, connectionId)) {
    const { refused } = await mutate(db, 'saveDraft', { draftId, forkId: newId(), conversationId, basedOn, content });
    if (!refused) await device.settings.delete(key);
  }
}
