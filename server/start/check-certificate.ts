import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { HubRefused } from './hub-refused';

interface CertificateFiles {
  certFile: string;
  keyFile: string;
}

/** Refuses files incoming mail could not be taken with, by the setting that names them: they are read when much is made already. */
export function checkCertificate({ certFile, keyFile }: CertificateFiles): void {
  const [cert, key] = [read('SAMTALE_SMTP_CERT', certFile), read('SAMTALE_SMTP_KEY', keyFile)];
  if (!isCertificate(cert) && isKey(cert) && isCertificate(key))
    throw new HubRefused(
      `SAMTALE_SMTP_CERT names the key and SAMTALE_SMTP_KEY the certificate: exchange them (${certFile} holds the key, ${keyFile} the certificate)`,
    );
  if (!isCertificate(cert))
    throw new HubRefused(
      `SAMTALE_SMTP_CERT names a file that holds no certificate: ${certFile}. It takes a PEM file, with -----BEGIN CERTIFICATE----- in it`,
    );
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(key))
    throw new HubRefused(
      `SAMTALE_SMTP_KEY names a key that is locked with a password: ${keyFile}. Name one without, as "openssl pkey -in locked.key -out smtp.key" makes it`,
    );
  if (!isKey(key))
    throw new HubRefused(
      `SAMTALE_SMTP_KEY names a file that holds no private key: ${keyFile}. It takes a PEM file, with -----BEGIN PRIVATE KEY----- in it`,
    );
  if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey(key)))
    throw new HubRefused(
      `the key of SAMTALE_SMTP_KEY (${keyFile}) is not the one of the certificate of SAMTALE_SMTP_CERT (${certFile}): name two that were made together. Of several certificates in a file the server's own stands first`,
    );
  try {
    createSecureContext({ cert, key });
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new HubRefused(`the certificate of SAMTALE_SMTP_CERT (${certFile}) cannot be used with its key (${keyFile}): ${words}`, { cause });
  }
}

function read(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new HubRefused(`${setting} names a file that cannot be read: ${file}`, { cause });
  }
}

function isCertificate(text: string): boolean {
  try {
    return Boolean(new X509Certificate(text));
  } catch {
    return false;
  }
}

function isKey(text: string): boolean {
  try {
    return Boolean(createPrivateKey(text));
  } catch {
    return false;
  }
}
