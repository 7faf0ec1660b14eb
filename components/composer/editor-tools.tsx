import { type Editor, useEditorState } from '@tiptap/react';
import { Bold, Italic, Link, List, ListOrdered, type LucideIcon, Paperclip, Quote } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { linkTarget } from '../../utils/mail-view/link-target';
import { IconButton } from '../ui/icon-button';

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
    ['link', 'toolLink', Link, () => (on.link ? editor.chain().focus().extendMarkRange('link').unsetLink().run() : setLinking(!linking))],
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
      {linking && <LinkForm editor={editor} onDone={() => setLinking(false)} />}
    </div>
  );
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone(): void }) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const url = linkTarget(/^[a-z][a-z0-9+.-]*:/i.test(typed.trim()) ? typed : `https://${typed.trim()}`);
  const apply = () => {
    if (!url || typed.trim() === '') return;
    const chain = editor.chain().focus();
    if (editor.state.selection.empty)
      chain.insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href: url } }] }).run();
    else chain.setLink({ href: url }).run();
    onDone();
  };
  return (
    <div className="field mt-1 w-full">
      <input
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
        autoFocus
        aria-label={t('linkAddress')}
        placeholder="https://"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            apply();
          } else if (event.key === 'Escape') {
            event.stopPropagation();
            onDone();
            editor.commands.focus();
          }
        }}
      />
      <button type="button" className="btn text xs" onClick={apply}>
        {t('linkApply')}
      </button>
    </div>
  );
}
