import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hubOptions } from '../hub-options';

let folder: string;
const file = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samtale-certificate-'));
  const [ours, other] = await Promise.all(['hub.example', 'other.example'].map((value) => generate([{ name: 'commonName', value }])));
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const put = (name: string, text: string | Buffer | undefined) => writeFileSync(file(name), text ?? '');
  put('cert', ours?.cert);
  put('key', ours?.private);
  put('both', `${ours?.private}\n${ours?.cert}`);
  put('other-key', other?.private);
  put('chain', `${other?.cert}\n${ours?.cert}`);
  put('locked', privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'hemmelig' }));
  put('der', privateKey.export({ type: 'pkcs8', format: 'der' }));
  put('words', 'not a certificate');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings = (cert: string, key: string) => hubOptions([], { SAMTALE_SMTP_CERT: file(cert), SAMTALE_SMTP_KEY: file(key) });

it('a certificate and its key are taken, from two files or from one', () => {
  expect(settings('cert', 'key').smtpCertificate).toEqual({ certFile: file('cert'), keyFile: file('key') });
  expect(settings('both', 'both').smtpCertificate).toEqual({ certFile: file('both'), keyFile: file('both') });
});

it.each([
  ['words', 'key', /SAMTALE_SMTP_CERT names a file that holds no certificate: .*words.*BEGIN CERTIFICATE/],
  ['cert', 'words', /SAMTALE_SMTP_KEY names a file that holds no private key: .*words.*BEGIN PRIVATE KEY/],
  ['cert', 'der', /SAMTALE_SMTP_KEY names a file that holds no private key/],
  ['key', 'cert', /SAMTALE_SMTP_CERT names the key and SAMTALE_SMTP_KEY the certificate: exchange them/],
  ['cert', 'cert', /SAMTALE_SMTP_KEY names a file that holds no private key/],
  ['cert', 'other-key', /is not the one of the certificate .*made together/],
  ['chain', 'key', /stands first/],
  ['cert', 'locked', /locked with a password.*openssl pkey/],
  ['', 'key', /SAMTALE_SMTP_CERT names a file that cannot be read/],
])('SAMTALE_SMTP_CERT %j with SAMTALE_SMTP_KEY %j is refused before anything is made, with what to do', (cert, key, words) => {
  expect(() => settings(cert, key)).toThrow(words);
});
