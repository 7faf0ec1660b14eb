import { UnfoldVertical } from 'lucide-react';
import { Fragment, useState } from 'react';
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
import { FoldedActs } from './event-line';
import { foldPlan, type Piece } from './fold-plan';

interface Props {
  messages: readonly ThreadMessage[];
  landOn?: Id | undefined;
  /** The first that came since one looked, where older ones stand above it (THR-21). */
  newFrom: Id | undefined;
}

/** Every message of a thread; older ones folded, opened by a press. The one a person came for is open and marked. */
export function Entries({ messages, landOn, newFrom }: Props) {
  const text = useText();
  const { agents } = useWorkspace();
  const [opened, setOpened] = useState<ReadonlySet<Id>>(new Set());
  const open = (ids: readonly Id[]) => setOpened((before) => new Set([...before, ...ids]));
  const shown = landOn === undefined ? opened : new Set([...opened, landOn]);
  const drawn = (piece: Piece) => {
    switch (piece.kind) {
      case 'entry':
        return <Entry message={piece.message} landed={piece.message.id === landOn} />;
      case 'turn':
        return <ChatTurn messages={piece.messages} />;
      case 'line':
        return (
          <button type="button" className="msg fold1" aria-expanded="false" onClick={() => open([piece.message.id])}>
            <AuthorMark author={piece.message.author} />
            <span className="one">
              <span className="shrink-0 font-semibold">{authorName(piece.message.author, agents, text).split(' ')[0]}</span>
              <Shortened>{piece.message.blocked ? text.t('blkLine') : piece.message.text.slice(0, 200) || piece.message.subject}</Shortened>
              <span className="num ml-auto shrink-0 text-xs text-ink-3">
                <EntryTime at={piece.message.receivedAt} />
              </span>
            </span>
          </button>
        );
      case 'more':
        return (
          <button type="button" className="foldline" aria-expanded="false" onClick={() => open(piece.messages.map((message) => message.id))}>
            <Icon of={UnfoldVertical} size={14} className="text-ink-3" />
            {text.plural('moreMessages', piece.messages.length)}
          </button>
        );
      case 'acts':
        return <FoldedActs messages={piece.messages} onOpen={() => open(piece.messages.map((message) => message.id))} />;
      default:
        return piece satisfies never;
    }
  };
  return foldPlan(messages, shown, newFrom).map((piece) => (
    <Fragment key={piece.key}>
      {newFrom !== undefined && firstOf(piece) === newFrom && (
        <div className="newline">
          <span>{text.t('readSince')}</span>
        </div>
      )}
      {drawn(piece)}
    </Fragment>
  ));
}

const firstOf = (piece: Piece) => ('messages' in piece ? piece.messages[0]?.id : piece.message.id);

const Shortened = ({ children }: { children: string }) => (
  <span className="cut text-ink-3" title={children}>
    {children}
  </span>
);
