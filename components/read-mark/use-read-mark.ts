import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Id } from '../../domain/model/ids';
import { readMarkId } from '../../domain/read-mark/read-mark-id';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { loadRules } from '../actions/load-rules';
import { useNudge } from '../panel/use-nudge';
import { useWorkspace } from '../panel/workspace-context';
import { firstNew } from './first-new';
import { isWatched, onWatched } from './is-watched';
import { newestWord } from './newest-word';

/** ms after the last mark until the hub is told: who goes through fifty conversations tells it once. */
const together = 2000;
let telling: ReturnType<typeof setTimeout> | undefined;
/** A page that goes away does not wait. */
function tellNow(nudge: () => void) {
  if (telling === undefined) return;
  clearTimeout(telling);
  telling = undefined;
  nudge();
}

/**
 * Marks the open conversation read as far as its reader has it before them (THR-21): while somebody looks at this page, once for each message that is newer
 * than all before, and only where that changes anything: there was no mark, or a word of somebody else is newer. Marked unread meanwhile it stays so. Answers whether it is known what they had seen, and above which message
 * "New" stands; that stays where it is while they read.
 */
export function useReadMark(conversationId: Id, messages: readonly ThreadMessage[] | undefined): { known: boolean; newFrom: Id | undefined } {
  const { db, me } = useWorkspace();
  const nudge = useNudge();
  const watched = useSyncExternalStore(onWatched, isWatched);
  const id = readMarkId(me, conversationId);
  const mark = useLiveQuery(async () => (await db.readMarks.get(id)) ?? null, [db, id]);
  // What only this device has is one's own, and its time not the hub's yet.
  const newest = messages?.reduce((latest, { pending, receivedAt }) => (pending ? latest : Math.max(latest, receivedAt)), 0);
  const line = useRef<{ upTo: number; newFrom: Id | undefined }>(undefined);
  if (mark !== undefined && messages && newest !== undefined && newest > (line.current?.upTo ?? -1)) {
    const isSeen = line.current && watched;
    line.current = { upTo: newest, newFrom: isSeen ? line.current?.newFrom : firstNew(messages, mark ?? undefined, me) };
  }

  const newestWords = messages && newestWord(messages, me);
  const marked = useRef(0);
  useEffect(() => {
    if (!watched || mark === undefined || newest === undefined || newestWords === undefined || newest <= marked.current) return;
    marked.current = newest;
    if (mark && !mark.unread && mark.seenAt >= newestWords) return;
    void loadRules()
      .then(({ mutate }) => mutate(db, 'setReadMark', { conversationId, seenAt: newest }))
      .then(() => {
        clearTimeout(telling);
        telling = setTimeout(() => tellNow(nudge), together);
      });
  }, [watched, mark, newest, newestWords, db, conversationId, nudge]);
  useEffect(() => {
    const onHide = () => tellNow(nudge);
    window.addEventListener('pagehide', onHide);
    return () => window.removeEventListener('pagehide', onHide);
  }, [nudge]);

  return { known: line.current !== undefined, newFrom: line.current?.newFrom };
}
