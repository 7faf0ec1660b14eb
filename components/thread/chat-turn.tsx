import { useText } from '../../utils/i18n/use-text';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { useWorkspace } from '../panel/workspace-context';
import { authorName } from './author-name';
import { EntryTime } from './entry-time';
import { MessageMenu } from './message-menu';

/** What one side said in one go: bubbles, ours to the right, name and time once. */
export function ChatTurn({ messages }: { messages: [ThreadMessage, ...ThreadMessage[]] }) {
  const text = useText();
  const { agents } = useWorkspace();
  const [first] = messages;
  const last = messages.at(-1) ?? first;
  const name = authorName(first.author, agents, text);
  const ours = first.direction === 'out';
  return (
    <article
      className={`bubbles ${ours ? 'out' : ''}`}
      aria-label={text.t(ours ? 'messageOut' : 'messageIn', { name, time: text.fullDate(last.receivedAt) })}
    >
      {messages.map((message) => (
        <p key={message.id} id={`message-${message.id}`} className="bubble" dir="auto">
          {message.text}
        </p>
      ))}
      <p className="by">
        {name} · <EntryTime at={last.receivedAt} />
        <MessageMenu messages={messages} />
      </p>
    </article>
  );
}
