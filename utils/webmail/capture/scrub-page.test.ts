import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapters, documentOf, fixturePage, fixturePages, wordsOf } from '../../../tests/support/webmail-pages';
import { scrubPage } from './scrub-page';

const scrub = (html: string, url: string) => scrubPage(documentOf(html), { href: url });

/** What people wrote on a page: words of their texts and names, and every address and id. */
function secrets(html: string): string[] {
  const document = documentOf(html);
  const texts = [...document.querySelectorAll('head > title, body *')].flatMap((element) => {
    if (element.closest('script, style')) return [];
    const attributes = [
      'title',
      'alt',
      'aria-label',
      'name',
      'email',
      'data-name',
      'value',
      'href',
      'download_url',
      'data-hovercard-id',
      'data-convid',
    ];
    const values = attributes.flatMap((name) => element.getAttribute(name) ?? []);
    return [...values, ...[...element.childNodes].flatMap((node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : []))];
  });
  return [...new Set(texts.flatMap((text) => text.match(/[\p{L}\p{N}]{5,}/gu) ?? []))];
}
/** The providers' own words, which are in every page of theirs. */
const everywhere =
  /^(?:https?|google|accounts|SignOutOptions|confidential|inbox|drafts|thread|subject|subjectbox|compose|composeid|example|ishtml|draft|search|label|settings|options)$/i;

describe('SUR-5 SUR-6 a page that changed can be sent on without a word of anybody’s', () => {
  it.each(fixturePages)('SUR-5 SUR-6 nothing anybody wrote is left of $provider/$name', ({ html, url }) => {
    const scrubbed = scrub(html, url);
    const attributesThatStay =
      /\s(?:class|role|type|dir|data-testid|data-app-section|data-icon-name|data-automation-type|jsname|autocomplete|gh)="[^"]*"/g;
    const left = `${scrubbed.html} ${scrubbed.url.slice(new URL(url).origin.length)}`
      .replaceAll(attributesThatStay, ' ')
      .replaceAll(/<\/?[a-z0-9]+|\s[\w-]+=/g, ' ');
    const found: string[] = left.match(/[\p{L}\p{N}]{5,}/gu) ?? [];
    const kept = secrets(html).filter((word) => !everywhere.test(word) && found.includes(word));
    expect(kept).toEqual([]);
    expect(scrubbed.html).not.toMatch(/<!--|<script[^>]|@(?!example\.invalid)\w|1872158|19fb3e4|AAQk|f00dfeed/);
  });

  it('SUR-5 SUR-6 wherever a word stands, it goes', () => {
    const word = fc.stringMatching(/^[b-v]{4}[xyzqj]{4}[0-9]{3}$/);
    const places: ((word: string) => string)[] = [
      (it) => `<p>${it}</p>`,
      (it) => `<p title="${it}" alt="${it}" aria-label="${it}" data-x="${it}" email="${it}@${it}.dk" name="${it}" id="${it}" nonce="${it}">x</p>`,
      (it) => `<a href="https://${it}.dk/${it}?q=${it}#${it}">${it}@${it}.dk</a><img src="//${it}" srcset="${it} 2x">`,
      (it) => `<!-- ${it} --><script>var x="${it}"</script><style>.${it}{}</style><template><b>${it}</b></template><noscript>${it}</noscript>`,
      (it) => `<input value="${it}"><input type="password" value="${it}"><textarea>${it}</textarea><select><option>${it}</option></select>`,
      (it) => `<div style="background:url(${it})" onclick="${it}()">x</div><iframe srcdoc="${it}"></iframe><svg><text>${it}</text></svg>`,
      (it) => `<p jslog="1; 1:${btoa(`["#${it}"]`)}; 4:${btoa(`["#msg-f:1",${JSON.stringify(it)}]`)}; ${it}">x</p><${it}>x</${it}>`,
      (it) => `<div class="a3s"><p class="${it}" id="${it}" data-${it}="1" ${it}>${it}</p></div><span>&#x1F600;${it}&#8203;${it}</span>`,
      (it) => `<p role="${it}@x" aria-expanded="${it}!" type="${it}@" data-testid="${it}.">x</p>`,
    ];
    fc.assert(
      fc.property(
        word,
        fc.constantFrom(...places),
        fc.constantFrom('https://mail.google.com/mail/u/0/#search/', 'https://outlook.live.com/mail/'),
        (it, place, at) => {
          const { html, url } = scrub(`<!doctype html><html><head><title>${it}</title></head><body>${place(it)}</body></html>`, `${at}${it}`);
          for (const form of [it, btoa(it).slice(0, 8), encodeURIComponent(it)])
            expect(`${html}${url}`.toLowerCase()).not.toContain(form.toLowerCase());
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each(fixturePages)('G5 what a reader made of $provider/$name it makes of the scrubbed one, in other words', ({ provider, html, url }) => {
    const shape = (markup: string, href: string) => {
      const { kind, changed, messages, composers } = wordsOf(adapters[provider].read(documentOf(markup), { href }));
      const has = (value: unknown) => value !== undefined;
      return {
        kind,
        changed,
        messages: messages.map((message) => ({
          ...message,
          ids: Object.values(message.ids).map(has),
          from: has(message.from),
          subject: has(message.subject),
          shownDate: has(message.shownDate),
          recipients: message.recipients.length,
          attachments: message.attachments.length,
        })),
        composers: composers.map(({ place, isReply, replyTo, recipients }) => ({ place, isReply, replies: has(replyTo), to: recipients.length })),
      };
    };
    const scrubbed = scrub(html, url);
    expect(shape(scrubbed.html, scrubbed.url)).toEqual(shape(html, url));
  });

  it('SUR-5 SUR-6 the same is the same again, and what was hidden stays hidden', () => {
    const page = fixturePage('gmail', 'thread-perm-undefined-en');
    const document = documentOf(scrub(page.html, page.url).html);
    const [from, avatar] = ['.gD', '.aCi img'].map((css) => document.querySelector(css));
    expect(from?.getAttribute('email')).toBe(avatar?.getAttribute('jid'));
    expect([...document.querySelectorAll('.amn')].map((row) => row.getAttribute('style'))).toEqual(['display:none', null]);
  });
});
