import type { NodeSpec } from 'prosemirror-model';
import type { NodeViewConstructor } from 'prosemirror-view';

const names = ['src', 'alt', 'width', 'height'];

/** A picture on the web, in a signature. */
export const pictureNode: NodeSpec = {
  group: 'inline',
  inline: true,
  atom: true,
  attrs: Object.fromEntries(names.map((name) => [name, { default: null }])),
  parseDOM: [
    {
      tag: 'img[src^="https://"]',
      getAttrs: (element) => Object.fromEntries(names.map((name) => [name, element.getAttribute(name)])),
    },
  ],
  toDOM: ({ attrs }) => ['img', { ...attrs }],
};

/** The editor names it and does not fetch it: our pages load nothing from elsewhere. */
export const pictureName: NodeViewConstructor = ({ attrs: { src, alt } }) => {
  const dom = document.createElement('span');
  dom.className = 'chip';
  dom.textContent = alt || String(src).split('/').at(-1) || String(src);
  return { dom };
};
