import { type RefObject, useEffect, useRef } from 'react';
import type { Id } from '../../domain/model/ids';
import type { ThreadMessage } from '../../utils/store/read-messages';

const nearEnd = 80;

/**
 * Where a thread is read from: a chat from its last line, which it follows; anything else from the top of the newest message in,
 * which stays put while layouts and images come; whoever came for one message (`landOn`), from there. Whoever scrolls decides from then on.
 */
export function useReadingPlace(box: RefObject<HTMLElement | null>, messages: readonly ThreadMessage[] | undefined, landOn?: Id) {
  /** What it was opened for last. */
  const opened = useRef<{ landOn: Id | undefined }>(undefined);
  const follows = useRef(false);
  // What was done to it stands below its words, and is not what one comes for.
  const newest = messages?.findLast(({ kind }) => kind !== 'event') ?? messages?.at(-1);
  useEffect(() => {
    const at = box.current;
    if (!at || !messages || !newest) return undefined;
    const sought = messages.find(({ id }) => id === landOn);
    const start =
      sought ?? messages.findLast((message) => message.direction === 'in' && message.kind !== 'chat' && message.kind !== 'event') ?? newest;
    const settle = () => {
      if (follows.current) at.scrollTop = at.scrollHeight;
    };
    if (!opened.current || (sought && opened.current.landOn !== landOn)) {
      opened.current = { landOn: sought?.id };
      follows.current = newest.kind === 'chat' && (!sought || sought.kind === 'chat');
      if (!follows.current && start !== messages[0]) at.scrollTop = (document.getElementById(`message-${start.id}`)?.offsetTop ?? 0) - 4;
    }
    const observer = new ResizeObserver(settle);
    for (const child of at.children) observer.observe(child);
    const onScroll = () => {
      follows.current = at.scrollHeight - at.scrollTop - at.clientHeight < nearEnd && at.scrollHeight > at.clientHeight + nearEnd;
    };
    at.addEventListener('scroll', onScroll, { passive: true });
    settle();
    return () => {
      observer.disconnect();
      at.removeEventListener('scroll', onScroll);
    };
  }, [box, messages, newest, landOn]);
}
