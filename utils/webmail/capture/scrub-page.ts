import { permanentIdOf } from '../gmail/gmail-ids';
import { gmailContent } from '../gmail/selectors';
import { outlookContent } from '../outlook/selectors';
import { isVisible } from '../read-field';
import { Pseudonyms } from './pseudonyms';

/** Attributes of how a page works, whose short values are the provider's own. */
const kept =
  /^(?:class|role|type|dir|tabindex|colspan|rowspan|autocomplete|contenteditable|g_editable|gh|jsname|hidden|disabled|aria-(?:expanded|selected|checked|pressed|level|hidden|haspopup|multiline|disabled)|data-(?:testid|app-section|icon-name|automation-type|focusable-row|is-focusable))$/;
const shortWords = /^[\w -]{0,200}$/;
/** Names of form fields; elsewhere `name` is a person's. */
const fieldNames = /^(?:to|cc|bcc|from|subject|subjectbox|draft|rm|rt|lts|composeid|ishtml|body)$/;
/** What readers look for in what people wrote: quotes, and whom a reply goes to. */
const keptInContent =
  /^(?:gmail_quote|gmail_quote_container|elementToProof|_Entity|_EType_RECIPIENT_ENTITY|divRplyFwdMsg|appendonsend|Signature|a3s|aiL|ii|gt)$/;
const emptied = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'svg', 'canvas', 'video', 'audio']);
/** A name that is none of these was made up by somebody. */
const tags = new Set(
  (
    'html head title body div span p a b i u s em strong small big font center img br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th col ' +
    'colgroup caption form input button textarea select option optgroup label fieldset legend main header footer nav aside section article figure figcaption ' +
    'blockquote pre code sub sup abbr q cite time mark wbr details summary dialog meta link area map base source track picture'
  ).split(' '),
);
const void_ = new Set(['img', 'input', 'br', 'hr', 'meta', 'link', 'col', 'area', 'base', 'source', 'track', 'wbr']);
const content = `${gmailContent}, ${outlookContent}`;

export interface ScrubbedPage {
  html: string;
  url: string;
}

/**
 * A page as it is built, without anything anybody wrote in it, for a person to look through and send on when a reader no longer knows the page:
 * structure, classes and states stay; every text, name, address, id and link is another word; scripts, styles and comments are gone. Nothing
 * is loaded by it, neither here nor where it is opened. What is hidden stays hidden. Where a mail stands in a place no reader knows, the names
 * of its classes stay too: another reason for a person to look first.
 */
export function scrubPage(document: Document, location: { readonly href: string }): ScrubbedPage {
  const names = new Pseudonyms();
  const { origin } = new URL(location.href);
  return {
    html: `<!doctype html>\n${written(document.documentElement, names)}`,
    url: `${origin}${names.data(location.href.slice(origin.length))}`,
  };
}

function written(element: Element, names: Pseudonyms): string {
  const tag = tags.has(element.localName) || emptied.has(element.localName) ? element.localName : 'div';
  const inside = element.parentElement?.closest(content) != null;
  const attributes = inside ? contentAttributes(element) : ownAttributes(element, names);
  const start = `<${tag}${attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')}>`;
  if (void_.has(tag)) return start;
  if (emptied.has(tag)) return `${start}</${tag}>`;
  const children = [...element.childNodes].map((node) => {
    if (node.nodeType === 3) return escaped(names.text(node.nodeValue ?? ''));
    return node.nodeType === 1 ? written(node as Element, names) : '';
  });
  return `${start}${children.join('')}</${tag}>`;
}

function ownAttributes(element: Element, names: Pseudonyms): [string, string][] {
  if (emptied.has(element.localName)) return [];
  return element.getAttributeNames().flatMap((name): [string, string][] => {
    const value = typedValue(element, name) ?? element.getAttribute(name) ?? '';
    if (!/^[a-z][\w-]*$/i.test(name) || /^on/i.test(name) || name === 'srcdoc' || name === 'nonce' || name === 'integrity') return [];
    if (name === 'style') return isVisible(element) ? [] : [['style', 'display:none']];
    if (kept.test(name) && shortWords.test(value)) return [[name, value]];
    if (name === 'name' && fieldNames.test(value)) return [[name, value]];
    if (name === 'jslog') return [[name, clickLog(value, names)]];
    // An address that is opened leads nowhere, and nothing is fetched from it.
    if (/^(?:src|srcset|href|action|poster|background|data|formaction|ping)$/.test(name)) return [[name, link(value, names)]];
    return [[name, names.data(value)]];
  });
}

const contentAttributes = (element: Element): [string, string][] => {
  const classes = [...element.classList].filter((name) => keptInContent.test(name)).join(' ');
  const attributes: [string, string][] = classes === '' ? [] : [['class', classes]];
  return keptInContent.test(element.id) ? [...attributes, ['id', element.id]] : attributes;
};

/** What stands in a field now; a password is not even counted. */
function typedValue(element: Element, name: string): string | undefined {
  if (name !== 'value') return undefined;
  return element.getAttribute('type') === 'password' ? '' : (element as HTMLInputElement).value;
}

function link(value: string, names: Pseudonyms): string {
  const known = /^https:\/\/accounts\.google\.com\/SignOutOptions/.exec(value)?.[0];
  return known ?? `https://example.invalid/${names.data(value).replaceAll(/[^\w]/g, '_').slice(0, 80)}`;
}

/** Gmail's click log names the message and its thread in base64: those two alone, under their other names. */
function clickLog(value: string, names: Pseudonyms): string {
  const field = (kind: 'message' | 'thread', number: number) => {
    const id = permanentIdOf(kind, value);
    return id === undefined ? [] : [`${number}:${btoa(JSON.stringify([`#${names.data(id)}`]))}`];
  };
  return [...field('thread', 1), ...field('message', 4)].join('; ');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
