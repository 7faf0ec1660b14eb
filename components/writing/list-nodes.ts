import type { NodeSpec } from 'prosemirror-model';

const kinds: Record<string, string> = {
  'upper-roman': 'I',
  'lower-roman': 'i',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-alpha': 'a',
  'lower-latin': 'a',
};
const kindIn = (style: string | null | undefined) =>
  kinds[
    /list-style-type\s*:\s*([^;]+)/i
      .exec(style ?? '')?.[1]
      ?.trim()
      .toLowerCase() ?? ''
  ];

/** How a list counts: as it says itself, or its looks, or those of its first item, where some programs write it. */
const kindOf = (list: HTMLElement) =>
  list.getAttribute('type') || kindIn(list.getAttribute('style')) || kindIn(list.querySelector('li')?.getAttribute('style')) || null;

const startOf = (list: HTMLElement) => {
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10);
  return Number.isNaN(start) ? 1 : start;
};

/** Lists with dots, with numbers, and what stands in them. */
export const listNodes: Record<string, NodeSpec> = {
  bulletList: { group: 'block list', content: 'listItem+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
  orderedList: {
    group: 'block list',
    content: 'listItem+',
    attrs: { start: { default: 1 }, type: { default: null } },
    parseDOM: [{ tag: 'ol', getAttrs: (list) => ({ start: startOf(list), type: kindOf(list) }) }],
    toDOM: ({ attrs: { start, type } }) => ['ol', { start: start === 1 ? null : start, type: type && type !== '1' ? type : null }, 0],
  },
  listItem: { content: 'paragraph block*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
};
