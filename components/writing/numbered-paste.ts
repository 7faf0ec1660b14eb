import type { Schema } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { numberingOf } from './numbering';

const item = /^(\d+|[ivxlcdmIVXLCDM]+|[a-zA-Z]{1,2})[.)]\s+(.+)$/;

/** A pasted text all of whose lines are numbered is a list. */
export function numberedPaste(schema: Schema): Plugin {
  const { orderedList, listItem, paragraph } = schema.nodes;
  return new Plugin({
    props: {
      handlePaste(view, { clipboardData }) {
        if (!orderedList || !listItem || !paragraph || clipboardData?.getData('text/html').trim()) return false;
        const lines = (clipboardData?.getData('text/plain') ?? '').split('\n').flatMap((line) => line.trim() || []);
        const items = lines.flatMap((line) => [item.exec(line) ?? []].flatMap(([, marker, words]) => (marker && words ? { marker, words } : [])));
        const numbering = items.length === lines.length && lines.length > 0 ? numberingOf(items.map(({ marker }) => marker)) : undefined;
        if (!numbering) return false;
        const list = orderedList.create(
          numbering,
          items.map(({ words }) => listItem.create(null, paragraph.create(null, schema.text(words)))),
        );
        view.dispatch(view.state.tr.replaceSelectionWith(list));
        return true;
      },
    },
  });
}
