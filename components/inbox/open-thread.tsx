import { type ReactNode, useEffect } from 'react';
import type { Id } from '../../domain/model/ids';
import type { ActionContext, Subject } from '../actions/action';
import { type ComposeMode, Composer } from '../composer/composer';
import { Thread } from '../thread/thread';

interface Props {
  subject: Subject;
  /** The message one came for. */
  landOn?: Id | undefined;
  /** What one had opened was merged into this one. */
  led: boolean;
  context: ActionContext;
  mode: ComposeMode | undefined;
  onMode(mode: ComposeMode | undefined): void;
  /** Words that were sent here came back (RPL-8). */
  onTakenBack(mode: ComposeMode): void;
  /** The way back to the list; absent where the list stands beside it. */
  onBack?: (() => void) | undefined;
  onFullPage?: (() => void) | undefined;
  /** Whether the choice of the ticket's status is to open (TKT-9). */
  pickingStatus?: boolean | undefined;
  onStatusShown(): void;
  /** What stands last in the bar above. */
  end?: ReactNode;
}

/** The open conversation and its composer. A chunk of its own: the list paints without it. */
export function OpenThread({ subject, context, mode, onMode, onTakenBack, ...bar }: Props) {
  useEffect(() => {
    // Reply is one key away: the editor is here when it is pressed.
    const idle = requestIdleCallback(() => void import('../composer/rich-editor'), { timeout: 2000 });
    return () => cancelIdleCallback(idle);
  }, []);
  return (
    <Thread
      subject={subject}
      context={context}
      {...bar}
      composer={(messages) => <Composer subject={subject} messages={messages} mode={mode} onMode={onMode} onTakenBack={onTakenBack} />}
    />
  );
}
