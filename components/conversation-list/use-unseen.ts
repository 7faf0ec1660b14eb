import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { useLater } from '../panel/use-later';
import { useWorkspace } from '../panel/workspace-context';

const none: ReadonlySet<Id> = new Set();
const load = () => import('../read-mark/unseen-of');
/** Rows are asked for by so many, so that scrolling a little asks nothing anew. */
const block = 25;

/** The conversations around those on screen that hold something I have not seen (THR-21). After the first paint: a row does without. */
export function useUnseen(rows: readonly Conversation[], first: number, last: number): ReadonlySet<Id> {
  const { db, me } = useWorkspace();
  const rule = useLater(load, false);
  const [from, to] = [Math.floor(first / block) * block, Math.ceil((last + 1) / block) * block];
  const near = useMemo(() => rows.slice(from, to), [rows, from, to]);
  return useLiveQuery(() => rule?.unseenOf(db, me, near), [rule, db, me, near]) ?? none;
}
