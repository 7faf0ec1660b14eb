import { historyMark } from './history-mark';
import { layOutHtml } from './lay-out-html';

/** HTML as readable text: quotes as `> `, lists and tables as lines, addresses of links behind their words. */
export function htmlToText(html: string): string {
  const own = html.replaceAll(historyMark, '');
  return (deepestOf(own) > deepest ? withoutTags(own) : layOutHtml(own)).replace(/\u00a0/g, ' ').replace(/\r\n?/g, '\n');
}

/** The same for showing: without the marks of `historyMark`. */
export const plainTextOf = (html: string) => htmlToText(html).replaceAll(historyMark, '').trim();

/** No letter is laid out this deep, and beyond it the time the parser takes grows with the square (S31). */
const deepest = 2000;

/** Elements that hold nothing, or that the next one closes. */
const unclosed = /^(?:br|hr|img|meta|link|input|wbr|col|area|base|source|embed|param|track|p|li|td|th|tr|dt|dd|option|o:p)$/;

const nameAt = (html: string, at: number) => /^[a-z][a-z0-9:]{0,20}/.exec(html.slice(at, at + 21).toLowerCase())?.[0];

/** How deep elements nest, at most: tags that open less those that close. */
function deepestOf(html: string): number {
  let depth = 0;
  let most = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const closes = html[at + 1] === '/';
    const name = nameAt(html, at + (closes ? 2 : 1));
    if (!name || unclosed.test(name)) continue;
    depth = Math.max(0, depth + (closes ? -1 : 1));
    most = Math.max(most, depth);
  }
  return most;
}

/** Text of HTML nobody laid out for reading: what stands between the tags, a line each. */
function withoutTags(html: string): string {
  const lines: string[] = [];
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    lines.push(html.slice(at, open < 0 ? html.length : open).trim());
    const name = open < 0 ? undefined : nameAt(html, open + 1);
    const end = name === 'script' || name === 'style' ? html.indexOf(`</${name}`, open) : open;
    const close = end < 0 ? -1 : html.indexOf('>', end);
    if (close < 0) break;
    at = close + 1;
  }
  return lines.filter(Boolean).join('\n');
}
