import { expect, it } from 'vitest';
import { fastest } from '../../tests/support/fastest';
import { countParts } from './count-parts';

it('S31 counts what a mail opens, not what merely looks like it', () => {
  expect(countParts('Subject: x\r\n\r\n--not a boundary\r\n')).toBe(1);
  expect(countParts('Content-Type: multipart/mixed; boundary="a b"\r\n\r\n--a b\r\n\r\nx\r\n--a b\r\n\r\ny\r\n--a b--\r\n')).toBe(3);
  expect(countParts(`Content-Type: multipart/mixed; BOUNDARY = b\n\n${'--b\n\nx\n'.repeat(10_000)}`)).toBe(10_001);
});

it('S31 a boundary a line, or endless dashes, cost no time', () => {
  for (const text of [
    'boundary=a\n'.repeat(200_000),
    'boundary='.repeat(200_000),
    `boundary=b\n${'--'.repeat(1_000_000)}`,
    `boundary=b\n${'--b\n'.repeat(500_000)}`,
  ]) {
    expect(fastest(500, () => countParts(text))).toBeLessThan(500);
  }
});
