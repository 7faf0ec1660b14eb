import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { conversationOfToken, replyAddress, splitReplyAddress } from './reply-token';

const sign = (text: string) => createHmac('sha256', 'key').update(text).digest();
const conversationId = '0190f2a4-7c1e-7abc-8def-0123456789ab';

it('goes out and comes back, also in capitals', () => {
  const address = replyAddress('salg@firma.dk', conversationId, sign) ?? '';
  expect(address).toMatch(/^salg\+c-[a-z2-7]{42}@firma\.dk$/);
  for (const returned of [address, address.toUpperCase(), address.replace('firma', 'Firma')]) {
    const { address: plain, token } = splitReplyAddress(returned);
    expect(plain.toLowerCase()).toBe('salg@firma.dk');
    expect(conversationOfToken(plain, token ?? '', sign)).toBe(conversationId);
  }
});

describe('S24 names no conversation', () => {
  const token = splitReplyAddress(replyAddress('salg@firma.dk', conversationId, sign) ?? '').token ?? '';
  const flipped = (at: number) => token.slice(0, at) + (token[at] === 'a' ? 'b' : 'a') + token.slice(at + 1);
  const forged: Record<string, string> = {
    'with another conversation': flipped(3),
    'with another signature': flipped(30),
    'cut short': token.slice(0, -1),
    'made longer': `${token}aaaa`,
    'without any': '',
    'with letters that are none': token.replace(/./, '1'),
    endless: 'a'.repeat(100_000),
  };
  for (const [name, bad] of Object.entries(forged)) it(name, () => expect(conversationOfToken('salg@firma.dk', bad, sign)).toBeNull());
  it('at another address of ours', () => expect(conversationOfToken('support@firma.dk', token, sign)).toBeNull());
  it('under another key', () =>
    expect(conversationOfToken('salg@firma.dk', token, (text) => createHmac('sha256', 'other').update(text).digest())).toBeNull());
});

it('a local part that would grow beyond 64 characters gets no token', () => {
  expect(replyAddress(`${'a'.repeat(19)}@firma.dk`, conversationId, sign)).toMatch(/^.{64}@firma\.dk$/);
  expect(replyAddress(`${'a'.repeat(20)}@firma.dk`, conversationId, sign)).toBeNull();
});

it('an address without a token is left alone', () => {
  for (const address of ['salg@firma.dk', 'salg+news@firma.dk', '+c-x@firma.dk', 'no address', ''])
    expect(splitReplyAddress(address)).toEqual({ address, token: null });
});
