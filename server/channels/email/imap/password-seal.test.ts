import { expect, it } from 'vitest';
import { id } from '../../../../tests/support/rows';
import { PasswordSeal } from './password-seal';

const seal = new PasswordSeal('a secret of the hub');

it('S52 a password is not to be found in what is kept, and opens again', () => {
  const sealed = seal.seal(id(1), 'hemmelig 🔑');
  expect(Buffer.from(sealed, 'base64').toString('utf8')).not.toContain('hemmelig');
  expect(seal.seal(id(1), 'hemmelig 🔑')).not.toBe(sealed);
  expect(seal.open(id(1), sealed)).toBe('hemmelig 🔑');
});

it('S52 it opens neither for another channel, nor with another secret, nor when it was changed', () => {
  const sealed = seal.seal(id(1), 'hemmelig');
  const changed = Buffer.from(sealed, 'base64');
  changed.writeUInt8(changed.readUInt8(30) ^ 1, 30);
  expect(seal.open(id(2), sealed)).toBeUndefined();
  expect(new PasswordSeal('another secret').open(id(1), sealed)).toBeUndefined();
  expect(seal.open(id(1), changed.toString('base64'))).toBeUndefined();
  expect(seal.open(id(1), 'short')).toBeUndefined();
});
