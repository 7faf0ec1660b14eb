import { Parser } from 'htmlparser2';

export interface HtmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  parent: HtmlElement | undefined;
  children: (HtmlElement | string)[];
}

/** What a reader never sees of a page. */
const unseen = new Set(['script', 'style', 'title', 'img']);

/** The elements and texts of HTML however broken, under a root without a name; no comments, scripts, styles or pictures. */
export function htmlTree(html: string): HtmlElement {
  const root: HtmlElement = { name: '', attributes: {}, parent: undefined, children: [] };
  let at = root;
  const parser = new Parser({
    onopentag(name, attributes) {
      const element: HtmlElement = { name, attributes, parent: at, children: [] };
      if (!unseen.has(name)) at.children.push(element);
      at = element;
    },
    ontext(text) {
      const last = at.children.length - 1;
      const before = at.children[last];
      if (typeof before === 'string') at.children[last] = before + text;
      else at.children.push(text);
    },
    onclosetag() {
      at = at.parent ?? root;
    },
  });
  parser.end(html);
  return root;
}
