import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import { titleOf } from '../actions/title-of';
import { SnoozeChoice } from './snooze-choice';
import { SnoozeFrame } from './snooze-frame';

/** Until when a conversation sleeps. */
export function SnoozeDialog({ conversation, onClose }: { conversation: Conversation; onClose(): void }) {
  const text = useText();
  const title = titleOf(conversation, text);
  return (
    <SnoozeFrame head={text.t('snzAbout', { title })} title={title} onClose={onClose}>
      {(leave) => <SnoozeChoice conversation={conversation} onDone={leave} />}
    </SnoozeFrame>
  );
}
