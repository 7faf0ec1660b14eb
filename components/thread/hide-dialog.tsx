import { useEffect, useRef, useState } from 'react';
import { firstWords } from '../../domain/message/first-words';
import { quotesOf } from '../../domain/message/quotes-of';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { readThread } from '../../utils/store/read-thread';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';
import { QuestionDialog } from '../ui/question-dialog';
import { authorName } from './author-name';
import { EntryTime } from './entry-time';

/** Hides a message, which can be undone; where later ones repeat what it says, it names them first and offers to hide them too (THR-11, D15). */
export function HideDialog({ message, onClose }: { message: ThreadMessage; onClose(): void }) {
  const text = useText();
  const { t, plural } = text;
  const { db, agents } = useWorkspace();
  const perform = usePerform();
  const [copies, setCopies] = useState<ThreadMessage[]>([]);
  const [kept, setKept] = useState<ReadonlySet<Id>>(new Set());
  const begun = useRef(false);
  const hide = async (also: readonly ThreadMessage[]) => {
    const args = { conversationId: message.conversationId, messageIds: [message, ...also].slice(0, 50).map((one) => one.id) };
    await perform('hideMessage', args, plural('hidDid', args.messageIds.length), () => perform('unhideMessage', args, t('undone')));
  };
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void readThread(db, message.conversationId).then(({ messages }) => {
      const found = quotesOf(message, messages);
      if (found.length > 0) return setCopies(found);
      onClose();
      return hide([]);
    });
  });
  const chosen = copies.filter((copy) => !kept.has(copy.id));
  const toggle = (copy: Id) => setKept((before) => new Set(before.has(copy) ? [...before].filter((one) => one !== copy) : [...before, copy]));
  if (copies.length === 0) return null;
  return (
    <QuestionDialog
      title={t('hidAsk')}
      onClose={onClose}
      choices={
        <ul className="mt-2 max-h-60 overflow-y-auto">
          {copies.map((copy) => (
            <li key={copy.id}>
              <label className="flex items-start gap-2 py-1.5">
                <input type="checkbox" className="mt-1" checked={!kept.has(copy.id)} onChange={() => toggle(copy.id)} />
                <span className="min-w-0">
                  <span className="font-semibold">{authorName(copy.author, agents, text)}</span>{' '}
                  <span className="num text-xs text-ink-3">
                    <EntryTime at={copy.receivedAt} />
                  </span>
                  <span className="block wrap-anywhere text-ink-2">{firstWords(copy.text, 80) || copy.subject}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      }
      answers={(leave) => (
        <>
          <button
            type="button"
            className="btn fill lg"
            onClick={() => {
              leave();
              void hide(chosen);
            }}
          >
            {plural('hidMany', chosen.length + 1)}
          </button>
          <button type="button" className="btn lg" onClick={leave}>
            {t('chnCancel')}
          </button>
        </>
      )}
    >
      <p>{plural('hidCopies', copies.length)}</p>
    </QuestionDialog>
  );
}
