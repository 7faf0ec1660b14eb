import { expect, it } from 'vitest';
import { htmlToText } from '../../utils/mail/html-to-text';
import { parseMail } from '../../utils/mail/parse-mail';
import { splitQuote } from '../../utils/mail/split-quote';
import { fastest } from '../support/fastest';
import { filesOf, hasCorpus, readCase, readText } from './corpus-folder';

const corpora = [
  'reply-crisp',
  'reply-discourse-trimmer',
  'reply-github',
  'reply-planer',
  'reply-quotequail',
  'reply-talon',
  'reply-willdurand',
  'reply-zapier',
];

/** Lines end anywhere, and empty lines between paragraphs are a matter of taste. */
const plain = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim();

async function bodyOf(corpus: string, path: string): Promise<string> {
  if (path.endsWith('.html')) return htmlToText(readText(corpus, path));
  if (path.endsWith('.eml')) return (await parseMail(readCase(corpus, path))).text;
  return readText(corpus, path);
}

/** Every letter or digit of a text, in order: what may move between shown and folded but never be lost. */
const letters = (text: string) => [...text.normalize().replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');

for (const corpus of corpora) {
  it.skipIf(!hasCorpus(corpus))(`${corpus}: something is always shown, everything stays reachable, within 200 ms`, async () => {
    const wrong: string[] = [];
    for (const path of filesOf(corpus).filter((file) => !file.endsWith('.json'))) {
      const body = await bodyOf(corpus, path);
      const { text, quotedText } = splitQuote(body);
      const took = fastest(200, () => splitQuote(body));
      if (!text && /[\p{L}\p{N}]/u.test(body)) wrong.push(`${path}: nothing is shown`);
      if (letters(text + quotedText) !== letters(body.replace(/\uE0F0/g, ''))) wrong.push(`${path}: words are lost`);
      if (took > 200) wrong.push(`${path}: ${Math.round(took)} ms`);
    }
    expect(wrong).toEqual([]);
  });
}

it.skipIf(!hasCorpus('reply-discourse-trimmer'))('reply-discourse-trimmer: the shown part equals the truth in all 42, in twelve languages', () => {
  const wrong = filesOf('reply-discourse-trimmer')
    .filter((path) => path.startsWith('emails/'))
    .filter(
      (path) =>
        plain(splitQuote(readText('reply-discourse-trimmer', path)).text) !==
        plain(readText('reply-discourse-trimmer', path.replace('emails/', 'trimmed/'))),
    );
  expect(wrong).toEqual([]);
});

/** Upstream's own expectation for each: `Hello`, unless a file beside it says more; for HTML the words below. */
it.skipIf(!hasCorpus('reply-talon'))('reply-talon: replies of nine mail programs, plain and HTML', async () => {
  const wrong: string[] = [];
  for (const path of filesOf('reply-talon')) {
    const expected = path.startsWith('standard_replies/') ? 'Hello' : path.startsWith('html_replies/') ? 'Hi. I am fine.\nThanks,\nAlex' : undefined;
    if (expected === undefined || /_reply_text$/.test(path)) continue;
    if (plain(splitQuote(await bodyOf('reply-talon', path)).text) !== expected) wrong.push(path);
  }
  // format=flowed joins a quoted line with the answer below it before we see either; all of it is shown then.
  expect(wrong).toEqual(['standard_replies/thunderbird.eml']);
});

/**
 * The reference is another program's output, not a truth. Where we differ, why; any other file differing is a loss, and one
 * of these agreeing is a win to be noted here.
 */
const otherThanCrisp: Record<string, string> = {
  'email_15.txt': 'a history nothing introduces: all of it shown rather than the author cut short',
  'email_2.txt': 'answers below the quotes: questions stay with their answers',
  'email_7.txt': 'a line that a program broke out of its quote is folded with it',
  'email_8.txt': 'a line that a program broke out of its quote is folded with it',
  'email_custom_quote_header.txt': 'a Hungarian introduction is folded',
  'email_german_3.txt': 'a device line with text below it: all shown',
  'email_sent_from_my_not_signature.txt': '"Sent from my desk, is much easier" is a sentence',
  'email_tricky_11_double_signature.txt': "the name under a greeting is the author's words",
  'email_tricky_18_inline_reply.txt': 'answers between the quotes: questions stay with their answers',
  'email_tricky_19_quote_without_header.txt': 'answers between the quotes: questions stay with their answers',
  'email_tricky_2_url_with_wrote.txt': "the name under a greeting is the author's words",
  'email_tricky_7_multiple_dashes.txt': 'rules between paragraphs are no signature',
  'email_with_regards.txt': "the name under a greeting is the author's words",
};

it.skipIf(!hasCorpus('reply-crisp'))('reply-crisp: as the reference says, but where we know better', () => {
  const files = filesOf('reply-crisp').filter((path) => path.endsWith('.txt'));
  const visible = (path: string) => String(JSON.parse(readText('reply-crisp', `reference/${path.replace('.txt', '.json')}`)).visible);
  const unindented = (text: string) => plain(text).replace(/^[ \t]+/gm, '');
  const different = files.filter((path) => unindented(splitQuote(readText('reply-crisp', path)).text) !== unindented(visible(path)));
  expect(different).toEqual(Object.keys(otherThanCrisp));
});

/** What must be shown, and what must be folded away, of the corpora that bring no truth of their own. */
const spotChecks: [corpus: string, path: string, shown: string, folded: string][] = [
  ['reply-github', 'email_1_1.txt', 'Hi folks', ''],
  ['reply-github', 'email_1_3.txt', 'Having the function would be great.', 'riak-users mailing list'],
  ['reply-github', 'email_1_4.txt', 'Awesome! I haven', ''],
  ['reply-github', 'email_BlackBerry.txt', 'Here is another email', 'Sent from my BlackBerry'],
  ['reply-github', 'email_2_3.txt', 'Outlook with a reply', 'A new comment has been added'],
  ['reply-github', 'email_1_6.txt', 'I get proper rendering', 'Sent from a magnificent torch'],
  ['reply-github', 'correct_sig.txt', 'correct -- signature', 'rick'],
  ['reply-willdurand', 'email_6.txt', 'I get proper rendering', 'Sent from a magnificent torch'],
  ['reply-willdurand', 'email_12.txt', 'Fusce bibendum', 'Verzonden: maandag'],
  ['reply-willdurand', 'email_23.txt', 'Fusce bibendum', 'Ticket answered by'],
  ['reply-willdurand', 'email_w10_mail.txt', 'going for a test now', 'Sent from Mail for Windows 10'],
  ['reply-willdurand', 'email_zimbra_free_en.txt', 'Text paragraph 2', 'BONJOUR Mike'],
  ['reply-zapier', 'email_headers_no_delimiter.txt', 'And another reply!', 'Dan Watson'],
  ['reply-zapier', 'email_1_3.txt', 'Having the function would be great.', 'riak-users mailing list'],
  ['reply-quotequail', 'gmail_reply.html', 'foo', 'This is the reply'],
  ['reply-quotequail', 'apple_reply.html', 'Foo', 'Some important email'],
  ['reply-planer', 'microsoft-namespaces.html', 'Sapien laoreet', 'Eros dictum'],
  ['reply-planer', 'office-365.html', 'Great. Bye!', ''],
];
for (const [corpus, path, shown, folded] of spotChecks) {
  it.skipIf(!hasCorpus(corpus))(`${corpus}/${path}: shows "${shown}"${folded && `, folds "${folded}"`}`, async () => {
    const { text, quotedText } = splitQuote(await bodyOf(corpus, path));
    expect(text).toContain(shown);
    if (!folded) return;
    expect(quotedText).toContain(folded);
    expect(text).not.toContain(folded);
  });
}
