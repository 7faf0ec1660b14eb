import { useEffect, useState } from 'react';
import type { Id } from '../../domain/model/ids';
import { targetHere } from '../../utils/store/target-here';
import type { Subject } from '../actions/action';
import { useWorkspace } from '../panel/workspace-context';

/**
 * The id of a conversation that was merged away leads to the one it lies in now, wherever it came from: an address, a notification, a row that was open
 * when a colleague merged it (THR-17, D16). `follow` goes there, unless one is `busy` with a question about it. Answers the conversation one
 * was led to in this way, for the line that says so; `forget` when one goes elsewhere by oneself.
 */
export function useMerged(openId: Id | undefined, subject: Subject | null | undefined, busy: boolean, follow: (from: Id, to: Id) => void) {
  const { db } = useWorkspace();
  const [ledTo, setLedTo] = useState<Id>();
  const merged = !busy && subject?.conversation.id === openId && subject?.conversation.mergedInto !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one goes on once, by what stands there then
  useEffect(() => {
    if (!merged || openId === undefined) return undefined;
    let gone = false;
    void targetHere(db, openId).then((target) => {
      if (gone) return;
      setLedTo(target);
      follow(openId, target);
    });
    return () => {
      gone = true;
    };
  }, [db, merged, openId]);
  return { ledTo, forget: () => setLedTo(undefined) };
}
