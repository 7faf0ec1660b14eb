import { type Node, DOMParser as Reader, type Schema } from 'prosemirror-model';

/** A text as it was saved, as far as an editor may hold it. */
export function readWriting(html: string, schema: Schema): Node {
  const { body } = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  dropLayout(body);
  return Reader.fromSchema(schema).parse(body);
}

/** Line breaks that only lay the source out are no text. */
function dropLayout(element: Element) {
  for (const child of [...element.childNodes]) {
    if (child instanceof Text && /^(\n\s\s|\n)$/.test(child.data)) child.remove();
    else if (child instanceof Element) dropLayout(child);
  }
}
