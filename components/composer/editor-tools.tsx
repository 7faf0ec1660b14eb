import { type Editor, useEditorState } from '@tiptap/react';
import { Bold, Italic, Link, List, ListOrdered, type LucideIcon, Paperclip, Quote } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { IconButton } from '../ui/icon-button';
import { insertLink } from '../ui/insert-link';
import { UrlForm } from '../ui/url-form';

/** Bold, italic, lists, quote, link, attach; pressed where the cursor stands in one. */
export function EditorTools({ editor, onFiles }: { editor: Editor; onFiles(files: File[]): void }) {
  const { t } = useText();
  const picker = useRef<HTMLInputElement>(null);
  const [linking, setLinking] = useState(false);
  const on = useEditorState({
    editor,
    selector: ({ editor: at }) =>
      Object.fromEntries(['bold', 'italic', 'bulletList', 'orderedList', 'blockquote', 'link'].map((name) => [name, at.isActive(name)])),
  });
  const tools: [string, MessageKey, LucideIcon, () => void][] = [
    ['bold', 'toolBold', Bold, () => editor.chain().focus().toggleBold().run()],
    ['italic', 'toolItalic', Italic, () => editor.chain().focus().toggleItalic().run()],
    ['bulletList', 'toolList', List, () => editor.chain().focus().toggleBulletList().run()],
    ['orderedList', 'toolNumbers', ListOrdered, () => editor.chain().focus().toggleOrderedList().run()],
    ['blockquote', 'toolQuote', Quote, () => editor.chain().focus().toggleBlockquote().run()],
    ['link', 'toolLink', Link, () => (on.link ? editor.chain().focus().extendMarkRange('link').unsetMark('link').run() : setLinking(!linking))],
  ];
  return (
    <div className="etools" role="toolbar" aria-label={t('editorTools')}>
      {tools.map(([name, label, icon, act]) => (
        <IconButton key={name} icon={icon} label={t(label)} aria-pressed={on[name] ?? false} onClick={act} />
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
          onApply={(typed) => insertLink(editor, typed) && setLinking(false)}
          onLeave={() => {
            setLinking(false);
            editor.commands.focus();
          }}
        />
      )}
    </div>
  );
}
