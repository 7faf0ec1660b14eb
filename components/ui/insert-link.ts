import type { Editor } from '@tiptap/react';
import { linkTarget } from '../../utils/mail-view/link-target';

/** Makes what is chosen a link to what was typed, or writes it as one; `false`, and nothing changes, where no link may lead there. */
export function insertLink(editor: Editor, typed: string): boolean {
  const href = linkTarget(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`);
  if (!href) return false;
  const chain = editor.chain().focus();
  if (editor.state.selection.empty) chain.insertContent({ type: 'text', text: typed, marks: [{ type: 'link', attrs: { href } }] }).run();
  else chain.setMark('link', { href }).run();
  return true;
}
