import { Blockquote } from '@tiptap/extension-blockquote';
import { EditorContent, useEditor } from '@tiptap/react';
import { useRef, useState } from 'react';
import type { Agent } from '../../domain/model/agent';
import type { Id } from '../../domain/model/ids';
import { LinkMark } from '../ui/link-mark';
import { writingParts } from '../ui/writing-parts';
import { EditorTools } from './editor-tools';
import { MentionList } from './mention-list';
import { MentionNode } from './mention-node';

export interface EditorText {
  html: string;
  text: string;
  mentions: Id[];
}
interface Props {
  html: string;
  label: string;
  people: readonly Agent[];
  onChange(text: EditorText): void;
  onFiles(files: File[]): void;
  onSubmit(): void;
  /** Esc: one step out. */
  onLeave(): void;
}

const asked = /(?:^|\s)@([\p{L}\p{N}.-]{0,30})$/u;

/** The writing surface with its tools (RPL-1). A chunk of its own: loaded when somebody first writes. */
export default function RichEditor({ html, label, people, onChange, onFiles, onSubmit, onLeave }: Props) {
  const [query, setQuery] = useState<string>();
  const [chosen, setChosen] = useState(0);
  const latest = useRef({ onChange, onFiles, onSubmit, onLeave });
  latest.current = { onChange, onFiles, onSubmit, onLeave };
  const found = query === undefined ? [] : people.filter(({ name }) => name.toLocaleLowerCase().includes(query.toLocaleLowerCase())).slice(0, 6);
  const list = useRef({ found, chosen });
  list.current = { found, chosen: Math.min(chosen, Math.max(0, found.length - 1)) };

  const editor = useEditor({
    extensions: [...writingParts, Blockquote, LinkMark.configure({ attributes: { rel: 'noopener noreferrer' } }), MentionNode],
    content: html,
    injectCSS: false,
    // It comes a moment after the composer: who has opened a menu meanwhile keeps it.
    autofocus: !document.querySelector(':popover-open, dialog[open]') && 'end',
    editorProps: {
      attributes: { 'aria-label': label, 'aria-multiline': 'true', role: 'textbox', dir: 'auto' },
      handleKeyDown: (_view, event) => {
        if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
          latest.current.onSubmit();
          return true;
        }
        const { found: names, chosen: at } = list.current;
        if (event.key === 'Escape' && names.length === 0) {
          latest.current.onLeave();
          return true;
        }
        if (names.length === 0) return false;
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          setChosen((at + (event.key === 'ArrowDown' ? 1 : names.length - 1)) % names.length);
          return true;
        }
        if (event.key === 'Escape') {
          setQuery(undefined);
          return true;
        }
        const name = names[at];
        if ((event.key !== 'Enter' && event.key !== 'Tab') || !name) return false;
        mention(name);
        return true;
      },
      handlePaste: (_view, event) => takeFiles(event.clipboardData?.files),
      handleDrop: (_view, event) => takeFiles(event.dataTransfer?.files),
    },
    onUpdate: ({ editor: at }) => {
      const mentions = new Set<Id>();
      at.state.doc.descendants((node) => {
        if (node.type.name === 'mention') mentions.add(String(node.attrs.id));
      });
      latest.current.onChange({ html: at.isEmpty ? '' : at.getHTML(), text: at.getText({ blockSeparator: '\n' }), mentions: [...mentions] });
    },
    onTransaction: ({ editor: at }) => {
      const { $from, empty } = at.state.selection;
      const before = empty ? $from.parent.textBetween(Math.max(0, $from.parentOffset - 40), $from.parentOffset, undefined, '\ufffc') : '';
      const now = people.length > 0 ? asked.exec(before)?.[1] : undefined;
      setQuery(now);
      if (now === undefined) setChosen(0);
    },
  });
  const takeFiles = (files: FileList | undefined) => {
    if (!files || files.length === 0) return false;
    latest.current.onFiles([...files]);
    return true;
  };
  const mention = ({ id, name }: Agent) => {
    if (!editor) return;
    const { from } = editor.state.selection;
    const start = from - (query?.length ?? 0) - 1;
    editor
      .chain()
      .focus()
      .deleteRange({ from: start, to: from })
      .insertContent([
        { type: 'mention', attrs: { id, name } },
        { type: 'text', text: ' ' },
      ])
      .run();
    setQuery(undefined);
  };
  if (!editor) return null;
  return (
    <>
      {found.length > 0 && <MentionList people={found} chosen={list.current.chosen} onChoose={mention} />}
      <EditorContent editor={editor} className="edit" />
      <EditorTools editor={editor} onFiles={onFiles} />
    </>
  );
}
