import { Split } from 'lucide-react';
import { useContext } from 'react';
import { splitAt } from '../../domain/merge/split-at';
import type { Id } from '../../domain/model/ids';
import { newId } from '../../utils/store/new-id';
import { refusalWords } from '../actions/refusal-words';
import type { MenuEntry } from '../ui/menu-entry';
import { wholeThread } from './whole-thread';

/** "Split from here" of a message's menu: how many go, or why they cannot. Nothing is asked, Undo puts it back (THR-17). */
export function useSplit(messageId: Id | undefined): MenuEntry | undefined {
  const whole = useContext(wholeThread);
  if (!whole || messageId === undefined) return undefined;
  const { conversation, messages, context } = whole;
  const { text, now, actInto } = context;
  if (!actInto || conversation.trashed || conversation.spam) return undefined;
  const parted = splitAt(conversation, messages, messageId, now);
  const count = parted.refused ? undefined : messages.slice(parted.before).filter(({ kind }) => kind !== 'event').length;
  const split = () => {
    const newConversationId = newId();
    const args = { conversationId: conversation.id, messageId, newConversationId };
    void actInto('splitConversation', args, { from: conversation.id, into: newConversationId }, text.plural('mrgDidSplit', count ?? 0));
  };
  return {
    kind: 'item',
    id: 'split',
    label: count === undefined ? text.t('mrgSplit') : text.plural('mrgSplitCount', count),
    icon: Split,
    reason: parted.refused && refusalWords(text, parted),
    onSelect: split,
  };
}
