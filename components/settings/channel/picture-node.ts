import { mergeAttributes, Node } from '@tiptap/core';

/** A picture on the web, in a signature. The editor names it and does not fetch it: our pages load nothing from elsewhere. */
export const PictureNode = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => Object.fromEntries(['src', 'alt', 'width', 'height'].map((name) => [name, { default: null }])),
  parseHTML: () => [{ tag: 'img[src^="https://"]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', mergeAttributes(HTMLAttributes)],
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('span');
      dom.className = 'chip';
      const { src, alt } = node.attrs;
      dom.textContent = alt || String(src).split('/').at(-1) || String(src);
      return { dom };
    };
  },
});
