import { X509Certificate } from 'node:crypto';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCertificate } from './certificate';

const folder = () => mkdtempSync(join(tmpdir(), 'samtale-cert-'));

it('is made once, kept in the data folder for the hub alone, and read again', async () => {
  const dataFolder = folder();
  const made = await readCertificate({ dataFolder, hostName: 'hub.example' });
  expect(await readCertificate({ dataFolder, hostName: 'hub.example' })).toEqual(made);
  expect(statSync(join(dataFolder, 'smtp-certificate.json')).mode & 0o077).toBe(0);
  const certificate = new X509Certificate(made.cert);
  expect(certificate.subject).toContain('hub.example');
  expect(new Date(certificate.validTo).getTime()).toBeGreaterThan(Date.now() + 9 * 365 * 24 * 3600 * 1000);
});

it("is the administrator's own where the settings name it; a missing file is said", async () => {
  const dataFolder = folder();
  const [certFile, keyFile] = [join(dataFolder, 'c.pem'), join(dataFolder, 'k.pem')];
  await expect(readCertificate({ dataFolder, hostName: 'hub.example', certFile, keyFile })).rejects.toThrow('c.pem');
  writeFileSync(certFile, 'CERT');
  writeFileSync(keyFile, 'KEY');
  expect(await readCertificate({ dataFolder, hostName: 'hub.example', certFile, keyFile })).toEqual({ cert: 'CERT', key: 'KEY' });
});
