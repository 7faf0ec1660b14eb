import type { EditorView } from 'prosemirror-view';

/** Back to the text, when what was pressed or chosen has had its turn with the focus. */
export function focusWriting(view: EditorView): void {
  if (view.hasFocus()) return;
  requestAnimationFrame(() => {
    if (view.isDestroyed) return;
    view.focus();
    view.dispatch(view.state.tr.scrollIntoView());
  });
}
