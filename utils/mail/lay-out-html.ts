import { historyMark } from './history-mark';
import { type HtmlElement, htmlTree } from './html-tree';
import { listNumber } from './list-numbers';
import { TextLayout } from './text-layout';

/** How mail programs mark the start of what they quote: the element, its class or its id. Each seen in a mail of that program. */
const historyStarts = new Set([
  'div.gmail_quote',
  'div.gmail_extra',
  'div.yahoo_quoted',
  'div.moz-cite-prefix',
  'div.moz-forward-container',
  'div#divRplyFwdMsg', // Outlook on the web
  'div#appendonsend', // Outlook on the web
  'div#mail-editor-reference-message-container', // new Outlook
  'span#OLK_SRC_BODY_SECTION', // Outlook for Mac
  'div#OLK_SRC_BODY_SECTION',
  'div.zmail_extra',
  'div.protonmail_quote',
  'blockquote.protonmail_quote',
  'div#reply-intro',
  'blockquote.tutanota_quote',
]);

/** Beyond these no letter goes, and each further element costs. */
const limits = { depth: 200, children: 20_000 };

/** Line breaks around blocks. */
const blocks: Readonly<Record<string, { before: number; after?: number; pre?: boolean; as?: (text: string) => string }>> = {
  ...Object.fromEntries(['article', 'aside', 'div', 'footer', 'form', 'header', 'main', 'nav', 'section'].map((name) => [name, { before: 1 }])),
  ...Object.fromEntries(['h1', 'h2', 'h3'].map((name) => [name, { before: 3, after: 2 }])),
  ...Object.fromEntries(['h4', 'h5', 'h6', 'p', 'table'].map((name) => [name, { before: 2 }])),
  pre: { before: 2, pre: true },
  blockquote: { before: 2, as: quoted },
};

/** The text of a page's body, or of all of it where nothing is called that. */
export function layOutHtml(html: string): string {
  const root = htmlTree(html);
  const bodies = bodiesIn(root.children, 0);
  const layout = new TextLayout();
  walk(layout, bodies.length > 0 ? bodies : root.children, 0);
  return layout.text;
}

type Nodes = HtmlElement['children'];

function bodiesIn(nodes: Nodes, depth: number): HtmlElement[] {
  if (depth > limits.depth) return [];
  return nodes.slice(0, limits.children).flatMap((node) => {
    if (typeof node === 'string') return [];
    return node.name === 'body' ? [node] : bodiesIn(node.children, depth + 1);
  });
}

function walk(layout: TextLayout, nodes: Nodes, depth: number): void {
  if (depth > limits.depth) {
    layout.add('...');
    return;
  }
  for (const node of nodes.slice(0, limits.children)) {
    if (typeof node === 'string') layout.add(node);
    else layOut(layout, node, depth + 1);
  }
  if (nodes.length > limits.children) layout.add('...');
}

function layOut(layout: TextLayout, element: HtmlElement, depth: number): void {
  const { name, attributes, children } = element;
  const inside = () => walk(layout, children, depth);
  const shape = Object.hasOwn(blocks, name) ? blocks[name] : undefined;
  if (beginsHistory(element)) {
    layout.inBlock({ before: 1 }, () => layout.add(historyMark, false));
    layout.inBlock({ before: 1 }, inside);
  } else if (shape) layout.inBlock(shape, inside);
  else if (name === 'br') layout.breakLine();
  else if (name === 'hr') layout.inBlock({ before: 2 }, () => layout.add('-'.repeat(20)));
  else if (name === 'ul' || name === 'ol') layOutList(layout, element, depth);
  else if (name === 'a') layOutLink(layout, attributes.href ?? '', inside);
  else inside();
}

function beginsHistory({ name, attributes: { id, class: classes = '' } }: HtmlElement): boolean {
  if (name !== 'div' && name !== 'span' && name !== 'blockquote') return false;
  return historyStarts.has(`${name}#${id}`) || classes.split(/\s+/).some((one) => historyStarts.has(`${name}.${one}`));
}

/** The address stands behind the words, unless they are the address. */
function layOutLink(layout: TextLayout, href: string, inside: () => void): void {
  const address = href.replace(/^mailto:/, '');
  const words = layout.wordsOf(inside);
  const leads = address && !address.startsWith('#');
  if (leads && words !== address) layout.add(words ? ` <${address}>` : address, false);
}

function layOutList(layout: TextLayout, { name, attributes, parent, children }: HtmlElement, depth: number): void {
  const nested = parent?.name === 'li';
  let at = Number(attributes.start || '1');
  const items = children
    .filter((node) => typeof node !== 'string' || /\S/.test(node))
    .map((node) => {
      if (typeof node === 'string' || node.name !== 'li') return { node, mark: '' };
      const mark = name === 'ul' ? ' * ' : ` ${listNumber(attributes.type, at++)}. `;
      return { node, mark: nested ? mark.trimStart() : mark };
    });
  const width = items.reduce((most, { mark }) => Math.max(most, mark.length), 0);
  layout.inList({ before: nested ? 1 : 2 }, () => {
    for (const { node, mark } of items) {
      const as = (text: string) => mark.padEnd(width) + text.replaceAll('\n', `\n${' '.repeat(width)}`);
      layout.inBlock({ before: 1, as }, () => walk(layout, [node], depth));
    }
  });
}

function quoted(text: string): string {
  let start = 0;
  let end = text.length;
  while (text[start] === '\n') start += 1;
  while (end > start && text[end - 1] === '\n') end -= 1;
  return `> ${text.slice(start, end).replaceAll('\n', '\n> ')}`;
}
