import { historyMark } from './history-mark';
import { mailLimits } from './mail-limits';
import { deviceSignatures, fromLabels, historyTitles, otherLabels, wroteVerbs } from './quote-phrases';

export interface SplitText {
  /** What the author wrote this time. Never empty when the mail has text. */
  text: string;
  /** History and signature, in order, folded on screen and searchable (THR-12). */
  quotedText: string;
}

/**
 * Tells what a person wrote now from the history and signature below or above it. Works on lines, each looked at a bounded
 * number of times, so no mail can hold it up (S33); what lies beyond 256 K characters is folded unseen.
 */
export function splitQuote(source: string): SplitText {
  const whole = clean(source);
  const head = whole.slice(0, mailLimits.text);
  const lines = head.split('\n');
  const kinds = kindsOf(lines);
  const visible = visibleLines(kinds);
  const text = joined(lines.filter((line, i) => visible[i] && line !== historyMark));
  // Nothing of their own: a forward, or a quote alone. Then all of it is what they sent.
  if (!text) return { text: joined(whole.split('\n').filter((line) => line !== historyMark)), quotedText: '' };
  const rest = lines.filter((line, i) => !visible[i] && line !== historyMark);
  return { text, quotedText: joined([...rest, whole.slice(mailLimits.text)]) };
}

type Kind = 'empty' | 'text' | 'quote' | 'intro' | 'rule' | 'dashes' | 'device' | 'signature';

const invisible = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;
const clean = (source: string) =>
  source
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(invisible, '');

const joined = (lines: string[]) => {
  const text = lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
  return text.replace(/^\n+/, '').trimEnd();
};

function kindsOf(lines: readonly string[]): Kind[] {
  const kinds: Kind[] = new Array(lines.length).fill('text');
  for (let i = 0; i < lines.length; ) {
    const length = introLength(lines, i);
    if (length > 0) {
      kinds.fill('intro', i, i + length);
      i += length;
    } else {
      kinds[i] = kindOf(lines[i] ?? '');
      i += 1;
    }
  }
  markSignatures(kinds);
  return kinds;
}

function kindOf(line: string): Kind {
  const bare = line.trim();
  if (bare === '' || bare === 'ᐧ') return 'empty';
  if (bare.startsWith('>') || /^\|\s[^|]*$/.test(bare) || bare === '|') return 'quote';
  if (bare.length <= 200 && isDeviceLine(bare)) return 'device';
  if (/^(--|—|__)$/.test(bare)) return 'dashes';
  if (/^[-_=+~#*─—]{2,200}$/.test(bare)) return 'rule';
  return 'text';
}

function isDeviceLine(line: string): boolean {
  const words = line
    .replace(/[(<]https?:[^)>]*[)>]|https?:\S+/g, '')
    .replace(/[>)\]]{1,3}$/, '')
    .trim();
  return deviceSignatures.some((signature) => signature.test(words));
}

const verb = new RegExp(`(?:^|[\\s>])(?:${wroteVerbs.join('|')})(?:$|[\\s:：,])`, 'iu');
const verbAtEnd = new RegExp(`(?:${wroteVerbs.join('|')})\\s?(?:[:：]|-{2,})`, 'iu');
const title = new RegExp(`^[-_*=\\s>]{0,40}(?:${historyTitles.join('|')})\\s?:?[-_*=\\s]{0,40}$`, 'iu');
const label = (labels: readonly string[]) => new RegExp(`^[\\s*_]{0,8}(?:${labels.join('|')})[\\s*_]{0,4}[:：]`, 'iu');
const fromLabel = label(fromLabels);
const otherLabel = label(otherLabels);

/** How many lines, from `at`, introduce history; 0 when none do. */
function introLength(lines: readonly string[], at: number): number {
  const line = lines[at] ?? '';
  const bare = line.trim();
  if (bare === '' || bare.startsWith('>')) return 0;
  if (bare === historyMark) return 1;
  if (bare.length <= 120 && title.test(bare)) return 1;
  return headerBlockLength(lines, at) || attributionLength(lines, at);
}

/** `On 3 Nov 2026 at 10:15, Bo Hansen <bo@kunde.dk> wrote:`, on one line or broken over up to four. */
function attributionLength(lines: readonly string[], at: number): number {
  let joinedLine = '';
  for (let count = 1; count <= 5; count += 1) {
    const line = (lines[at + count - 1] ?? '').trim();
    // Some programs put the address into paragraphs of its own.
    if (line === '' && (lines[at + count] ?? '').startsWith('<')) continue;
    // Where markup says that history begins, what stands above is the author's.
    if (line === '' || line === historyMark || (count > 1 && line.startsWith('>') && !/^>[^>]{0,40}[:：]$/u.test(line))) return 0;
    joinedLine = `${joinedLine} ${line}`.trim();
    if (joinedLine.length > 400) return 0;
    // "Hi," above it is not part of it.
    if (isAttribution(joinedLine)) return count === 1 || beginsAttribution.test(lines[at] ?? '') ? count : 0;
  }
  return 0;
}

/** What the first of several lines holds: a date, an address, or the word a date follows. */
const beginsAttribution = /\d|@|<|^\s*(?:on|am|den|le|el|il|op|em|w|dnia|dne|pe|kl)\b/iu;

function isAttribution(line: string): boolean {
  // Every form below names a date or an address: most lines end here, cheaply.
  if (!/[\d@]/.test(line)) return false;
  // Gmail before 2017, and again without a colon: `2016-03-03 17:21 GMT+01:00 Some One`
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d (?:GMT|UTC)[+-]\d\d:\d\d .{1,150}$/.test(line)) return true;
  if (/^\d{4}\/\d{1,2}\/\d{1,2} .{1,150} <[^<>@\s]{1,64}@[^<>@\s]{1,200}>$/.test(line)) return true;
  const numbers = line.match(/\d+/g)?.length ?? 0;
  const address = /[^\s@<]@[^\s@>]/.test(line);
  if (/^(?:on|den|am)\s.{1,300}>\s(?:wrote|skrev|schrieb)$/i.test(line)) return address && numbers >= 3;
  if (!/(?:[:：]|-{2,})$/.test(line)) return false;
  // Some programs name no verb at all: `2026-11-05 10:12 GMT+01:00 Sara <sara@exempel.se>:`
  if (address && numbers >= 2 && /[>\])]\s?:$/.test(line)) return true;
  if (verbAtEnd.test(line) && /(?:[:：]|-{2,})$/.test(line) && (numbers >= 2 || address)) return endsWithVerb(line) || address;
  return verb.test(line) && (address || numbers >= 3);
}
const endsWithVerb = (line: string) => new RegExp(`${verbAtEnd.source}$`, 'iu').test(line);

/** `From: … / Sent: … / To: … / Subject: …` of Outlook: who wrote, and at least two more labels close by. */
function headerBlockLength(lines: readonly string[], at: number): number {
  if (!fromLabel.test(lines[at] ?? '')) return 0;
  let last = at;
  let labels = 1;
  for (let i = at + 1; i < Math.min(lines.length, at + 14); i += 1) {
    const line = lines[i] ?? '';
    if (otherLabel.test(line)) {
      labels += 1;
      last = i;
    } else if (i - last > 2) break;
  }
  return labels >= 3 ? last - at + 1 : 0;
}

/** Which lines are the author's own. */
function visibleLines(kinds: readonly Kind[]): boolean[] {
  const visible = kinds.map((kind) => kind !== 'signature');
  const firstIntro = kinds.indexOf('intro');
  const firstText = kinds.indexOf('text');
  const lastQuote = kinds.lastIndexOf('quote');

  let end = kinds.length;
  if (firstIntro >= 0 && firstText >= 0 && firstText < firstIntro) {
    // Answers between or below the quotes: a question belongs with its answer, so all of it stays.
    if (!hasAnswerAmongQuotes(kinds, firstIntro, lastQuote)) end = firstIntro;
  } else if (firstIntro >= 0 && firstText >= 0) {
    // The answer stands below what it answers.
    if (lastQuote > firstText) for (let i = 0; i < kinds.length; i += 1) visible[i] &&= kinds[i] !== 'intro';
    else visible.fill(false, 0, firstText);
  } else if (firstIntro < 0 && firstText >= 0 && lastQuote > kinds.lastIndexOf('text')) {
    // A quote nobody introduced, at the very end.
    end = kinds.lastIndexOf('text') + 1;
  }
  visible.fill(false, end);
  // What programs add below an answer; in the middle of a text the same words are the author's.
  for (let i = end - 1; i >= 0 && ['empty', 'rule', 'dashes', 'device', 'signature'].includes(kinds[i] ?? ''); i -= 1) visible[i] = false;
  return visible;
}

/** Text below the last quote, or a paragraph between two; a single line there is a quote that some program broke in two. */
function hasAnswerAmongQuotes(kinds: readonly Kind[], intro: number, lastQuote: number): boolean {
  const firstQuote = kinds.indexOf('quote', intro);
  if (firstQuote < 0) return false;
  // Below a line of dashes stands a mailing list's footer.
  const below = kinds.slice(lastQuote);
  const rule = below.indexOf('rule');
  const answerBelow = below.slice(0, rule < 0 ? below.length : rule).includes('text');
  return answerBelow || kinds.some((kind, i) => i > firstQuote && i < lastQuote && kind === 'text' && kinds[i - 1] === 'empty');
}

/** Marks what stands below `-- ` up to history or the end, if it is no longer than a signature is. */
function markSignatures(kinds: Kind[]) {
  const firstText = kinds.indexOf('text');
  if (firstText < 0) return;
  for (let at = kinds.indexOf('dashes', firstText); at >= 0; at = kinds.indexOf('dashes', at + 1)) {
    let end = at + 1;
    let lines = 0;
    while (end < kinds.length && kinds[end] !== 'intro' && kinds[end] !== 'quote' && lines <= signatureLines && end - at < 4 * signatureLines) {
      if (kinds[end] !== 'empty') lines += 1;
      end += 1;
    }
    if (lines <= signatureLines) kinds.fill('signature', at, end);
  }
}
const signatureLines = 16;
