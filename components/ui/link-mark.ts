import { Mark, markPasteRule, mergeAttributes } from '@tiptap/core';
import { Plugin, Selection } from '@tiptap/pm/state';
import { linkTarget } from '../../utils/mail-view/link-target';
import { linkOf, typedLinks } from '../../utils/mail-view/typed-link';

/** A link in an editor, leading where a mail's link may lead; an address becomes one when it is written or pasted. */
export const LinkMark = Mark.create<{ attributes: Record<string, string> }>({
  name: 'link',
  priority: 1000,
  inclusive: false,
  keepOnSplit: false,
  addOptions: () => ({ attributes: {} }),
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = linkTarget(element.getAttribute('href'));
        return href === undefined ? false : { href };
      },
    },
  ],
  renderHTML({ HTMLAttributes }) {
    return ['a', mergeAttributes(this.options.attributes, HTMLAttributes), 0];
  },
  addPasteRules() {
    const find = (text: string) => typedLinks(text).map(({ from, to, href }) => ({ index: from, text: text.slice(from, to), data: { href } }));
    return [markPasteRule({ find, type: this.type, getAttributes: ({ data }) => ({ href: data?.href }) })];
  },
  addProseMirrorPlugins() {
    const { type } = this;
    const onWords = new Plugin({
      props: {
        handlePaste(view, event) {
          const href = linkOf(event.clipboardData?.getData('text/plain') ?? '');
          const { from, to, empty } = view.state.selection;
          if (href === undefined || empty) return false;
          view.dispatch(view.state.tr.addMark(from, to, type.create({ href })));
          return true;
        },
      },
    });
    const afterAWord = new Plugin({
      appendTransaction(transactions, before, { doc, selection, tr }) {
        // What was written, not what was taken back or taken away.
        const undone = transactions.some((one) => one.getMeta('history$'));
        if (undone || !selection.empty || doc.content.size <= before.doc.content.size) return null;
        const { $from } = selection;
        // Behind a space, or at the beginning of the next line.
        const atStart = $from.parentOffset === 0 && $from.depth > 0;
        const at = atStart ? Selection.findFrom(doc.resolve($from.before()), -1, true)?.$from : $from;
        const text = at?.parent.textBetween(0, at.parentOffset, undefined, '\ufffc') ?? '';
        const word = /(\S+)(\s?)$/.exec(text);
        if (!at || !word || (!atStart && !word[2])) return null;
        const start = at.start() + word.index;
        for (const { from, to, href } of typedLinks(word[1] ?? '')) {
          if (!doc.rangeHasMark(start + from, start + to, type)) tr.addMark(start + from, start + to, type.create({ href }));
        }
        return tr.docChanged ? tr : null;
      },
    });
    return [onWords, afterAWord];
  },
});
