import {
  chainCommands,
  createParagraphNear,
  deleteSelection,
  joinBackward,
  joinForward,
  liftEmptyBlock,
  selectAll,
  selectNodeBackward,
  selectNodeForward,
  selectTextblockEnd,
  selectTextblockStart,
  splitBlock,
} from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { undoInputRule } from 'prosemirror-inputrules';
import type { NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem } from 'prosemirror-schema-list';
import type { Command } from 'prosemirror-state';
import { backspaceAtQuote } from './backspace-at-quote';
import { clearBlocks } from './clear-blocks';
import { insertWords } from './insert-words';
import { keptMarks } from './kept-marks';
import { backspaceInList, deleteInList, hoistInnerList, splitItem, tabIntoList } from './list-keys';
import { toggleList } from './toggle-list';
import { toggleMark } from './toggle-mark';
import { toggleQuote } from './toggle-quote';

const back = chainCommands(undoInputRule, deleteSelection, joinBackward, selectNodeBackward);

/** An empty line goes, whatever comes next. */
const deleteEmptyLine: Command = ({ selection: { $anchor }, tr }, dispatch) => {
  if ($anchor.parent.content.size > 0 || $anchor.depth === 0) return false;
  dispatch?.(tr.delete($anchor.before(), $anchor.after()).scrollIntoView());
  return true;
};
const forward = chainCommands(deleteSelection, deleteEmptyLine, joinForward, selectNodeForward);

const plainLine: Command = ({ tr }, dispatch) => {
  clearBlocks(tr);
  dispatch?.(tr);
  return true;
};

/** A new line within the paragraph; what is written there looks as before it. */
const breakLine: Command = (state, dispatch) => {
  const { hardBreak } = state.schema.nodes;
  if (!hardBreak) return false;
  const marks = keptMarks(state);
  const tr = insertWords(state.tr, hardBreak.create());
  if (marks) tr.ensureMarks(marks);
  dispatch?.(tr.scrollIntoView());
  return true;
};

const splitLine: Command = (state, dispatch) => {
  const marks = keptMarks(state);
  return splitBlock(state, dispatch && ((tr) => dispatch(marks ? tr.ensureMarks(marks) : tr)));
};

/** On a Mac the keys its texts are edited with everywhere. */
const ofMac: Record<string, Command> = {
  'Ctrl-h': back,
  'Alt-Backspace': back,
  'Ctrl-d': forward,
  'Ctrl-Alt-Backspace': forward,
  'Alt-Delete': forward,
  'Alt-d': forward,
  'Ctrl-a': selectTextblockStart,
  'Ctrl-e': selectTextblockEnd,
};

/** Enter, when no sign written before it means anything (`writing-rules.ts`). */
export const enterKeys: Record<string, Command> = {
  Enter: chainCommands(createParagraphNear, liftEmptyBlock, splitLine),
  'Shift-Enter': breakLine,
  'Mod-Enter': breakLine,
};

/** A quote's key, asked first: with shift held, bold's would answer to it too. */
export const quoteKeys: Record<string, Command> = { 'Mod-Shift-b': toggleQuote };

/** The keys of every editor. */
export const writingKeys = (listItem: NodeType): Record<string, Command> => ({
  Enter: splitItem,
  Tab: chainCommands(tabIntoList, sinkListItem(listItem)),
  'Shift-Tab': liftListItem(listItem),
  Backspace: chainCommands(backspaceAtQuote, backspaceInList, back),
  'Mod-Backspace': chainCommands(backspaceInList, back),
  'Shift-Backspace': back,
  Delete: chainCommands(hoistInnerList, deleteInList, forward),
  'Mod-Delete': chainCommands(hoistInnerList, deleteInList, forward),
  'Mod-a': selectAll,
  'Mod-b': toggleMark('bold'),
  'Mod-B': toggleMark('bold'),
  'Mod-i': toggleMark('italic'),
  'Mod-I': toggleMark('italic'),
  'Mod-Shift-7': toggleList('orderedList'),
  'Mod-Shift-8': toggleList('bulletList'),
  'Mod-Alt-0': plainLine,
  'Mod-z': undo,
  'Shift-Mod-z': redo,
  'Mod-y': redo,
  // The same keys where the letters are Russian.
  'Mod-я': undo,
  'Shift-Mod-я': redo,
  ...(/Mac|iPhone|iPad|iPod/.test(globalThis.navigator?.platform ?? '') ? ofMac : {}),
});
