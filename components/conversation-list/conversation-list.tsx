import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import type { ViewId } from '../../domain/view/views-of';
import { useText } from '../../utils/i18n/use-text';
import { useNow } from '../ui/use-now';
import { ConversationRow } from './conversation-row';
import { listLines } from './list-lines';
import { RowTools } from './row-tools';
import { useDrafted } from './use-drafted';
import type { Ticks } from './use-ticks';
import { useUnseen } from './use-unseen';

interface Props {
  rows: readonly Conversation[];
  /** All there are in this view, for "3 of 38"; may be more than are loaded. */
  total: number;
  view: ViewId;
  label: string;
  compact: boolean;
  cursor: Id | undefined;
  open: Id | undefined;
  ticks: Ticks;
  listRef: RefObject<HTMLDivElement | null>;
  onCursor(id: Id): void;
  onOpen(conversation: Conversation): void;
  /** A hover tool or the ring was pressed: the action's name. */
  onDo(name: string, conversation: Conversation): void;
  onNearEnd(): void;
  /** The pointer came over the rows, or left them. */
  onHeld(held: boolean): void;
}

const dayHeight = 30;

/** The virtual list: one tab stop, arrows inside, rows drawn only where one looks (LIST-1, LIST-2). */
export function ConversationList({ rows, total, view, label, compact, cursor, open, ticks, listRef, ...on }: Props) {
  const { day } = useText();
  const now = useNow();
  const drafted = useDrafted();
  const lines = useMemo(() => listLines(rows, view), [rows, view]);
  const days = useMemo(() => lines.flatMap((line, index) => (line.kind === 'day' ? [index] : [])), [lines]);
  /** The day one is in: its heading stays at the top while its rows pass below. */
  const heading = useRef(0);
  const rangeExtractor = useCallback(
    (range: Range) => {
      heading.current = days.findLast((index) => index <= range.startIndex) ?? 0;
      return [...new Set([heading.current, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
    },
    [days],
  );
  const [hovered, setHovered] = useState<Id>();
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => listRef.current,
    estimateSize: (index) => (lines[index]?.kind === 'day' ? dayHeight : compact ? 55 : 78),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 6,
    rangeExtractor,
    // The cursor's row comes to rest below the heading, not under it.
    scrollPaddingStart: dayHeight,
  });

  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const shown = items.flatMap(({ index }) => {
    const line = lines[index];
    return line?.kind === 'row' ? [line.index] : [];
  });
  const unseen = useUnseen(rows, shown[0] ?? 0, shown.at(-1) ?? 0);
  const { onNearEnd } = on;
  const nearEnd = useRef(onNearEnd);
  nearEnd.current = onNearEnd;
  useEffect(() => {
    if (lines.length > 0 && last >= lines.length - 10) nearEnd.current();
  }, [last, lines.length]);

  const cursorLine = lines.findIndex((line) => line.kind === 'row' && line.conversation.id === cursor);
  const followed = useRef<Id>(undefined);
  useEffect(() => {
    // Only when the cursor moved: new rows above must not scroll what one reads.
    if (cursor === followed.current || cursorLine < 0) return;
    followed.current = cursor;
    virtual.scrollToIndex(cursorLine, { align: 'auto' });
  }, [cursor, cursorLine, virtual]);

  const rowAt = (event: MouseEvent) => {
    const id = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-conversation]')?.dataset.conversation : undefined;
    return rows.find((row) => row.id === id);
  };
  const onClick = (event: MouseEvent) => {
    const conversation = rowAt(event);
    if (!conversation) return;
    const act = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do]')?.dataset.do : undefined;
    const range = event.shiftKey;
    if (range || act === 'tick' || event.ctrlKey || event.metaKey) {
      if (range) ticks.reach(conversation.id, cursor);
      else ticks.toggle(conversation.id);
      return on.onCursor(conversation.id);
    }
    on.onCursor(conversation.id);
    if (act) on.onDo(act, conversation);
    else on.onOpen(conversation);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = rows.findIndex((row) => row.id === cursor);
    const page = Math.max(1, Math.floor((listRef.current?.clientHeight ?? 600) / (compact ? 55 : 78)) - 1);
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: at + page,
      PageUp: at - page,
    };
    const target = moves[event.key];
    if (target !== undefined) {
      event.preventDefault();
      const row = rows[Math.max(0, Math.min(rows.length - 1, target))];
      if (row && event.shiftKey) ticks.reach(row.id, cursor);
      if (row) on.onCursor(row.id);
    } else if (event.key === ' ' && cursor !== undefined) {
      event.preventDefault();
      ticks.toggle(cursor);
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void ticks.all();
    } else if (event.key === 'Enter') {
      const row = rows[at];
      if (!row) return;
      event.preventDefault();
      on.onOpen(row);
    }
  };

  return (
    <div
      ref={listRef}
      className={`list ${compact ? 'compact' : ''}`}
      role="listbox"
      aria-multiselectable
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={cursorLine >= 0 && items.some((item) => item.index === cursorLine) ? `row-${cursor}` : undefined}
      onMouseDown={(event) => {
        // A range of rows is meant, not one of words; the list has the focus all the same.
        if (!event.shiftKey) return;
        event.preventDefault();
        event.currentTarget.focus({ preventScroll: true });
      }}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        // Who comes by keyboard sees where they are: without a cursor yet, on the first row on screen.
        if (cursorLine >= 0 || !event.currentTarget.matches(':focus-visible')) return;
        const top = listRef.current?.scrollTop ?? 0;
        const line = items
          .map((item) => ({ item, line: lines[item.index] }))
          .find(({ item, line }) => line?.kind === 'row' && item.end > top + dayHeight)?.line;
        if (line?.kind === 'row') on.onCursor(line.conversation.id);
      }}
      onPointerOver={(event) => {
        const row = rowAt(event);
        setHovered(row?.id);
        on.onHeld(row !== undefined && event.pointerType === 'mouse');
      }}
      onPointerLeave={() => {
        setHovered(undefined);
        on.onHeld(false);
      }}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const line = lines[item.index];
          if (!line) return null;
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              role="presentation"
              style={
                item.index === heading.current
                  ? { position: 'sticky', top: 0, zIndex: 1 }
                  : { position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${item.start}px)` }
              }
            >
              {line.kind === 'day' ? (
                <div className="day" role="presentation">
                  {day(line.at, now)}
                </div>
              ) : (
                <ConversationRow
                  conversation={line.conversation}
                  view={view}
                  now={now}
                  compact={compact}
                  cursor={line.conversation.id === cursor}
                  selected={ticks.ids.size > 0 ? ticks.ids.has(line.conversation.id) : line.conversation.id === open}
                  unseen={unseen.has(line.conversation.id)}
                  ticked={ticks.ids.size > 0 || line.conversation.id === hovered ? ticks.ids.has(line.conversation.id) : undefined}
                  drafted={drafted.has(line.conversation.id)}
                  tools={line.conversation.id === hovered && ticks.ids.size === 0 && <RowTools conversation={line.conversation} />}
                  last={lines[item.index + 1]?.kind === 'day'}
                  index={line.index}
                  total={Math.max(total, rows.length)}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
