import { useLiveQuery } from 'dexie-react-hooks';
import { isWritten } from '../../domain/draft/is-written';
import type { DraftContent } from '../../domain/model/draft';
import type { Id } from '../../domain/model/ids';
import { conversationOfTyped, typedWordsKey } from '../../utils/connection/typed-place';
import { targetHere } from '../../utils/store/target-here';
import { device } from '../panel/device';
import { useWorkspace } from '../panel/workspace-context';

const none: ReadonlySet<string> = new Set();

/** Conversations with words of mine that were not sent: saved as drafts, of which a device holds nobody else's (K1), or typed a moment ago. */
export function useDrafted(): ReadonlySet<string> {
  const { db, connection } = useWorkspace();
  const drafted = useLiveQuery(async () => {
    const saved = (await db.drafts.toArray()).flatMap(({ conversationId, content }) => (isWritten(content) ? [conversationId] : []));
    const typing = await device.settings
      .where('key')
      .startsWith(typedWordsKey(`${connection.id}:`))
      .toArray();
    const typed = typing.flatMap(({ key, value }) => (isTyped(value) ? (conversationOfTyped(key) ?? []) : []));
    // The row one finds them at: that of the one it was merged into (THR-17).
    return new Set(await Promise.all([...saved, ...typed].map((id) => targetHere(db, id as Id))));
  }, [db, connection.id]);
  return drafted ?? none;
}

/** Written by this extension alone; whoever opens the editor reads it by its schema. */
const isTyped = (value: unknown) => {
  const content = (value as { content?: Partial<DraftContent> } | null)?.content;
  return typeof content?.html === 'string' && Array.isArray(content.attachments) && isWritten(content as DraftContent);
};
