import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface Certificate {
  key: string;
  cert: string;
}

/**
 * The certificate the listener offers with STARTTLS: the administrator's files where the settings name them, else one made
 * once and kept in the data folder. Sending servers encrypt to any certificate (RFC 7435); a proper one adds proof of who we are.
 */
export async function readCertificate(settings: { dataFolder: string; hostName: string; certFile?: string; keyFile?: string }): Promise<Certificate> {
  if (settings.certFile && settings.keyFile)
    return { cert: await readFile(settings.certFile, 'utf8'), key: await readFile(settings.keyFile, 'utf8') };
  const file = join(settings.dataFolder, 'smtp-certificate.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Certificate;
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')) throw fault;
  }
  const made = await generate([{ name: 'commonName', value: settings.hostName }], {
    keySize: 2048,
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 10 * 365 * 24 * 3600 * 1000),
  });
  const certificate = { key: made.private, cert: made.cert };
  await mkdir(settings.dataFolder, { recursive: true });
  await writeFile(file, JSON.stringify(certificate), { mode: 0o600 });
  return certificate;
}
