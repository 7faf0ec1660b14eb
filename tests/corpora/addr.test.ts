import { decodeWords } from 'postal-mime';
import { v7 } from 'uuid';
import { afterAll, expect, it } from 'vitest';
import { isSendableAddress } from '../../domain/mail/is-sendable-address';
import { addressesIn } from '../../utils/mail/addresses-in';
import { fastest } from '../support/fastest';
import { casesOf, hasCorpus } from './corpus-folder';
import { Pipeline } from './pipeline';

const pipeline = new Pipeline();
afterAll(() => pipeline.close());

interface Mailbox {
  address?: string;
  email?: string;
  group?: Mailbox[];
}
/** Addresses in order, groups unwrapped, entries without one left out: what we keep of a header. */
const addressesOf = (list: Mailbox[]): string[] =>
  list.flatMap(({ address, email, group }) => (group ? addressesOf(group) : [address || email || []].flat()));

/** A value of a header on its way through a mail: what stands on a second line is folded, a NUL cannot travel. */
const folded = (value: string) => value.replace(/\r?\n(?![ \t])/g, '\r\n ').replaceAll('\0', '');
const mailWith = (head: string) => Buffer.from(`${head}\r\nSubject: Address\r\nMessage-ID: <${v7()}@kunde.dk>\r\n\r\nHej`);

/** The recipients of a message, once a mail to them has been read and received. */
async function ours(header: string): Promise<string[]> {
  const reading = await pipeline.read(mailWith(`From: bo@kunde.dk\r\nTo: ${folded(header)}`));
  if (!('mail' in reading)) throw new Error(`${header}: ${reading.unreadable}`);
  const message = await pipeline.receive(reading.mail, Pipeline.emptyInbox());
  return (message?.to ?? []).map(({ address }) => address);
}
/** Whom we would answer. */
async function authorOf(header: string): Promise<string> {
  const reading = await pipeline.read(mailWith(`From: ${folded(header)}`));
  if (!('mail' in reading)) throw new Error(`${header}: ${reading.unreadable}`);
  const message = await pipeline.receive(reading.mail, Pipeline.emptyInbox());
  return message?.author.kind === 'contact' ? (message.author.address ?? '') : '';
}

interface Expectation {
  path: string;
  value: unknown;
}
/** Either the whole list, or single fields of it. */
function agrees(got: string[], expect: Expectation[]): boolean {
  const whole = expect.find(({ path }) => path === '');
  if (whole) return JSON.stringify(got) === JSON.stringify(addressesOf(whole.value as Mailbox[]));
  const named = expect.filter(({ path, value }) => path.endsWith('address') && value !== '').map(({ value }) => String(value));
  const none = expect.some(({ path, value }) => path.endsWith('address') && value === '') && named.length === 0;
  return none ? got.length === 0 : named.every((address) => got.includes(address));
}

/** Quoted local parts come without their quotes; none of them is ever sent to. */
const unquoted = ['nodemailer-nm-023', 'nodemailer-nm-024', 'nodemailer-nm-025', 'nodemailer-nm-026', 'nodemailer-nm-029'];

for (const corpus of ['addr-postal-mime', 'addr-nodemailer']) {
  it.skipIf(!hasCorpus(corpus))(`S23 ${corpus}: the parsed list equals, and nothing sendable is in it that should not be`, async () => {
    const wrong: string[] = [];
    for (const { id, input, expect } of casesOf<{ id: string; input: string; expect: Expectation[] }>(corpus)) {
      const got = await ours(input);
      if (unquoted.includes(id)) {
        if (got.some(isSendableAddress)) wrong.push(`${id}: ${got} could be sent to`);
      } else if (!agrees(got, expect)) wrong.push(`${id}: ${JSON.stringify(got)}`);
    }
    expect(wrong).toEqual([]);
  });
}

/** Where we differ from Thunderbird's parser, and why it is safe. */
const otherThanJsmime: Record<string, string> = {
  'jsmime-0088': 'quoted local part, without its quotes',
  'jsmime-0089': 'quoted local part, without its quotes',
  'jsmime-0090': 'quoted local part, without its quotes',
  'jsmime-0093': 'nonsense, not sendable',
  'jsmime-0094': 'nonsense, not sendable',
  'jsmime-0106': 'spaces inside are kept, not sendable',
  'jsmime-0117': 'a semicolon inside brackets is kept, not sendable',
  'jsmime-0135': 'spaces inside are kept, not sendable',
  'jsmime-0144': 'comments inside the address are kept, not sendable',
  'jsmime-0145': 'comments inside the address are kept, not sendable',
  'jsmime-0148': 'comments inside the address are kept, not sendable',
  'jsmime-0154': 'two addresses in brackets: the first',
  'jsmime-0155': 'two addresses in brackets: the first',
  'jsmime-0163': 'an encoded word torn in two: no address at all',
};

it.skipIf(!hasCorpus('addr-jsmime'))('S23 S27 addr-jsmime: as Thunderbird reads them, differences named', async () => {
  const cases = casesOf<{ id: string; fn: string; args: string[]; expected: Mailbox[] }>('addr-jsmime').filter(
    ({ fn }) => fn === 'parseAddressingHeader',
  );
  const read = await Promise.all(
    cases.map(async ({ id, args, expected }) => ({ id, got: await ours(args[0] ?? ''), expected: addressesOf(expected) })),
  );
  const different = read.filter(({ got, expected }) => JSON.stringify(got) !== JSON.stringify(expected));
  expect(different.map(({ id }) => id)).toEqual(Object.keys(otherThanJsmime));
  // What we read differently could not be sent to, apart from the two headers that name two addresses in brackets.
  const sendable = different.filter(({ got, expected }) => got.some((address) => isSendableAddress(address) && !expected.includes(address)));
  expect(sendable.map(({ id }) => id)).toEqual(['jsmime-0154', 'jsmime-0155']);
});

it.skipIf(!hasCorpus('addr-jsmime'))('S27 addr-jsmime: encoded words of subjects and names', () => {
  const cases = casesOf<{ id: string; fn: string; args: unknown[]; expected: string }>('addr-jsmime').filter(
    ({ fn, args }) => fn === 'decodeRFC2047Words' && typeof args[0] === 'string',
  );
  const different = cases.filter(({ args, expected }) => decodeWords(String(args[0])).trim() !== expected.trim());
  // One character split over two words of different encodings; base64 with its padding inside.
  expect(different.map(({ id }) => id)).toEqual(['jsmime-0275', 'jsmime-0297']);
});

/** The corpus writes control characters as pictures of them. */
const withControls = (text: string) => text.replace(/[\u2400-\u2421]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x2400));

it.skipIf(!hasCorpus('addr-isemail'))(
  'S23 addr-isemail: nothing invalid, quoted, commented or literal is ever sent to; everything ordinary is',
  () => {
    const sent: string[] = [];
    const refused: string[] = [];
    for (const { id, address, category, diagnosis } of casesOf<{ id: string; address: string; category: string; diagnosis: string }>(
      'addr-isemail',
    )) {
      const sendable = isSendableAddress(withControls(address));
      const ordinary = /VALID_CATEGORY|DNSWARN/.test(category);
      if (sendable && !ordinary) sent.push(`${id} ${address} ${diagnosis}`);
      if (!sendable && ordinary) refused.push(address);
    }
    expect(sent).toEqual([]);
    expect(refused).toEqual(['user%uucp!path@berkeley.edu', "cdburgess+!#$%&'*-/=?+_{}|~test@gmail.com"]);
  },
);

it.skipIf(!hasCorpus('addr-flanker'))(
  'S23 addr-flanker: nothing invalid is sent to; of the valid only quoted, single-label and gateway forms are refused',
  () => {
    const sent: string[] = [];
    const refused: string[] = [];
    for (const { input, class: kind, valid } of casesOf<{ input: string; class: string; valid: boolean }>('addr-flanker').filter((one) =>
      one.class.startsWith('mailbox'),
    )) {
      const sendable = isSendableAddress(input);
      if (sendable && !valid) sent.push(input);
      // Quotes, `!`, `%`, `|`, backquotes and `'` are how mail was routed by hand; `_` in a domain is no host name, digits are no top level.
      const reason = /["!%|'`\s<]|@[^.]*$|@.*_|\.\d+$/.test(input);
      if (!sendable && valid && !reason) refused.push(`${kind} ${input}`);
    }
    expect(sent).toEqual([]);
    expect(refused).toEqual([]);
  },
);

/** Whom of another domain than it names we would write to, after a mail from or to this address. Its comments are nobody's domain. */
async function misled(address: string): Promise<string[]> {
  const names = [address, address.replace(/\([^)]*\)?/g, '')].map((one) => one.trim().replace(/>$/, '').toLowerCase());
  const reached = [await authorOf(address), await authorOf(`"Bo" <${address}>`), ...(await ours(address))];
  return [...new Set(reached)].filter(
    (one) => isSendableAddress(one) && !names.some((name) => name.endsWith(one.slice(one.lastIndexOf('@')).toLowerCase())),
  );
}

/** In a header the comma is another address: of the one before it, nothing can be known but that it is one. */
const twoInOne = ['first.last@sub.do,com'];

it.skipIf(!hasCorpus('addr-isemail'))('S23 addr-isemail: in From or To of a mail, none becomes an address of another domain', async () => {
  const elsewhere: string[] = [];
  for (const { address } of casesOf<{ address: string }>('addr-isemail'))
    if ((await misled(withControls(address))).length > 0) elsewhere.push(address);
  expect(elsewhere).toEqual(twoInOne);
});

it.skipIf(!hasCorpus('addr-flanker'))('S23 addr-flanker: in From or To of a mail, none becomes an address of another domain', async () => {
  const elsewhere: string[] = [];
  // Some are explained behind a hash.
  for (const { input, class: kind } of casesOf<{ input: string; class: string }>('addr-flanker'))
    if (kind.startsWith('mailbox') && (await misled(input.replace(/\s+#.*$/, ''))).length > 0) elsewhere.push(input);
  expect(elsewhere).toEqual(twoInOne);
});

it('S23 a header of ten thousand colons, brackets or quotes is read within 100 ms', () => {
  for (const part of [':', '<', '"', '(', ',', ';', '=?utf-8?q?a?= ', 'a@b.example, ', '<a@b.example>', 'group:a@b.example;']) {
    expect(
      fastest(100, () => addressesIn(part.repeat(10_000))),
      part,
    ).toBeLessThan(100);
  }
});
