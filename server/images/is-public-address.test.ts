import { expect, it } from 'vitest';
import { isPublicAddress } from './is-public-address';

it.each(['8.8.8.8', '185.199.108.153', '2606:4700::1111', '2a00:1450:400f::1'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  'fe80::1',
  'fd00::1',
  'ff02::1',
  '2002:7f00:1::',
  '2001:0:1::1',
  'localhost',
  '',
])('S19 %s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
