import type { NodeSpec } from 'prosemirror-model';

/** A colleague named in a comment: one unit in the text, whose id goes along (RPL-3). */
export const mentionNode: NodeSpec = {
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  attrs: { id: { default: null }, name: { default: '' } },
  leafText: ({ attrs }) => `@${attrs.name}`,
  parseDOM: [
    {
      tag: 'span[data-mention]',
      getAttrs: (element) => ({ id: element.getAttribute('data-mention'), name: element.textContent.replace(/^@/, '') }),
    },
  ],
  toDOM: ({ attrs }) => ['span', { 'data-mention': attrs.id }, `@${attrs.name}`],
};
