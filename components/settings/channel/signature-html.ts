/** A team's signature between its two shapes: as stored, with names in braces, and as the simple editor holds it, each name one unit. */

export const nameTokens = ['fullName', 'firstName', 'lastName'] as const;
export type NameToken = (typeof nameTokens)[number];

export const written = (token: NameToken) => `{{agent.${token}}}`;

export const forEditor = (html: string): string =>
  html.replace(/\{\{\s*agent\.(fullName|firstName|lastName)\s*\}\}/g, (_whole, token: NameToken) => `<span data-name-token="${token}"></span>`);

export const fromEditor = (html: string): string =>
  html.replace(/<span[^>]*\bdata-name-token="(fullName|firstName|lastName)"[^>]*>[^<]*<\/span>/g, (_whole, token: NameToken) => written(token));

const simpleTags = /^(p|br|strong|b|em|i|a|ul|ol|li|img)$/i;

/** Whether the simple editor keeps all of it: its own elements, no looks, no names inside attributes. */
export function isSimple(html: string): boolean {
  for (const [whole, tag = '', attributes = ''] of html.matchAll(/<\/?([a-z][a-z0-9]*)([^>]*)>|<!--/gi)) {
    if (whole === '<!--' || !simpleTags.test(tag)) return false;
    if (/\b(?:style|class|align|start)\s*=/i.test(attributes) || attributes.includes('{{')) return false;
  }
  return true;
}
