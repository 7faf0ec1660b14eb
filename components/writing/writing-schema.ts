import { type Attrs, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';
import { linkMark } from './link-mark';
import { listNodes } from './list-nodes';

const bold: MarkSpec = {
  parseDOM: [
    { tag: 'strong' },
    { tag: 'b', getAttrs: (element) => element.style.fontWeight !== 'normal' && null },
    { style: 'font-weight=400', clearMark: ({ type }) => type.name === 'bold' },
    { style: 'font-weight', getAttrs: (value) => /^(bold(er)?|[5-9]\d{2,})$/.test(value) && null },
  ],
  toDOM: () => ['strong', 0],
};

const italic: MarkSpec = {
  parseDOM: [
    { tag: 'em' },
    { tag: 'i', getAttrs: (element) => element.style.fontStyle !== 'normal' && null },
    { style: 'font-style=normal', clearMark: ({ type }) => type.name === 'italic' },
    { style: 'font-style=italic' },
  ],
  toDOM: () => ['em', 0],
};

const always: Record<string, NodeSpec> = {
  // First of the blocks: what a new line is, and what anything becomes that may not stay what it was.
  paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  doc: { content: 'block+' },
  text: { group: 'inline' },
  hardBreak: {
    group: 'inline',
    inline: true,
    selectable: false,
    linebreakReplacement: true,
    leafText: () => '\n',
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  ...listNodes,
};

/** A block somebody else said. */
export const quoteNode: NodeSpec = {
  group: 'block',
  content: 'block+',
  defining: true,
  parseDOM: [{ tag: 'blockquote' }],
  toDOM: () => ['blockquote', 0],
};

/** What a text may hold: lines, lists, bold, italic and links, and what its editor adds. Anything else that is pasted is read as these. */
export const writingSchema = (own: Record<string, NodeSpec>, ofLinks: Attrs = {}) =>
  new Schema({ topNode: 'doc', nodes: { ...always, ...own }, marks: { link: linkMark(ofLinks), bold, italic } });
