import { expect, it } from 'vitest';
import { isSendableAddress } from './is-sendable-address';

it.each([
  'ida@kunde.example',
  'Ida.Vang+x@sub.kunde-2.example',
  'søren@blåbær.example',
  'o_b-r=a/~^{}?#$&*@k.example',
  "sean.o'brien@k.example",
  '用户@例子.example',
])('RPL-7 %s is one', (address) => expect(isSendableAddress(address)).toBe(true));

it.each([
  '',
  'ida',
  'ida@',
  '@kunde.example',
  'ida@kunde',
  'ida@@kunde.example',
  'ida@kunde..example',
  '.ida@kunde.example',
  'ida.@kunde.example',
  'i..da@kunde.example',
  'ida@-kunde.example',
  'ida@kunde.example.',
  'ida@[127.0.0.1]',
  'ida@127.0.0.1',
  'ida@kunde.example\n',
  'ida\r\n@kunde.example',
  'ida\u2028@kunde.example',
  'ida vang@kunde.example',
  '"ida"@kunde.example',
  'ida@evil.example@kunde.example',
  'ida%evil.example@kunde.example',
  'evil.example!ida@kunde.example',
  'ida(x)@kunde.example',
  `${'x'.repeat(65)}@kunde.example`,
  `ida@${'x.'.repeat(130)}example`,
])('RPL-7 %j is none', (address) => expect(isSendableAddress(address)).toBe(false));
