import type { Attrs, MarkSpec } from 'prosemirror-model';
import { linkTarget } from '../../utils/mail-view/link-target';

/** A link in an editor, leading where a mail's link may lead. What is written at its end is no longer the link. */
export const linkMark = (more: Attrs): MarkSpec => ({
  inclusive: false,
  attrs: { href: { default: null } },
  parseDOM: [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = element.getAttribute('href');
        return linkTarget(href) === undefined ? false : { href };
      },
    },
  ],
  toDOM: ({ attrs }) => ['a', { ...more, href: attrs.href }, 0],
});
