import { Bold, Italic, Link, List, ListOrdered, type LucideIcon, Paperclip, Quote } from 'lucide-react';
import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useRef, useState } from 'react';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { IconButton } from '../ui/icon-button';
import { UrlForm } from '../ui/url-form';
import { applyCommand } from '../writing/apply-command';
import { focusWriting } from '../writing/focus-writing';
import { insertLink } from '../writing/insert-link';
import { removeLink } from '../writing/remove-link';
import { toggleList } from '../writing/toggle-list';
import { toggleMark } from '../writing/toggle-mark';
import { toggleQuote } from '../writing/toggle-quote';

/** Bold, italic, lists, quote, link, attach; pressed where the cursor stands in one. */
export function EditorTools({ view, on, onFiles }: { view: EditorView; on: readonly string[]; onFiles(files: File[]): void }) {
  const { t } = useText();
  const picker = useRef<HTMLInputElement>(null);
  const [linking, setLinking] = useState(false);
  const act = (command: Command) => () => applyCommand(view, command);
  const tools: [string, MessageKey, LucideIcon, () => void][] = [
    ['bold', 'toolBold', Bold, act(toggleMark('bold'))],
    ['italic', 'toolItalic', Italic, act(toggleMark('italic'))],
    ['bulletList', 'toolList', List, act(toggleList('bulletList'))],
    ['orderedList', 'toolNumbers', ListOrdered, act(toggleList('orderedList'))],
    ['blockquote', 'toolQuote', Quote, act(toggleQuote)],
    ['link', 'toolLink', Link, on.includes('link') ? act(removeLink) : () => setLinking(!linking)],
  ];
  return (
    <div className="etools" role="toolbar" aria-label={t('editorTools')}>
      {tools.map(([name, label, icon, press]) => (
        <IconButton key={name} icon={icon} label={t(label)} aria-pressed={on.includes(name)} onClick={press} />
      ))}
      <span className="sep" />
      <IconButton icon={Paperclip} label={t('toolAttach')} onClick={() => picker.current?.click()} />
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {linking && (
        <UrlForm
          label={t('linkAddress')}
          onApply={(typed) => applyCommand(view, insertLink(typed)) && setLinking(false)}
          onLeave={() => {
            setLinking(false);
            focusWriting(view);
          }}
        />
      )}
    </div>
  );
}
