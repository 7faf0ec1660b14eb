import { useText } from '../../utils/i18n/use-text';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { useWorkspace } from '../panel/workspace-context';

/** A comment's words with the names it mentions picked out (RPL-3). */
export function CommentBody({ message }: { message: ThreadMessage }) {
  const { agents } = useWorkspace();
  const { t } = useText();
  const names = (message.mentions ?? []).flatMap((id) => agents.get(id)?.name ?? []).map((name) => `@${name}`);
  let rest = message.text;
  const parts: { key: number; words: string; mention: boolean }[] = [];
  while (rest !== '') {
    const next = names
      .map((name) => ({ name, at: rest.indexOf(name) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.name.length - a.name.length)[0];
    const plain = next ? rest.slice(0, next.at) : rest;
    if (plain !== '') parts.push({ key: parts.length, words: plain, mention: false });
    if (next) parts.push({ key: parts.length, words: next.name, mention: true });
    rest = next ? rest.slice(next.at + next.name.length) : '';
  }
  return (
    <div className="body" dir="auto">
      {parts.length === 0 && message.attachments.length === 0 && <span className="text-ink-3">{t('noText')}</span>}
      {parts.map(({ key, words, mention }) =>
        mention ? (
          <span key={key} className="mention">
            {words}
          </span>
        ) : (
          words
        ),
      )}
    </div>
  );
}
