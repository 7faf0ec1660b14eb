import { useRef, useState } from 'react';
import type { Agent } from '../../domain/model/agent';
import type { Id } from '../../domain/model/ids';
import { applyCommand } from '../writing/apply-command';
import { insertWords } from '../writing/insert-words';
import { useEditorView } from '../writing/use-editor-view';
import { writingHtml } from '../writing/writing-html';
import { quoteNode, writingSchema } from '../writing/writing-schema';
import { writingText } from '../writing/writing-text';
import { EditorTools } from './editor-tools';
import { MentionList } from './mention-list';
import { mentionNode } from './mention-node';

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

const schema = writingSchema({ blockquote: quoteNode, mention: mentionNode }, { rel: 'noopener noreferrer' });

const asked = /(?:^|\s)@([\p{L}\p{N}.-]{0,30})$/u;

/** The writing surface with its tools (RPL-1). A chunk of its own: loaded when somebody first writes. */
export default function RichEditor({ html, label, people, onChange, onFiles, onSubmit, onLeave }: Props) {
  const [query, setQuery] = useState<string>();
  const [chosen, setChosen] = useState(0);
  const found = query === undefined ? [] : people.filter(({ name }) => name.toLocaleLowerCase().includes(query.toLocaleLowerCase())).slice(0, 6);
  const list = useRef({ found, chosen });
  list.current = { found, chosen: Math.min(chosen, Math.max(0, found.length - 1)) };

  const { place, view, on } = useEditorView({
    schema,
    html,
    label,
    dir: 'auto',
    // It comes a moment after the composer: who has opened a menu meanwhile keeps it.
    focused: !document.querySelector(':popover-open, dialog[open]'),
    onFiles,
    onKeyDown: (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
        onSubmit();
        return true;
      }
      const { found: names, chosen: at } = list.current;
      if (event.key === 'Escape' && names.length === 0) {
        onLeave();
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
    onChange: (doc) => {
      const mentions = new Set<Id>();
      doc.descendants((node) => {
        if (node.type.name === 'mention') mentions.add(String(node.attrs.id));
      });
      onChange({ html: writingHtml(doc), text: writingText(doc, '\n'), mentions: [...mentions] });
    },
    onStep: ({ selection: { $from, empty } }) => {
      const before = empty ? $from.parent.textBetween(Math.max(0, $from.parentOffset - 40), $from.parentOffset, undefined, '\ufffc') : '';
      const now = people.length > 0 ? asked.exec(before)?.[1] : undefined;
      setQuery(now);
      if (now === undefined) setChosen(0);
    },
  });
  const mention = ({ id, name }: Agent) => {
    if (!view) return;
    applyCommand(view, ({ selection: { from }, tr }, dispatch) => {
      tr.delete(from - (query?.length ?? 0) - 1, from);
      dispatch?.(insertWords(tr, schema.node('mention', { id, name }), schema.text(' ')));
      return true;
    });
    setQuery(undefined);
  };
  return (
    <>
      {found.length > 0 && <MentionList people={found} chosen={list.current.chosen} onChoose={mention} />}
      <div ref={place} className="edit" />
      {view && <EditorTools view={view} on={on} onFiles={onFiles} />}
    </>
  );
}
