import { useLiveQuery } from 'dexie-react-hooks';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { readThread } from '../../utils/store/read-thread';
import type { ActionContext, Subject } from '../actions/action';
import { useLater } from '../panel/use-later';
import { useWorkspace } from '../panel/workspace-context';
import { useReadMark } from '../read-mark/use-read-mark';
import { IconButton } from '../ui/icon-button';
import { BotNotice } from './bot-notice';
import { CloseButton } from './close-button';
import { Entries } from './entries';
import { LedLine } from './led-line';
import { OwnerMenu } from './owner-menu';
import { PresenceLine } from './presence-line';

import { ThreadMenu } from './thread-menu';
import { ThreadTitle } from './thread-title';
import { TicketLine } from './ticket-line';
import { useReadingPlace } from './use-reading-place';
import { wholeThread } from './whole-thread';

const loadSnooze = () => import('../snooze/snooze-notice');
const loadTrash = () => import('../trash/trash-notice');

interface Props {
  subject: Subject;
  /** The message one came for. */
  landOn?: Id | undefined;
  /** What one had opened was merged into this one. */
  led: boolean;
  context: ActionContext;
  /** The way back to the list; absent where the list stands beside it. */
  onBack?: (() => void) | undefined;
  onFullPage?: (() => void) | undefined;
  /** Whether the choice of the ticket's status is to open (TKT-9). */
  pickingStatus?: boolean | undefined;
  onStatusShown(): void;
  /** What stands last in the bar above. */
  end?: ReactNode;
  composer(messages: readonly ThreadMessage[]): ReactNode;
}

/** A conversation opened: owner and close above, every message, the composer below (THR-1). */
export function Thread({ subject, landOn, led, context, onBack, onFullPage, pickingStatus = false, onStatusShown, end, composer }: Props) {
  const { t } = useText();
  const { db } = useWorkspace();
  const { conversation, ticket } = subject;
  const answer = useLiveQuery(() => readThread(db, conversation.id), [db, conversation.id]);
  const trash = useLater(loadTrash, conversation.trashed !== null);
  const snooze = useLater(loadSnooze, conversation.snoozed !== undefined);
  const scroll = useRef<HTMLDivElement>(null);
  const { known, newFrom } = useReadMark(conversation.id, answer?.messages);
  useReadingPlace(scroll, known ? answer?.messages : undefined, landOn);

  return (
    <div className="flex min-h-0 grow flex-col">
      <header className="bar top gap-0.5 px-1.5">
        {onBack && <IconButton icon={ArrowLeft} label={t('backToList')} aria-keyshortcuts="Escape" onClick={onBack} />}
        <OwnerMenu conversation={conversation} />
        <span className="grow" />
        <ThreadMenu subject={subject} context={context} onFullPage={onFullPage} />
        <CloseButton subject={subject} context={context} />
        {end}
      </header>
      {ticket && !ticket.trashedAt && (
        <section aria-label={t('ctxTicket')}>
          <TicketLine subject={subject} ticket={ticket} picking={pickingStatus} onShown={onStatusShown} />
        </section>
      )}
      {led && <LedLine />}
      {/* A long thread of plain words has nothing else to focus: arrow keys must find it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard */}
      <main ref={scroll} className="scroll" tabIndex={0} id="thread" aria-label={t('conversation')}>
        <div>
          <ThreadTitle conversation={conversation} />
          {trash && <trash.TrashNotice subject={subject} context={context} />}
          {snooze && <snooze.SnoozeNotice subject={subject} context={context} />}
          <BotNotice subject={subject} context={context} />
          {answer && !answer.complete && <p className="foldline text-ink-3">{t('olderMessagesComing')}</p>}
          {answer && known && (
            <wholeThread.Provider value={{ conversation, context, messages: answer.messages }}>
              <Entries key={conversation.id} messages={answer.messages} landOn={landOn} newFrom={newFrom} />
            </wholeThread.Provider>
          )}
        </div>
      </main>
      <PresenceLine conversationId={conversation.id} />
      {answer && composer(answer.messages)}
    </div>
  );
}
