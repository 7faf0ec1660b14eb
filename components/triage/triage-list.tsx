import { Fragment, type MouseEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { ConversationRow } from '../conversation-list/conversation-row';
import { useDrafted } from '../conversation-list/use-drafted';
import type { DeviceSettings } from '../panel/device-settings';
import { viewKey } from '../panel/standard-views';
import { useLater } from '../panel/use-later';
import { TriageStrip } from './triage-strip';
import type { TriageState } from './use-triage';

const loadSnooze = () => import('../snooze/snooze-choice');

interface Props {
  triage: TriageState;
  rows: readonly Conversation[];
  settings: DeviceSettings;
}

/**
 * The newest rows, and below the one under the cursor what can be done with it. Its buttons lie in a room kept among the rows but stand
 * outside the listbox, which may hold nothing one can press.
 */
export function TriageList({ triage, rows, settings }: Props) {
  const { t } = useText();
  const { view, counts, cursor, now, listRef } = triage;
  const drafted = useDrafted();
  const total = Math.max(counts?.[view] ?? 0, rows.length);
  const compact = settings.density === 'compact';
  const snooze = useLater(loadSnooze, triage.asking !== undefined);
  const choosing = triage.asking !== undefined && snooze !== undefined;
  const strip = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!strip.current || !room.current) return;
    room.current.style.height = `${strip.current.offsetHeight}px`;
    strip.current.style.top = `${room.current.offsetTop}px`;
  });
  useEffect(() => listRef.current?.focus({ preventScroll: true }), [listRef]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a field that takes the focus has scrolled to itself before it was in its place
  useEffect(() => {
    if (cursor === undefined) return;
    strip.current?.scrollIntoView({ block: 'nearest' });
    document.getElementById(`row-${cursor}`)?.scrollIntoView({ block: 'nearest' });
  }, [cursor, choosing]);

  const rowAt = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-conversation]') : null;
    return rows.find(({ id }) => id === row?.dataset.conversation);
  };
  const press = (conversation: Conversation) => {
    if (conversation.id === cursor) triage.openPage(conversation.id);
    else triage.setCursor(conversation.id);
  };
  const under = rows.find(({ id }) => id === cursor);
  return (
    <div className={`list ${compact ? 'compact' : ''}`} onPointerLeave={() => triage.hold(false)}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: every key of the popup is heard in one place, use-triage.ts */}
      <div
        ref={listRef}
        className="triage-rows"
        role="listbox"
        aria-label={t(viewKey(view))}
        tabIndex={0}
        aria-activedescendant={under ? `row-${cursor}` : undefined}
        onClick={(event) => {
          const conversation = rowAt(event);
          if (conversation) press(conversation);
        }}
        onPointerOver={(event) => triage.hold(event.pointerType === 'mouse')}
      >
        {rows.map((conversation, index) => (
          <Fragment key={conversation.id}>
            <ConversationRow
              conversation={conversation}
              view={view}
              now={now}
              compact={compact}
              cursor={conversation.id === cursor}
              selected={conversation.id === cursor}
              drafted={drafted.has(conversation.id)}
              last={endsBlock(rows, index, cursor)}
              index={index}
              total={total}
            />
            {conversation.id === cursor && <div ref={room} className="strip-room" role="presentation" />}
          </Fragment>
        ))}
      </div>
      {under && triage.asking && snooze && (
        <div ref={strip} className="strip">
          <div className="pop grow">
            <snooze.SnoozeChoice conversation={under} onDone={triage.answered} />
          </div>
        </div>
      )}
      {under && !(triage.asking && snooze) && <TriageStrip ref={strip} triage={triage} conversation={under} />}
      {total > rows.length && (
        <div className="py-2 text-center">
          <button type="button" className="btn text xs" onClick={() => triage.openPage(undefined)}>
            {t('triageShowAll', { count: total })}
          </button>
        </div>
      )}
    </div>
  );
}

/** No line below the row one stands on, nor above it, nor below the last. */
const endsBlock = (rows: readonly Conversation[], index: number, cursor: Id | undefined) =>
  index === rows.length - 1 || rows[index]?.id === cursor || rows[index + 1]?.id === cursor;
