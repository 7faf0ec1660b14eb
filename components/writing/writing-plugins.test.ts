import { type Node, type Schema, Slice } from 'prosemirror-model';
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { mentionNode } from '../composer/mention-node';
import { standsIn } from './stands-in';
import { toggleList } from './toggle-list';
import { writingPlugins } from './writing-plugins';
import { quoteNode, writingSchema } from './writing-schema';
import { writingText } from './writing-text';

const schema: Schema = writingSchema({ blockquote: quoteNode, mention: mentionNode });
type Built = { children: (Built | string)[]; type: string };
const block =
  (type: string) =>
  (...children: (Built | string)[]): Built => ({ type, children });
const p = block('paragraph');
const ul = block('bulletList');
const li = block('listItem');
const quote = block('blockquote');

/** The place of the cursor is written `|`; of a choice, its beginning and end. */
function build(...blocks: Built[]): EditorState {
  const node = ({ type, children }: Built): Node =>
    schema.node(
      type,
      null,
      children.map((child) => (typeof child === 'string' ? schema.text(child) : node(child))),
    );
  const drawn = schema.node('doc', null, blocks.map(node));
  const marks: number[] = [];
  drawn.descendants((child, pos) => {
    for (const { index } of child.text?.matchAll(/\|/g) ?? []) marks.push(pos + index);
  });
  const state = EditorState.create({ doc: drawn });
  const { tr } = state;
  for (const at of [...marks].reverse()) tr.delete(at, at + 1);
  const [from = 1, to = from + 1] = marks;
  return EditorState.create({ doc: tr.doc, selection: TextSelection.create(tr.doc, from, to - 1), plugins: writingPlugins(schema) });
}

/** As much of a view as keys, letters and pastes ask for, without a page around it. */
function written(state: EditorState) {
  const view = {
    state,
    composing: false,
    dispatch(tr: Transaction) {
      view.state = view.state.apply(tr);
    },
  };
  const ask = (call: (props: EditorState['plugins'][number]['props']) => unknown) => view.state.plugins.some(({ props }) => call(props) === true);
  const as = view as unknown as EditorView;
  const self = {
    press(key: string, held: 'ctrlKey' | 'shiftKey' | 'none' = 'none') {
      const event = { key, keyCode: 0, ctrlKey: held === 'ctrlKey', shiftKey: held === 'shiftKey', altKey: false, metaKey: false } as KeyboardEvent;
      return ask((props) => props.handleKeyDown?.call({} as never, as, event));
    },
    type(text: string) {
      for (const letter of text) {
        const { from, to } = view.state.selection;
        const plain = () => view.state.tr.insertText(letter, from, to);
        if (!ask((props) => props.handleTextInput?.call({} as never, as, from, to, letter, plain))) view.dispatch(plain());
      }
      return self;
    },
    paste(text: string) {
      const clipboardData = { getData: (type: string) => (type === 'text/plain' ? text : ''), files: [] };
      const event = { clipboardData } as unknown as ClipboardEvent;
      if (ask((props) => props.handlePaste?.call({} as never, as, event, Slice.empty))) return self;
      view.dispatch(view.state.tr.insertText(text).setMeta('uiEvent', 'paste'));
      return self;
    },
    marked: (name: string) => {
      const found: string[] = [];
      view.state.doc.descendants((node) => {
        const mark = node.marks.find(({ type }) => type.name === name);
        if (mark) found.push(`${node.text}${mark.attrs.href ? ` → ${mark.attrs.href}` : ''}`);
      });
      return found;
    },
    get shape() {
      return view.state.doc.toString().replace(/^doc\(|\)$/g, '');
    },
    get state() {
      return view.state;
    },
    dispatch: view.dispatch,
  };
  return self;
}

describe('RPL-1 keys in lists', () => {
  it('RPL-1 Enter begins the next item, and in an empty one leaves the list', () => {
    const text = written(build(ul(li(p('one|')))));
    text.press('Enter');
    text.type('two');
    expect(text.shape).toBe('bulletList(listItem(paragraph("one")), listItem(paragraph("two"))), paragraph');
    text.press('Enter');
    text.press('Enter');
    expect(text.shape).toBe('bulletList(listItem(paragraph("one")), listItem(paragraph("two"))), paragraph, paragraph');
  });

  it('RPL-1 Tab takes an item into the one before, Shift+Tab back; the first has nowhere to go and leaves Tab alone', () => {
    const text = written(build(ul(li(p('one')), li(p('|two'))), p()));
    expect(text.press('Tab')).toBe(true);
    expect(text.shape).toBe('bulletList(listItem(paragraph("one"), bulletList(listItem(paragraph("two"))))), paragraph');
    expect(text.press('Tab')).toBe(false);
    expect(text.press('Tab', 'shiftKey')).toBe(true);
    expect(text.shape).toBe('bulletList(listItem(paragraph("one")), listItem(paragraph("two"))), paragraph');
  });

  it('RPL-1 Tab behind a list takes the line into its last item', () => {
    const text = written(build(ul(li(p('one'))), p('|two')));
    expect(text.press('Tab')).toBe(true);
    expect(text.shape).toBe('bulletList(listItem(paragraph("one"), paragraph("two"))), paragraph');
  });

  it('RPL-1 Backspace at the beginning of an item takes it out, behind a list the line goes into its last item', () => {
    const first = written(build(ul(li(p('one')), li(p('|two'))), p()));
    first.press('Backspace');
    expect(first.shape).toBe('bulletList(listItem(paragraph("one"))), paragraph("two"), paragraph');
    const behind = written(build(ul(li(p('one'))), p('|two')));
    behind.press('Backspace');
    expect(behind.shape).toBe('bulletList(listItem(paragraph("onetwo"))), paragraph');
  });

  it('RPL-1 Delete at the end of an item brings the next into it, and a list within it up where that has more', () => {
    const next = written(build(ul(li(p('one|')), li(p('two'))), p()));
    next.press('Delete');
    expect(next.shape).toBe('bulletList(listItem(paragraph("onetwo"))), paragraph');
    const inner = written(build(ul(li(p('one|'), ul(li(p('two'), p('more'))))), p()));
    inner.press('Delete');
    expect(inner.shape).toBe('bulletList(listItem(paragraph("one")), listItem(paragraph("two"), paragraph("more"))), paragraph');
  });

  it('RPL-1 a tool makes a list of the lines, one of the other kind, and lines again', () => {
    const text = written(build(p('|one'), p('two|')));
    const toggle = (name: 'bulletList' | 'orderedList') => toggleList(name)(text.state, text.dispatch);
    toggle('bulletList');
    expect(text.shape).toBe('bulletList(listItem(paragraph("one")), listItem(paragraph("two"))), paragraph');
    expect(standsIn(text.state, 'bulletList')).toBe(true);
    toggle('orderedList');
    expect(text.shape).toBe('orderedList(listItem(paragraph("one")), listItem(paragraph("two"))), paragraph');
    toggle('orderedList');
    expect(text.shape).toBe('paragraph("one"), paragraph("two"), paragraph');
  });
});

describe('RPL-1 keys elsewhere', () => {
  it('RPL-1 Backspace behind a quote brings the line to its end, within one it takes the line out', () => {
    const behind = written(build(quote(p('one')), p('|two')));
    behind.press('Backspace');
    expect(behind.shape).toBe('blockquote(paragraph("onetwo")), paragraph');
    const within = written(build(quote(p('one'), p('|two')), p()));
    within.press('Backspace');
    expect(within.shape).toBe('blockquote(paragraph("one")), paragraph("two"), paragraph');
  });

  it('RPL-1 bold goes on in the next line, a link does not', () => {
    const bold = written(build(p('|')));
    bold.press('b', 'ctrlKey');
    bold.type('one').press('Enter');
    expect(bold.type('two').marked('bold')).toEqual(['one', 'two']);
    const link = written(build(p('|'))).type('www.firma.example');
    link.press('Enter');
    expect(link.type('two').marked('link')).toEqual(['www.firma.example → https://www.firma.example/']);
  });

  it('RPL-1 who chooses all of a list and deletes it writes a plain line', () => {
    const text = written(build(ul(li(p('|one|')))));
    text.press('Backspace');
    expect(text.shape).toBe('paragraph, paragraph');
  });

  it('RPL-1 Ctrl+Shift+B is the quote, though Ctrl+B is bold', () => {
    const text = written(build(p('one|')));
    const event = { key: 'B', keyCode: 66, ctrlKey: true, shiftKey: true, altKey: false, metaKey: false } as KeyboardEvent;
    text.state.plugins.some(({ props }) => props.handleKeyDown?.call({} as never, text as unknown as EditorView, event));
    expect(text.shape).toBe('blockquote(paragraph("one")), paragraph');
  });
});

describe('RPL-1 signs that mean something', () => {
  it('RPL-1 a dash, a number or a sign before a line makes a list or a quote, and Backspace leaves the signs', () => {
    expect(written(build(p('|'))).type('- one').shape).toBe('bulletList(listItem(paragraph("one"))), paragraph');
    expect(written(build(p('|'))).type('3. one').state.doc.firstChild?.attrs).toEqual({ start: 3, type: null });
    expect(written(build(p('|'))).type('> one').shape).toBe('blockquote(paragraph("one")), paragraph');
    const back = written(build(p('|'))).type('- ');
    back.press('Backspace');
    expect(back.shape).toBe('paragraph("- ")');
  });

  it('RPL-1 Shift+Enter breaks the line within the paragraph, and bold goes on', () => {
    const text = written(build(p('|')));
    text.press('b', 'ctrlKey');
    text.type('one').press('Enter', 'shiftKey');
    expect(text.type('two').marked('bold')).toEqual(['one', 'two']);
    expect(text.shape).toBe('paragraph(bold("one"), hardBreak, bold("two"))');
    expect(writingText(text.state.doc, '\n')).toBe('one\ntwo');
  });

  it('RPL-1 stars and lines around words make them bold or italic, and what follows is not', () => {
    const text = written(build(p('|'))).type('**one** _two_ a*b*');
    expect(text.marked('bold')).toEqual(['one']);
    expect(text.marked('italic')).toEqual(['two']);
    expect(writingText(text.state.doc, '\n')).toBe('one two a*b*');
  });

  it('RPL-1 undo takes the meaning back and leaves the signs', () => {
    const text = written(build(p('|'))).type('**one**');
    text.press('z', 'ctrlKey');
    expect(text.marked('bold')).toEqual([]);
    expect(writingText(text.state.doc, '\n')).toBe('**one**');
  });
});

describe('RPL-1 what is pasted', () => {
  it('RPL-1 addresses and signs in it mean what they mean when written', () => {
    const text = written(build(p('|'))).paste('see www.firma.example and **this** or _that_.');
    expect(text.marked('link')).toEqual(['www.firma.example → https://www.firma.example/']);
    expect(text.marked('bold')).toEqual(['this']);
    expect(text.marked('italic')).toEqual(['that']);
  });

  it('RPL-1 an address pasted onto words makes them the link', () => {
    const text = written(build(p('look |here|'))).paste('https://firma.example/a');
    expect(text.marked('link')).toEqual(['here → https://firma.example/a']);
  });

  it('RPL-1 numbered lines are a list, other lines are not', () => {
    const text = written(build(p('|'))).paste('2) one\n3) two');
    expect(text.shape).toBe('orderedList(listItem(paragraph("one")), listItem(paragraph("two"))), paragraph');
    expect(text.state.doc.firstChild?.attrs).toEqual({ start: 2, type: null });
    expect(written(build(p('|'))).paste('1. one').state.doc.firstChild?.type.name).toBe('orderedList');
    expect(written(build(p('|'))).paste('one 1. two').state.doc.firstChild?.type.name).toBe('paragraph');
  });
});

it('RPL-3 a colleague is written by name in the text without looks', () => {
  const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('Hi '), schema.node('mention', { id: 'a', name: 'Ane' })])]);
  expect(writingText(doc, '\n')).toBe('Hi @Ane');
});
