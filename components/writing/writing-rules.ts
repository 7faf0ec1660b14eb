import { closeHistory } from 'prosemirror-history';
import { EditorState, Plugin, type TextSelection, type Transaction } from 'prosemirror-state';
import { Transform } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';

/** Signs that become something when they are written: two stars around a word, a dash before a line. */
export interface WritingRule {
  find: RegExp;
  /** Changes the document in which the signs stand; `false` where that cannot be. */
  apply(tr: Transaction, match: RegExpExecArray, from: number, to: number): boolean;
}

interface Done {
  transform: Transform;
  from: number;
  to: number;
  text: string;
}

/** Looks at what is written for signs with a meaning. Backspace right after it takes the meaning away and leaves the signs, so does undo. */
export function writingRules(rules: readonly WritingRule[]): Plugin<Done | null> {
  const plugin: Plugin<Done | null> = new Plugin<Done | null>({
    state: {
      init: () => null,
      apply(tr, before) {
        const done: Done | undefined = tr.getMeta(plugin);
        if (done) return done;
        // What other parts added to it is taken back with it.
        if (before && tr.getMeta('appendedTransaction')?.getMeta(plugin)) {
          const transform = new Transform(before.transform.docs[0] ?? before.transform.doc);
          for (const step of [...before.transform.steps, ...tr.steps]) transform.step(step);
          return { ...before, transform };
        }
        return tr.selectionSet || tr.docChanged ? null : before;
      },
    },
    props: {
      handleTextInput: (view, from, to, text) => run(plugin, rules, view, { from, to, text }, true),
      handleKeyDown: (view, event) => event.key === 'Enter' && atCursor(view, '\n'),
      handleDOMEvents: {
        compositionend(view) {
          setTimeout(() => !view.isDestroyed && atCursor(view, ''));
          return false;
        },
      },
    },
    // By this name undoInputRule finds what to take back.
    isInputRules: true,
  });
  const atCursor = (view: EditorView, text: string) => {
    const { $cursor } = view.state.selection as TextSelection;
    return $cursor ? run(plugin, rules, view, { from: $cursor.pos, to: $cursor.pos, text }, false) : false;
  };
  return plugin;
}

function run(
  plugin: Plugin<Done | null>,
  rules: readonly WritingRule[],
  view: EditorView,
  { from, to, text }: Omit<Done, 'transform'>,
  insert: boolean,
): boolean {
  if (view.composing) return false;
  const { state } = view;
  const $from = state.doc.resolve(from);
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc') + text;
  for (const { find, apply } of rules) {
    const match = find.exec(before);
    if (!match || match[0].includes('\ufffc')) continue;
    const typed = insert ? state.tr.insertText(text, from, to) : undefined;
    const tr = typed ? EditorState.create({ doc: typed.doc, selection: typed.selection, storedMarks: typed.storedMarks }).tr : state.tr;
    const end = typed ? from + text.length : to;
    if (!apply(tr, match, from - (match[0].length - text.length), end) || tr.steps.length === 0) continue;
    if (typed) {
      // First as it was typed, and a step of its own for undo.
      view.dispatch(typed);
      if (!view.state.doc.eq(typed.doc)) return true;
    }
    closeHistory(tr);
    view.dispatch(tr.setMeta(plugin, { transform: tr, from, to: end, text }));
    return true;
  }
  return false;
}
