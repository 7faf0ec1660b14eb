import { X } from 'lucide-react';
import type { Conversation } from '../../domain/model/conversation';
import { tagsOf } from '../../domain/tag/tags-of';
import { useText } from '../../utils/i18n/use-text';
import { titleOf } from '../actions/title-of';
import { usePerform } from '../actions/use-perform';
import { Icon } from '../ui/icon';
import { useTagging } from './use-tagging';

/** What a conversation is tagged with; each is taken off by one press (THR-16). */
export function TagChips({ conversation }: { conversation: Conversation }) {
  const text = useText();
  const { t } = text;
  const perform = usePerform();
  const tags = tagsOf(conversation, useTagging());
  if (tags.length === 0) return null;
  return (
    <ul className="mt-1.5 flex flex-wrap gap-1" aria-label={t('tagTitle')}>
      {tags.map(({ id: tagId, name }) => (
        <li key={tagId} className="chip min-w-0">
          <span className="cut" title={name}>
            {name}
          </span>
          <button
            type="button"
            className="x"
            aria-label={t('tagTakeOff', { name })}
            title={t('tagTakeOff', { name })}
            onClick={() =>
              void perform('untagConversation', { conversationId: conversation.id, tagId }, t('tagOff', { name, title: titleOf(conversation, text) }))
            }
          >
            <Icon of={X} size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}
