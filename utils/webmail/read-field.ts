/** One way to find something on a page. Fields have several, the best first; the next is asked only when one before finds nothing. */
export interface Selector {
  css: string;
  /** The attribute that holds the value; without it, the element's text. */
  attribute?: string;
  /** Who says so: a project that reads the same pages, or a page of the provider's. */
  source: string;
  /** When that was last seen to be so: a year, month or day. */
  asOf: string;
}

export interface Found<T> {
  value: T;
  element: Element;
  rank: number;
}

type Parse<T> = (raw: string, element: Element) => T | undefined;

/** Reads fields in one part of a page, blind for `content`: what other people wrote can look like anything. */
export class FieldReader {
  readonly ranks: Record<string, number> = {};

  /** @param content selector of the elements whose inside is somebody's own markup: bodies of mails and editors. */
  constructor(
    private readonly scope: Document | Element,
    private readonly content: string,
  ) {}

  /** A reader for a smaller part, with ranks of its own. */
  within(scope: Element): FieldReader {
    return new FieldReader(scope, this.content);
  }

  elements(css: string): Element[] {
    return [...this.scope.querySelectorAll(css)].filter((element) => !element.parentElement?.closest(this.content));
  }

  /** All values of the first selector that has any, in the page's order. */
  all<T>(field: string, selectors: readonly Selector[], parse: Parse<T>): Found<T>[] {
    for (const [rank, { css, attribute }] of selectors.entries()) {
      const found = this.elements(css).flatMap((element) => {
        const raw = attribute === undefined ? textOf(element) : element.getAttribute(attribute);
        const value = raw === null ? undefined : parse(raw, element);
        return value === undefined ? [] : [{ value, element, rank }];
      });
      if (found.length === 0) continue;
      this.ranks[field] = rank;
      return found;
    }
    return [];
  }

  /** The one value. Two places that disagree are none: which is true, a reader cannot know. */
  one<T>(field: string, selectors: readonly Selector[], parse: Parse<T>): T | undefined {
    const [first, ...others] = this.all(field, selectors, parse);
    if (first && others.every(({ value }) => JSON.stringify(value) === JSON.stringify(first.value))) return first.value;
    delete this.ranks[field];
    return undefined;
  }

  /** The first element that can be seen. */
  firstVisible(field: string, selectors: readonly Selector[]): Element | undefined {
    return this.all(field, selectors, (_, element) => (isVisible(element) ? true : undefined))[0]?.element;
  }
}

/** The text as read, spaces folded; an emoji that is drawn as a picture is its letter. */
export function textOf(element: Element): string {
  const words = (node: Node): string => {
    if (node.nodeType === 3) return node.nodeValue ?? '';
    const picture = node as Element;
    const emoji = picture.getAttribute?.('data-emoji');
    return emoji ?? [...node.childNodes].map(words).join('');
  };
  return words(element).replaceAll(/\s+/g, ' ').trim();
}

/** Whether it is drawn: pages keep what was open before in the document, hidden. */
export function isVisible(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.hasAttribute('hidden') || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(at.getAttribute('style') ?? '')) return false;
  }
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}

/** A field that is there or not: what is not empty. */
export const filled = (raw: string): string | undefined => (raw.trim() === '' ? undefined : raw.trim());
