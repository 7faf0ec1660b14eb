import { type RefObject, useEffect, useRef } from 'react';
import type { ThreadMessage } from '../../utils/store/read-messages';

const nearEnd = 80;

/**
 * Where a thread is read from: a chat from its last line, which it follows; anything else from the top of the newest message in,
 * which stays put while layouts and images come. Whoever scrolls decides from then on.
 */
export function useReadingPlace(box: RefObject<HTMLElement | null>, messages: readonly ThreadMessage[] | undefined) {
  const opened = useRef(false);
  const follows = useRef(false);
  const newest = messages?.at(-1);
  useEffect(() => {
    const at = box.current;
    if (!at || !messages || !newest) return undefined;
    const start = messages.findLast((message) => message.direction === 'in' && message.kind !== 'chat' && message.kind !== 'event') ?? newest;
    const settle = () => {
      if (follows.current) at.scrollTop = at.scrollHeight;
    };
    if (!opened.current) {
      opened.current = true;
      follows.current = newest.kind === 'chat';
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
  }, [box, messages, newest]);
}
