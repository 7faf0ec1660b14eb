import type { NodeSpec } from 'prosemirror-model';
import type { NodeViewConstructor } from 'prosemirror-view';
import { type NameToken, written } from './signature-html';

/** A name that is filled in when somebody answers: one unit of the signature. */
export const nameTokenNode: NodeSpec = {
  group: 'inline',
  inline: true,
  atom: true,
  attrs: { token: { default: 'fullName' } },
  leafText: ({ attrs }) => written(attrs.token),
  parseDOM: [{ tag: 'span[data-name-token]', getAttrs: (element) => ({ token: element.getAttribute('data-name-token') }) }],
  toDOM: ({ attrs }) => ['span', { 'data-name-token': attrs.token }, written(attrs.token)],
};

/** How it is shown: by its label. */
export const nameTokenLabel =
  (labels: Record<NameToken, string>): NodeViewConstructor =>
  ({ attrs }) => {
    const dom = document.createElement('span');
    dom.className = 'chn-token';
    dom.textContent = labels[attrs.token as NameToken];
    return { dom };
  };
