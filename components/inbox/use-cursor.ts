import { useEffect, useRef, useState } from 'react';
import type { Id } from '../../domain/model/ids';
import { stepFrom } from './step-from';

/**
 * The row one stands on in a list. When it left the view, by what was done to it, the next one takes its place; `stays`: while the
 * conversation is open one keeps standing on it.
 */
export function useCursor(ids: readonly Id[] | undefined, { start, stays = false }: { start?: Id | undefined; stays?: boolean } = {}) {
  const [at, setCursor] = useState(start);
  const order = useRef<readonly Id[]>([]);
  const left = at !== undefined && ids !== undefined && !ids.includes(at);
  const cursor = left ? (order.current.includes(at) ? stepFrom(at, 1, ids, order.current) : undefined) : at;
  useEffect(() => {
    if (!ids) return;
    if (!left) order.current = ids;
    else if (!stays) setCursor(cursor);
  });
  return { cursor, setCursor, step: (by: 1 | -1) => stepFrom(at, by, ids ?? [], order.current) };
}
