import type { MarkType } from 'prosemirror-model';
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state';
import { typedLinks } from '../../utils/mail-view/typed-link';
import { markBySigns } from './mark-by-signs';
import { signs } from './marking-rules';

/** One after the other, each as the one before left it: what was pasted or dropped, from where to where. */
type Rule = (state: EditorState, within: { from: number; to: number }) => Transaction | undefined;

/** Addresses in what is pasted become links. */
export const pastedLinks = (type: MarkType) =>
  forPasted([
    (state, within) => {
      const { tr } = state;
      eachLine(state, within, (text, start) => {
        for (const { from, to, href } of typedLinks(text)) {
          tr.addMark(start + from, start + to, type.create({ href }));
          if (to < text.length) tr.removeStoredMark(type);
        }
      });
      return tr;
    },
  ]);

/** Signs around words mean in what is pasted what they mean when they are written. */
export const pastedSigns = (type: MarkType, kind: keyof typeof signs) =>
  forPasted(
    signs[kind].map(
      (find): Rule =>
        (state, within) => {
          const { tr } = state;
          eachLine(state, within, (text, start) => {
            for (const match of text.matchAll(new RegExp(find, 'g'))) {
              const mapped = (at: number) => tr.mapping.map(start + at);
              markBySigns(tr, type, match, mapped(match.index), mapped(match.index + match[0].length));
              if (match.index + match[0].length < text.length) tr.removeStoredMark(type);
            }
          });
          return tr;
        },
    ),
  );

function eachLine({ doc }: EditorState, { from, to }: { from: number; to: number }, look: (text: string, start: number) => void) {
  doc.nodesBetween(Math.max(0, from - 1), to - 1, (node, pos) => {
    if (!node.isTextblock) return;
    const start = Math.max(from, pos + 1);
    const end = Math.min(to, pos + 1 + node.content.size);
    if (start < end) look(node.textBetween(start - pos - 1, end - pos - 1, undefined, '\ufffc'), start);
  });
}

/** What comes from an editor like ours has its marks, and its stars are meant as stars. */
function forPasted(rules: readonly Rule[]): Plugin[] {
  let ours = false;
  return rules.map(
    (rule) =>
      new Plugin({
        props: {
          handleDOMEvents: {
            paste(_view, { clipboardData }) {
              ours = clipboardData?.getData('text/html').includes('data-pm-slice') ?? false;
              return false;
            },
            drop(view) {
              ours = view.dragging !== null;
              return false;
            },
          },
        },
        appendTransaction([first], before, state) {
          const how = first?.getMeta('uiEvent');
          if (ours || (how !== 'paste' && how !== 'drop')) return null;
          const from = before.doc.content.findDiffStart(state.doc.content);
          const to = before.doc.content.findDiffEnd(state.doc.content)?.b;
          if (from === null || to === undefined || from === to) return null;
          const tr = rule(state, { from, to });
          return tr && tr.steps.length > 0 ? tr : null;
        },
      }),
  );
}
