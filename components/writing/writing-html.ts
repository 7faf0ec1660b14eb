import { DOMSerializer, type Node } from 'prosemirror-model';
import { isEmpty } from './is-empty';

/** A written text as HTML; nothing at all where nothing was written. */
export function writingHtml(doc: Node): string {
  if (isEmpty(doc)) return '';
  // In a document that loads nothing: a picture on the web is named, not fetched.
  const holder = document.implementation.createHTMLDocument().createElement('div');
  holder.append(DOMSerializer.fromSchema(doc.type.schema).serializeFragment(doc.content));
  return holder.innerHTML;
}
