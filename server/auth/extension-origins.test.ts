import { expect, it } from 'vitest';
import { isExtensionOrigin, redirectOrigins } from './extension-origins';

const chromium = 'https://akeeolhanhmfppldmhndbolfpobnjhga.chromiumapp.org/signed-in';
const firefox = 'https://0123456789abcdef0123456789abcdef01234567.extensions.allizom.org/signed-in';
const anyFirefox = 'moz-extension://2c127fa4-62c7-7e4f-90e5-472b45eecfdc';

it.each([
  ['chrome-extension://akeeolhanhmfppldmhndbolfpobnjhga', [chromium], true],
  ['chrome-extension://akeeolhanhmfppldmhndbolfpobnjhgb', [chromium], false],
  ['chrome-extension://akeeolhanhmfppldmhndbolfpobnjhga.evil.example', [chromium], false],
  ['https://akeeolhanhmfppldmhndbolfpobnjhga.chromiumapp.org', [chromium], false],
  ['null', [chromium, firefox], false],
  ['', [chromium, firefox], false],
  [anyFirefox, [chromium], false],
  [anyFirefox, [firefox], true],
  ['moz-extension://evil', [firefox], false],
])('S11 %s with %j: %s', (origin, redirectUris, expected) => {
  expect(isExtensionOrigin(origin, redirectUris)).toBe(expected);
});

it('names each redirect origin once', () => {
  expect(redirectOrigins([chromium, chromium, firefox])).toEqual([new URL(chromium).origin, new URL(firefox).origin]);
});
