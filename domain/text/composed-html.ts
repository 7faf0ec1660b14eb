import { escapeHtml } from './escape-html';

/** What stays of an element: its attributes that may, each with what its value must look like. */
type Allowed = Record<string, Record<string, RegExp>>;

const link = /^(?:https?:\/\/|mailto:|tel:)[^\s]+$/i;
const size = /^\d{1,4}%?$/;

/** What our composer can write (RPL-1). */
const composed: Allowed = {
  ...Object.fromEntries(['p', 'br', 'strong', 'b', 'em', 'i', 'ul', 'ol', 'li', 'blockquote', 'span'].map((name) => [name, {}])),
  ol: { start: /^\d{1,4}$/ },
  a: { href: link },
  img: { src: /^cid:[^\s"'<>]+$/i, alt: /^/, width: size, height: size },
};

/** A comment names colleagues as well (RPL-3). */
const commented: Allowed = { ...composed, span: { 'data-mention': /^[0-9a-f-]{36}$/ } };

/** What a team may put into its signature: a logo, a table to lay it out, and looks that load nothing (CHN-3). */
const look = /^(?!.*(?:url|expression|image|import|position|behaviou?r|binding))[\w\s:;#.,%()'"!-]*$/i;
const styled = Object.fromEntries(
  ['p', 'div', 'span', 'h1', 'h2', 'h3', 'h4', 'u', 's', 'small', 'sub', 'sup', 'hr', 'tbody', 'tr'].map((name) => [name, { style: look }]),
);
const cell = { style: look, align: /^\w+$/, valign: /^\w+$/, width: size, height: size, colspan: /^\d{1,2}$/, rowspan: /^\d{1,2}$/ };
const signed: Allowed = {
  ...composed,
  ...styled,
  a: { href: link, style: look },
  img: { src: /^(?:https:\/\/|cid:)[^\s"'<>]+$/i, alt: /^/, width: size, height: size, style: look },
  table: { ...cell, cellpadding: size, cellspacing: size, border: /^\d$/ },
  td: cell,
  th: cell,
  font: { color: /^#?\w+$/, size: /^[+-]?\d$/, face: /^[\w ,-]+$/ },
};

const empty = new Set(['br', 'img', 'hr']);
/** Elements whose content is no text of the mail: they go with all of it. */
const withContent = new Set([
  'script',
  'style',
  'title',
  'head',
  'template',
  'textarea',
  'select',
  'iframe',
  'object',
  'noscript',
  'svg',
  'math',
  'xmp',
  'noembed',
]);
const deepest = 60;

/** A reply's HTML as it may leave: only what our composer writes, whatever a client pushed. */
export const composedHtml = (html: string) => only(html, composed);
export const commentHtml = (html: string) => only(html, commented);
export const signatureMarkup = (html: string) => only(html, signed);

// Each part ends at the next `<`, so that no input makes it look twice at the same text.
const parts = /<!--|<(\/?)([a-z][a-z0-9]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|<|[^<]+/gi;
/** Only where a name begins, for the same reason. */
const attributes = /(?<![\w-])([a-z][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** The HTML written anew from the parts that are allowed. All text is escaped, every element closed: what comes out holds nothing that was not built here. */
function only(html: string, allowed: Allowed): string {
  const lower = html.toLowerCase();
  /** Where this ends, or the text does. */
  const endOf = (end: string, from: number) => {
    const at = lower.indexOf(end, from);
    return at < 0 ? html.length : at;
  };
  const out: string[] = [];
  const open: string[] = [];
  parts.lastIndex = 0;
  for (let part = parts.exec(html); part; part = parts.exec(html)) {
    const [whole, closes, tag, given = ''] = part;
    if (whole === '<!--') parts.lastIndex = endOf('-->', part.index) + 3;
    else if (tag === undefined) out.push(text(whole));
    else {
      const name = tag.toLowerCase();
      const rules = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
      if (!rules) {
        if (!closes && withContent.has(name)) parts.lastIndex = endOf(`</${name}`, parts.lastIndex);
      } else if (closes) {
        if (open.includes(name)) for (let last = open.pop(); last; last = last === name ? undefined : open.pop()) out.push(`</${last}>`);
      } else if (empty.has(name)) out.push(`<${name}${kept(given, rules)}>`);
      else if (open.length < deepest) {
        open.push(name);
        out.push(`<${name}${kept(given, rules)}>`);
      }
    }
  }
  while (open.length > 0) out.push(`</${open.pop()}>`);
  return out.join('');
}

function kept(given: string, rules: Record<string, RegExp>): string {
  const seen = new Set<string>();
  return [...given.matchAll(attributes)]
    .map(([, name = '', double, single, bare]) => {
      const key = name.toLowerCase();
      const value = decoded(double ?? single ?? bare ?? '');
      const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
      if (!rule?.test(value) || seen.has(key)) return '';
      seen.add(key);
      return ` ${key}="${escapeHtml(value)}"`;
    })
    .join('');
}

const text = (words: string) => words.replace(/</g, '&lt;').replace(/>/g, '&gt;');

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** A value as a browser reads it. A name it does not know stays as it is, and reads so again once escaped. */
const decoded = (value: string) =>
  value
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));?/gi, (entity, hex?: string, decimal?: string, name?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      if (name !== undefined) return named[name.toLowerCase()] ?? entity;
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/\p{Cc}/gu, '');
