/** html-to-text 10 brings no types; this is what we use of it. */
declare module 'html-to-text' {
  interface Element {
    children: unknown[];
  }
  interface BlockBuilder {
    openBlock(options?: { leadingLineBreaks?: number }): void;
    closeBlock(options?: { trailingLineBreaks?: number }): void;
    addLiteral(text: string): void;
  }
  interface Options {
    wordwrap?: number | false;
    limits?: { maxInputLength?: number; maxDepth?: number; maxChildNodes?: number };
    selectors?: { selector: string; format?: string; options?: Record<string, unknown> }[];
    formatters?: Record<string, (element: Element, walk: (children: unknown[], builder: BlockBuilder) => void, builder: BlockBuilder) => void>;
  }
  export function compile(options: Options): (html: string) => string;
}
