import type { Mark } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';

/** How what is written on the next line looks: as here, but a link ends with its line. */
export function keptMarks({ storedMarks, selection: { $from, $to } }: EditorState): Mark[] | undefined {
  const marks = storedMarks ?? ($to.parentOffset > 0 ? $from.marks() : undefined);
  return marks?.filter(({ type }) => type.name !== 'link');
}
