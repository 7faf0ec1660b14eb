import { UnfoldVertical } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { AuthorMark } from './author-mark';
import { authorName } from './author-name';
import { ChatTurn } from './chat-turn';
import { Entry } from './entry';
import { EntryTime } from './entry-time';
import { foldPlan } from './fold-plan';

/** Every message of a thread; older ones folded, opened by a press. The one a person came for is open and marked. */
export function Entries({ messages, landOn }: { messages: readonly ThreadMessage[]; landOn?: Id | undefined }) {
  const text = useText();
  const { agents } = useWorkspace();
  const [opened, setOpened] = useState<ReadonlySet<Id>>(new Set());
  const open = (ids: readonly Id[]) => setOpened((before) => new Set([...before, ...ids]));
  const shown = landOn === undefined ? opened : new Set([...opened, landOn]);
  return foldPlan(messages, shown).map((piece) => {
    switch (piece.kind) {
      case 'entry':
        return <Entry key={piece.key} message={piece.message} landed={piece.message.id === landOn} />;
      case 'turn':
        return <ChatTurn key={piece.key} messages={piece.messages} />;
      case 'line':
        return (
          <button key={piece.key} type="button" className="msg fold1" aria-expanded="false" onClick={() => open([piece.message.id])}>
            <AuthorMark author={piece.message.author} />
            <span className="one">
              <span className="shrink-0 font-semibold">{authorName(piece.message.author, agents, text).split(' ')[0]}</span>
              <span className="cut text-ink-3">
                {piece.message.blocked ? text.t('blkLine') : piece.message.text.slice(0, 200) || piece.message.subject}
              </span>
              <span className="num ml-auto shrink-0 text-xs text-ink-3">
                <EntryTime at={piece.message.receivedAt} />
              </span>
            </span>
          </button>
        );
      case 'more':
        return (
          <button
            key={piece.key}
            type="button"
            className="foldline"
            aria-expanded="false"
            onClick={() => open(piece.messages.map((message) => message.id))}
          >
            <Icon of={UnfoldVertical} size={14} className="text-ink-3" />
            {text.plural('moreMessages', piece.messages.length)}
          </button>
        );
      default:
        return piece satisfies never;
    }
  });
}
