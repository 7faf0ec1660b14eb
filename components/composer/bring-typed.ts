import type { DraftContent } from '../../domain/model/draft';
import type { Id } from '../../domain/model/ids';
import { draftPlace, typedWordsKey } from '../../utils/connection/typed-place';
import { typedWordsOf } from '../../utils/connection/typed-words';
import type { SamtaleDatabase } from '../../utils/store/database';
import { targetHere } from '../../utils/store/target-here';
import { device } from '../panel/device';

/**
 * Words typed in a conversation that was merged into this one since, and not saved as a draft there: they lie where this one's editor looks from now on
 * (THR-17, RPL-8). Where words are typed here already, these wait until those are sent.
 */
export async function bringTyped(db: SamtaleDatabase, connectionId: string, conversationId: Id, mode: DraftContent['mode']): Promise<void> {
  const own = typedWordsKey(draftPlace(connectionId, conversationId, mode));
  if (await device.settings.get(own)) return;
  for (const typed of await typedWordsOf(device, connectionId)) {
    const { key, content } = typed;
    if (typed.conversationId === conversationId || content.mode !== mode) continue;
    if ((await targetHere(db, typed.conversationId)) !== conversationId) continue;
    await device.transaction('rw', device.settings, async () => {
      const row = await device.settings.get(key);
      if (!row || (await device.settings.get(own))) return;
      await device.settings.put({ key: own, value: row.value });
      await device.settings.delete(key);
    });
  }
}
