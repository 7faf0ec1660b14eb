import { mergeAttributes, Node } from '@tiptap/core';

/** A colleague named in a comment: one unit in the text, whose id goes along (RPL-3). */
export const MentionNode = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({
    id: { default: null, parseHTML: (element) => element.getAttribute('data-mention'), renderHTML: ({ id }) => ({ 'data-mention': id }) },
    name: { default: '', parseHTML: (element) => element.textContent?.replace(/^@/, '') ?? '', renderHTML: () => ({}) },
  }),
  parseHTML: () => [{ tag: 'span[data-mention]' }],
  renderHTML: ({ node, HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes), `@${node.attrs.name}`],
  renderText: ({ node }) => `@${node.attrs.name}`,
});
