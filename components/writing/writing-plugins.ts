import { dropCursor } from 'prosemirror-dropcursor';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Schema } from 'prosemirror-model';
import { type EditorState, Plugin, Selection } from 'prosemirror-state';
import { clearBlocks } from './clear-blocks';
import { isEmpty } from './is-empty';
import { linkAfterWord, linkOnWords } from './link-as-written';
import { markingRules, signs } from './marking-rules';
import { numberedPaste } from './numbered-paste';
import { pastedLinks, pastedSigns } from './pasted-marks';
import { wrappingRule } from './wrapping-rule';
import { enterKeys, quoteKeys, writingKeys } from './writing-keys';
import { writingRules } from './writing-rules';
import { writingText } from './writing-text';

/** What every editor does. Of two that know a key or a paste, the first has it. */
export function writingPlugins(schema: Schema): Plugin[] {
  const { bulletList, orderedList, listItem, blockquote } = schema.nodes;
  const { link, bold, italic } = schema.marks;
  if (!bulletList || !orderedList || !listItem || !link || !bold || !italic) throw new Error('A schema of another editor');
  return [
    ...pastedLinks(link),
    linkOnWords(link),
    linkAfterWord(link),
    ...(blockquote ? [keymap(quoteKeys), writingRules([wrappingRule(/^\s*>\s$/, blockquote)])] : []),
    keymap(writingKeys(listItem)),
    dropCursor({ color: 'currentColor', width: 1 }),
    history(),
    lastLine,
    writingRules([
      wrappingRule(
        /^(\d+)\.\s$/,
        orderedList,
        ([, start]) => ({ start: Number(start) }),
        ([, start], { attrs, childCount }) => (!attrs.type || attrs.type === '1') && childCount + attrs.start === Number(start),
      ),
      wrappingRule(/^\s*([-+*])\s$/, bulletList),
      ...markingRules(italic, signs.italic),
      ...markingRules(bold, signs.bold),
    ]),
    numberedPaste(schema),
    ...pastedSigns(italic, 'italic'),
    ...pastedSigns(bold, 'bold'),
    keymap(enterKeys),
    nothingLeft,
    new Plugin({
      props: {
        attributes: { tabindex: '0' },
        clipboardTextSerializer: (_slice, { state: { doc, selection } }) => writingText(doc, '\n\n', selection.from, selection.to),
      },
    }),
  ];
}

/** Behind a list or quote at the end there is a line to go on in. */
const lastLine = new Plugin({
  appendTransaction(_transactions, _before, { doc, tr, schema: { nodes } }) {
    const { paragraph } = nodes;
    return paragraph && doc.lastChild?.type !== paragraph ? tr.insert(doc.content.size, paragraph.create()) : null;
  },
});

/** Who takes all of it away begins anew: without the list or quote, and not in bold. */
const nothingLeft = new Plugin({
  appendTransaction(transactions, before, state) {
    if (transactions.some((one) => one.getMeta('composition')) || before.doc.eq(state.doc)) return null;
    if (!isAllChosen(before) || !isEmpty(state.doc)) return null;
    const { tr } = state;
    clearBlocks(tr);
    return tr.steps.length > 0 || state.storedMarks ? tr.setStoredMarks(null) : null;
  },
});

const isAllChosen = ({ doc, selection: { empty, from, to } }: EditorState) =>
  !empty && from === Selection.atStart(doc).from && to === Selection.atEnd(doc).to;
