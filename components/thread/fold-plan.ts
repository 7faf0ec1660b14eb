import type { Id } from '../../domain/model/ids';
import type { ThreadMessage } from '../../utils/store/read-messages';

/** What a thread draws: entries in full, older ones as one line, runs of them as "n more", chat lines of one turn together. */
export type Piece =
  | { kind: 'entry'; key: string; message: ThreadMessage }
  | { kind: 'line'; key: string; message: ThreadMessage }
  | { kind: 'more'; key: string; messages: ThreadMessage[] }
  | { kind: 'acts'; key: string; messages: [ThreadMessage, ...ThreadMessage[]] }
  | { kind: 'turn'; key: string; messages: [ThreadMessage, ...ThreadMessage[]] };

const turnMs = 5 * 60_000;
const chatShown = 40;
/** So many lines of what was done stand one by one; more of them in a row are one line. */
const actsShown = 2;

/**
 * Older mails fold to a line, the newest from the customer and all after it stay open (design 3). Comments are
 * never folded: they are what the team wrote for itself; neither is the place of a hidden message, nor a line of what came by itself. A run of what agents
 * did is (THR-20). A blocked sender's are (D14). `opened` holds what a person unfolded; a
 * piece begins at `newFrom`, for a line to stand above it.
 */
export function foldPlan(messages: readonly ThreadMessage[], opened: ReadonlySet<Id>, newFrom?: Id): Piece[] {
  const newestInbound = messages.findLastIndex(
    (message) => message.direction === 'in' && message.kind !== 'chat' && !message.automatic && !message.blocked,
  );
  const openFrom = newestInbound >= 0 ? newestInbound : messages.findLastIndex((message) => foldable(message));
  const chats = messages.filter(isChat);
  const oldChats = new Set(chats.slice(0, Math.max(0, chats.length - chatShown)));
  const pieces: Piece[] = [];
  messages.forEach((message, index) => {
    const folds =
      !opened.has(message.id) &&
      !message.hidden &&
      (isChat(message) ? oldChats.has(message) : message.blocked || (foldable(message) && index < openFrom));
    const last = message.id === newFrom ? undefined : pieces.at(-1);
    if (isAct(message) && !opened.has(message.id)) {
      if (last?.kind === 'acts') last.messages.push(message);
      else pieces.push({ kind: 'acts', key: `acts-${message.id}`, messages: [message] });
    } else if (folds && !isChat(message) && last?.kind !== 'line' && last?.kind !== 'more') pieces.push({ kind: 'line', key: message.id, message });
    else if (folds && last?.kind === 'more') last.messages.push(message);
    else if (folds) pieces.push({ kind: 'more', key: `more-${message.id}`, messages: [message] });
    else if (isChat(message) && last?.kind === 'turn' && sameTurn(last.messages.at(-1), message)) last.messages.push(message);
    else if (isChat(message)) pieces.push({ kind: 'turn', key: message.id, messages: [message] });
    else pieces.push({ kind: 'entry', key: message.id, message });
  });
  // A line that says "1 more message" takes as much room as the message's own line.
  return pieces.flatMap((piece): Piece[] => {
    if (piece.kind === 'acts' && piece.messages.length <= actsShown)
      return piece.messages.map((message) => ({ kind: 'entry', key: message.id, message }));
    const [only] = piece.kind === 'more' && piece.messages.length === 1 ? piece.messages : [];
    return [only ? { kind: 'line', key: only.id, message: only } : piece];
  });
}

const isChat = ({ kind, hidden }: ThreadMessage) => kind === 'chat' && !hidden;
const isAct = ({ kind, author }: ThreadMessage) => kind === 'event' && author.kind === 'agent';
const foldable = ({ kind }: ThreadMessage) => kind === 'email' || kind === 'form' || kind === 'call';

const sameTurn = (a: ThreadMessage | undefined, b: ThreadMessage) =>
  a !== undefined && a.author.kind === b.author.kind && a.direction === b.direction && b.receivedAt - a.receivedAt < turnMs;
