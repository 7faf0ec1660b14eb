import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentOf } from '../../../tests/support/webmail-pages';
import { rawAddressOf } from './raw-address';
import { type RawResponse, rawAnswerOf } from './raw-answer';
import { shownOriginal } from './shown-original';

const folder = join(import.meta.dirname, '../../../tests/fixtures/webmail/gmail');
const [eml, shown] = ['raw-view-att.eml', 'raw-view-om.html'].map((name) => readFileSync(join(folder, name), 'utf8')) as [string, string];
const asked = 'https://mail.google.com/mail/u/0/?view=att&th=19fb3e4f1c2e8375';
const MB = 1024 * 1024;

function answer(body: string, { headers = {}, ...more }: Partial<Omit<RawResponse, 'headers'>> & { headers?: Record<string, string> } = {}) {
  return rawAnswerOf({ asked, url: asked, status: 200, bytes: new TextEncoder().encode(body), headers: new Headers(headers), ...more }, 25 * MB);
}

it('SUR-5 the raw form, and the page that shows it', () => {
  for (const type of ['message/rfc822', 'text/plain', 'application/octet-stream'])
    expect(answer(eml, { headers: { 'content-type': type } })).toBe('mail');
  expect(answer(shown, { headers: { 'content-type': 'text/html' } })).toBe('shown');
  const { expected } = JSON.parse(readFileSync(join(folder, 'raw-view-om.expected.json'), 'utf8'));
  expect(shownOriginal(documentOf(shown))).toContain(`Message-ID: ${expected.rfc822MessageId}`);
  expect(shownOriginal(documentOf('<pre></pre>'))).toBeUndefined();
});

it.each([
  ['elsewhere', eml, { url: 'https://mail-attachment.googleusercontent.com/attachment' }],
  ['elsewhere', '', { url: '', status: 0 }],
  ['elsewhere', '', { status: 302 }],
  ['signed-out', '<html>', { url: 'https://accounts.google.com/v3/signin/identifier' }],
  ['signed-out', '<!doctype html><form action="/x"><input type="password">', {}],
  ['signed-out', '<html><form action="https://accounts.google.com/ServiceLogin">', { headers: { 'content-type': 'text/plain' } }],
  ['refused', eml, { status: 403 }],
  ['refused', eml, { status: 401 }],
  ['gone', eml, { status: 404 }],
  ['busy', eml, { status: 429 }],
  ['busy', eml, { status: 503 }],
  ['nothing', eml, { status: 206 }],
  ['page', '<!DOCTYPE html><title>Gmail</title>', { headers: { 'content-type': 'text/html' } }],
  ['page', '\n<html><body>Message-ID: <x@y></body>', {}],
  ['too-large', eml, { headers: { 'content-length': String(26 * MB) } }],
  ['too-large', '', { bytes: new Uint8Array(25 * MB + 1) }],
  ['truncated', eml, { headers: { 'content-length': '9999' } }],
  ['truncated', eml.slice(0, 60), {}],
  ['truncated', shown.slice(0, shown.indexOf('Subject:')), {}],
  ['nothing', '', {}],
  ['nothing', '{"error":"no"}', { headers: { 'content-type': 'application/json' } }],
  ['nothing', eml, { headers: { 'content-type': 'text/html' } }],
] as const)('SUR-5 told apart: %s', (is, body, more) => {
  expect(answer(body, more)).toBe(is);
});

it('SUR-5 a length of what travelled packed says nothing of what is here', () => {
  expect(answer(eml, { headers: { 'content-length': '9999', 'content-encoding': 'gzip' } })).toBe('mail');
});

it('SUR-5 whatever comes back, it is a mail only from where it was asked, with 200', () => {
  fc.assert(
    fc.property(fc.webUrl(), fc.integer({ min: 0, max: 599 }), fc.string(), (url, status, body) => {
      const is = answer(body, { url, status });
      if (is === 'mail' || is === 'shown') expect([status, new URL(url).origin]).toEqual([200, 'https://mail.google.com']);
    }),
  );
});

it('SUR-5 asked of the page’s own account, delegated or not; of nobody without an id', () => {
  const ids = { message: '19fb3e4f1c2e8375', permanent: undefined, thread: undefined, openItem: undefined };
  const at = (href: string) => rawAddressOf(ids, { href });
  expect(at('https://mail.google.com/mail/u/1/#inbox/FMf')).toBe(
    'https://mail.google.com/mail/u/1/?view=att&th=19fb3e4f1c2e8375&attid=0&disp=comp&safe=1&zw=',
  );
  expect(at('https://mail.google.com/mail/u/0/d/AEoR/#inbox')).toMatch(/^https:\/\/mail\.google\.com\/mail\/u\/0\/d\/AEoR\/\?/);
  expect([at('https://outlook.live.com/mail/u/0/'), at('https://mail.google.com/x')]).toEqual([undefined, undefined]);
  expect(rawAddressOf({ ...ids, message: undefined }, { href: 'https://mail.google.com/mail/u/0/' })).toBeUndefined();
});
