import type { Conversation } from '../../domain/model/conversation';
import { formatWhen } from '../../utils/i18n/format-when';
import { useText } from '../../utils/i18n/use-text';
import { titleOf } from '../actions/title-of';
import { usePerform } from '../actions/use-perform';
import { useNow } from '../ui/use-now';
import { SnoozeTimes } from './snooze-times';

interface Props {
  conversation: Conversation;
  onDone(): void;
}

/** Snoozes one conversation until the time that is chosen (THR-15). */
export function SnoozeChoice({ conversation, onDone }: Props) {
  const text = useText();
  const perform = usePerform();
  const now = useNow();
  const snooze = async (until: number | null) => {
    const title = titleOf(conversation, text);
    const done = until === null ? text.t('snzDidAnswer', { title }) : text.t('snzDid', { title, time: formatWhen(text.locale, until, now) });
    if (await perform('snoozeConversation', { conversationId: conversation.id, until }, done)) onDone();
  };
  return <SnoozeTimes onChoose={(until) => void snooze(until)} onDone={onDone} />;
}
