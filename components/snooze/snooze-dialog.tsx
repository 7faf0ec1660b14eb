import { useEffect, useRef } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import { titleOf } from '../actions/title-of';
import { SnoozeChoice } from './snooze-choice';

interface Props {
  conversation: Conversation;
  onClose(): void;
}

/** Until when, over the inbox; pressed beside it, or Esc, nothing is done. */
export function SnoozeDialog({ conversation, onClose }: Props) {
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the key for it
    <dialog
      ref={dialog}
      className="pop snooze"
      aria-label={text.t('snzUntil')}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <p className="mhead cut" title={titleOf(conversation, text)}>
        {text.t('snzAbout', { title: titleOf(conversation, text) })}
      </p>
      <SnoozeChoice conversation={conversation} onDone={() => dialog.current?.close()} />
    </dialog>
  );
}
