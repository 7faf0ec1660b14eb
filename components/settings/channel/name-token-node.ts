import { mergeAttributes, Node } from '@tiptap/core';
import { type NameToken, written } from './signature-html';

/** A name that is filled in when somebody answers: one unit of the signature, shown by its label. */
export const NameTokenNode = Node.create<{ labels: Record<NameToken, string> }>({
  name: 'nameToken',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions: () => ({ labels: { fullName: '', firstName: '', lastName: '' } }),
  addAttributes: () => ({
    token: {
      default: 'fullName',
      parseHTML: (element) => element.getAttribute('data-name-token'),
      renderHTML: ({ token }) => ({ 'data-name-token': token }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-name-token]' }],
  renderHTML: ({ node, HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes), written(node.attrs.token)],
  renderText: ({ node }) => written(node.attrs.token),
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('span');
      dom.className = 'chn-token';
      dom.textContent = this.options.labels[node.attrs.token as NameToken];
      return { dom };
    };
  },
});
