import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { focusWriting } from './focus-writing';

/** What a tool does to the text; then writing goes on. `false` where it could not. */
export function applyCommand(view: EditorView, command: Command): boolean {
  const done = command(view.state, view.dispatch, view);
  if (done) focusWriting(view);
  return done;
}
