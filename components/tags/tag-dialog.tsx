import type { Conversation } from '../../domain/model/conversation';
import { tagsOf } from '../../domain/tag/tags-of';
import { useText } from '../../utils/i18n/use-text';
import { titleOf } from '../actions/title-of';
import { usePerform } from '../actions/use-perform';
import { SnoozeFrame } from '../snooze/snooze-frame';
import { TagChoice } from './tag-choice';
import { useTagging } from './use-tagging';

/** Which tag a conversation gets; one it has is taken off (THR-16). */
export function TagDialog({ conversation, onClose }: { conversation: Conversation; onClose(): void }) {
  const text = useText();
  const { t } = text;
  const perform = usePerform();
  const title = titleOf(conversation, text);
  const on = new Set(tagsOf(conversation, useTagging()).map(({ id }) => id));
  return (
    <SnoozeFrame label={t('tagTitle')} head={title} title={title} onClose={onClose}>
      {(leave) => (
        <TagChoice
          on={on}
          onDone={leave}
          onChoose={({ id: tagId, name }) => {
            const { id: conversationId } = conversation;
            leave();
            if (on.has(tagId)) void perform('untagConversation', { conversationId, tagId }, t('tagOff', { name, title }));
            else void perform('tagConversation', { conversationId, tagId, name }, t('tagDid', { name, title }));
          }}
        />
      )}
    </SnoozeFrame>
  );
}
