import { expect, it } from 'vitest';
import { mailInMbox } from './mail-in-mbox';
import { type MailPlace, MboxScanner } from './mbox-scanner';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function scan(file: Uint8Array, cuts: readonly number[] = []): MailPlace[] {
  const mails: MailPlace[] = [];
  const scanner = new MboxScanner((mail) => mails.push(mail));
  let from = 0;
  for (const cut of [...cuts, file.length]) {
    scanner.push(file.subarray(from, cut));
    from = cut;
  }
  scanner.end();
  return mails;
}
const mailsOf = (text: string, cuts?: readonly number[]) => {
  const file = bytesOf(text);
  return scan(file, cuts).map(({ offset, length }) => textOf(mailInMbox(file.subarray(offset, offset + length))));
};

const separator = 'From kari@kunde.example Mon Mar  2 10:00:00 2026\n';
const first =
  'From: kari@kunde.example\nDate: Mon, 2 Mar 2026 10:00:00\n +0100 (CET)\nSubject: En\n\nFrom here on: æøå\n>From afar\n\nFrom you\nhej\n';
const second = 'Subject: To\n\n\nlast\n\n';
const asWritten = (mail: string) => mail.replace(/^(>*From )/gm, (line, words, at) => (at === 0 ? line : `>${words}`));
const file = `${separator}${asWritten(first)}\n${separator}${second}\n`;

it('SUR-9 a file of mails gives each as it was, wherever the stream is cut', () => {
  const bytes = bytesOf(file);
  const whole = scan(bytes);
  expect(mailsOf(file)).toEqual([first, second]);
  expect(whole.map(({ date }) => date)).toEqual([Date.UTC(2026, 2, 2, 9), null]);
  for (let cut = 0; cut <= bytes.length; cut++) expect(scan(bytes, [cut])).toEqual(whole);
  expect(scan(bytes, [...bytes.keys()])).toEqual(whole);
});

it('SUR-9 line ends of Windows, no empty line at the end, and a file that begins with a mail’s own header are read too', () => {
  const windows = (text: string) => text.replaceAll('\n', '\r\n');
  expect(mailsOf(windows(file))).toEqual([windows(first), windows(second)]);
  expect(mailsOf(`${separator}Subject: x\n\nhej`)).toEqual(['Subject: x\n\nhej']);
  expect(mailsOf(`Subject: x\n\nhej\n\n${separator}Subject: y\n\nnej\n`)).toEqual(['Subject: x\n\nhej\n', 'Subject: y\n\nnej\n']);
  expect(mailsOf('')).toEqual([]);
  expect(mailsOf('\n\n\r\n')).toEqual([]);
});

it.each([
  ['Thunderbird', 'From - Mon Mar 02 10:00:00 2026\n'],
  ['Thunderbird, long ago', 'From - \n'],
  ['Gmail', 'From 1790000000000000001@xxx Mon Mar 02 10:00:00 +0000 2026\n'],
  ['an address alone', 'From kari@kunde.example\n'],
  ['nothing at all', 'From \n'],
])('SUR-9 the separator of %s', (_, line) => {
  expect(mailsOf(`${line}Subject: a\n\nx\n\n${line}Subject: b\n\ny\n\n`)).toEqual(['Subject: a\n\nx\n', 'Subject: b\n\ny\n']);
});

it('SUR-9 a mail without any header begins where a whole separator says so', () => {
  expect(mailsOf(`${separator}Subject: a\n\nx\n\n${separator}\n9\n\n${separator}Subject: b\n\ny\n\n`)).toHaveLength(3);
});

it.each([
  'Hej\n\nFrom here on it goes well\nNote: this is no header of a mail\n',
  'Hej\n\nFrom kari@kunde.example\nwith love\n',
  'Hej\nFrom kari Mon Mar  2 10:00:00 2026\nand so on\n',
])('SUR-9 a line that only looks like a beginning is the mail’s own: %j', (body) => {
  expect(mailsOf(`${separator}Subject: a\n\n${body}\n${separator}Subject: b\n\ny\n\n`)).toEqual([`Subject: a\n\n${body}`, 'Subject: b\n\ny\n']);
});

it('X12 a line without end costs no memory: only its beginning is looked at', () => {
  const scanner = new MboxScanner(() => undefined);
  scanner.push(bytesOf(`${separator}Subject: a\n\n`));
  const piece = new Uint8Array(1024 * 1024).fill(120);
  for (let n = 0; n < 64; n++) scanner.push(piece);
  const held = JSON.stringify(scanner, (_, value) => (value instanceof Uint8Array ? value.length : value));
  expect(held.length).toBeLessThan(1000);
  expect(held).toContain('"bytes":1000');
});

it('SUR-9 what an mbox file marked is unmarked once', () => {
  for (const text of ['a\n>From x\n', 'a\n>>From x\n>From', '>From at the top\nb\n']) {
    const marked = `${separator}Subject: a\n\nx\n${asWritten(`\n${text}`).slice(1)}\n\n`;
    expect(mailsOf(marked)).toEqual([`Subject: a\n\nx\n${text}\n`]);
  }
});

it('SUR-9 any bytes at all, cut anywhere, are read alike', () => {
  let seed = 7;
  const random = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % most;
  };
  const pieces = [
    separator,
    'From \n',
    'From ',
    '\n',
    '\r\n',
    'Subject: a\n',
    'Date: Mon, 2 Mar 2026 10:00:00 GMT\n',
    '>From x\n',
    'From - 10:00\n',
    'æ',
  ];
  for (let round = 0; round < 400; round++) {
    const bytes = bytesOf(Array.from({ length: random(14) }, () => pieces[random(pieces.length)]).join(''));
    const cuts = Array.from({ length: random(6) }, () => random(bytes.length + 1)).sort((a, b) => a - b);
    const whole = scan(bytes);
    expect(scan(bytes, cuts)).toEqual(whole);
    let end = 0;
    for (const { offset, length } of whole) {
      expect(offset).toBeGreaterThanOrEqual(end);
      end = offset + length;
    }
    expect(end).toBeLessThanOrEqual(bytes.length);
  }
});
