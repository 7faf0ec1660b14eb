import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkCertificate } from './start/check-certificate';
import { HubRefused } from './start/hub-refused';

/** What a hub is started with: the command line, and settings of its surroundings. */
export interface HubOptions {
  /** The folder with everything the hub keeps. */
  data: string;
  /** The folder of attachments and raw mails; hubs on one database share it. */
  files: string;
  /** 0: whichever is free. */
  port: number;
  smtpPort: number;
  /** Fill an empty workspace with the sample. */
  sample: boolean;
  /** Print one line of JSON when ready. */
  json: boolean;
  /** PostgreSQL instead of the embedded database. */
  databaseUrl: string | undefined;
  /** Where people reach the hub, when that is not loopback. */
  publicUrl: string | undefined;
  /** Address to listen on. */
  listen: string;
  /** Mail server for outgoing mail; without one it stays in the local mailbox. */
  smtpUrl: string | undefined;
  /** Domain of the addresses the hub makes. */
  mailDomain: string | undefined;
  /** Redirect URIs of the extension besides the unpacked build's. */
  redirectUris: string[];
  /** A proxy in front of us may name the client's address. */
  trustProxy: boolean;
  /** Whoever has it may read `/metrics`; without one nobody. */
  metricsToken: string | undefined;
  /** The key that seals sessions and mailbox passwords; without one the hub makes its own. */
  secret: string | undefined;
  /** Files of the certificate incoming mail is taken with; without one the hub makes its own. */
  smtpCertificate: { certFile: string; keyFile: string } | undefined;
}

export const usage = `npm run hub                    the hub alone
  -- --data .samtale/hub       the folder it keeps everything in
  -- --port 7420               its web port
  -- --smtp-port 7425          the port it takes mail on
  -- --sample                  fills an empty workspace with a sample
  -- --json                    prints one line of JSON when it is ready

Settings: DATABASE_URL (PostgreSQL 15 or newer), SAMTALE_FILES (a folder all hubs on one database share), SAMTALE_PUBLIC_URL,
SAMTALE_LISTEN, SAMTALE_SMTP_URL, SAMTALE_MAIL_DOMAIN, SAMTALE_REDIRECT_URIS, SAMTALE_TRUST_PROXY, SAMTALE_SMTP_CERT,
SAMTALE_SMTP_KEY, SAMTALE_SECRET and SAMTALE_METRICS_TOKEN.`;

export function hubOptions(argv: string[], env: Record<string, string | undefined>): HubOptions {
  const { data, port, 'smtp-port': smtpPort, sample, json } = optionsOf(argv);
  const publicUrl = originOf(env.SAMTALE_PUBLIC_URL);
  const listen = env.SAMTALE_LISTEN || '127.0.0.1';
  if (!publicUrl && !/^(127\.\d+\.\d+\.\d+|localhost|::1)$/.test(listen))
    throw new HubRefused('SAMTALE_LISTEN lets others in: say in SAMTALE_PUBLIC_URL under which address they reach the hub');
  return {
    data: resolve(data),
    files: resolve(env.SAMTALE_FILES || join(data, 'files')),
    port: portOf('--port', port),
    smtpPort: portOf('--smtp-port', smtpPort),
    sample,
    json,
    databaseUrl: env.DATABASE_URL || undefined,
    publicUrl,
    listen,
    smtpUrl: mailServerOf(env.SAMTALE_SMTP_URL),
    mailDomain: domainOf(env.SAMTALE_MAIL_DOMAIN),
    redirectUris: (env.SAMTALE_REDIRECT_URIS ?? '').split(/[\s,]+/).filter(Boolean),
    trustProxy: env.SAMTALE_TRUST_PROXY === '1',
    metricsToken: tokenOf('SAMTALE_METRICS_TOKEN', env.SAMTALE_METRICS_TOKEN, 20),
    secret: tokenOf('SAMTALE_SECRET', env.SAMTALE_SECRET, 40),
    smtpCertificate: certificateOf(env.SAMTALE_SMTP_CERT, env.SAMTALE_SMTP_KEY),
  };
}

function optionsOf(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      options: {
        data: { type: 'string', default: '.samtale/hub' },
        port: { type: 'string', default: '7420' },
        'smtp-port': { type: 'string', default: '7425' },
        sample: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    throw new HubRefused(`${cause instanceof Error ? cause.message : String(cause)}\n\n${usage}`, { cause });
  }
}

function portOf(option: string, value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) throw new HubRefused(`${option} takes a number up to 65535, not "${value}"`);
  return port;
}

/** One that can be guessed would be worse than none. */
function tokenOf(setting: string, token: string | undefined, least: number): string | undefined {
  if (!token) return undefined;
  if (token.length < least || !/^[\x21-\x7e]+$/.test(token))
    throw new HubRefused(`${setting} takes at least ${least} letters, digits or signs, without spaces`);
  return token;
}

function originOf(url: string | undefined): string | undefined {
  if (!url) return undefined;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new HubRefused(`SAMTALE_PUBLIC_URL is not an address: ${url}`);
  return new URL(url).origin;
}

/** It holds a password, so it is not said again. */
function mailServerOf(url: string | undefined): string | undefined {
  if (!url) return undefined;
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol) || !new URL(url).hostname)
    throw new HubRefused('SAMTALE_SMTP_URL is not the address of a mail server, as smtps://user:password@smtp.example.com is');
  return url;
}

function domainOf(domain: string | undefined): string | undefined {
  if (!domain) return undefined;
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(domain)) throw new HubRefused(`SAMTALE_MAIL_DOMAIN is not a domain, as mail.example.com is: ${domain}`);
  return domain.toLowerCase();
}

function certificateOf(certFile: string | undefined, keyFile: string | undefined) {
  if (!certFile && !keyFile) return undefined;
  if (!certFile || !keyFile) throw new HubRefused('SAMTALE_SMTP_CERT and SAMTALE_SMTP_KEY go together: say both, or neither');
  checkCertificate({ certFile, keyFile });
  return { certFile, keyFile };
}
