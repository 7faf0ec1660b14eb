import { execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { findDovecot } from '../../scripts/find/dovecot';
import { freePorts } from './free-ports';
import { imapAnswers } from './imap-answers';

/** A folder; those below others are written with `/`. What it makes of `Archive`, `All`, `Junk` and `Trash` is said to whoever asks (RFC 6154). */
type Box = 'INBOX' | 'Sent' | (string & {});

export const password = 'sølv & guld"\\';

/** A real Dovecot on loopback in a temporary folder, never as root: IMAP with STARTTLS, IMAPS, one Maildir a user. Any user signs in with `password`. */
export class PrivateDovecot {
  private made = 0;

  private constructor(
    readonly imapPort: number,
    readonly imapsPort: number,
    /** The authority its certificate is signed by: itself. Good for `localhost`. */
    readonly certificate: { key: string; cert: string },
    private readonly folder: string,
    private readonly owner: { uid: number; gid: number } | undefined,
    private server: ReturnType<typeof spawn>,
    private readonly program: string,
  ) {}

  static async start(): Promise<PrivateDovecot> {
    const program = findDovecot();
    if (!program) throw new Error('no Dovecot was found: install the package dovecot-imapd');
    const folder = mkdtempSync(join(tmpdir(), 'samtale-imap-'));
    const owner = process.getuid?.() === 0 ? nobody() : undefined;
    const certificate = await certificateFor('localhost');
    const [imapPort = 0, imapsPort = 0] = await freePorts(2);
    for (const part of ['run', 'state', 'mail', 'log']) mkdirSync(join(folder, part));
    writeFileSync(join(folder, 'cert.pem'), certificate.cert);
    writeFileSync(join(folder, 'key.pem'), certificate.key);
    writeFileSync(join(folder, 'dovecot.conf'), configuration(folder, { imapPort, imapsPort }, userName(owner)));
    if (owner)
      for (const path of ['.', 'run', 'state', 'mail', 'log', 'cert.pem', 'key.pem', 'dovecot.conf'])
        chownSync(join(folder, path), owner.uid, owner.gid);
    const server = await launch(program, folder, owner, imapPort);
    return new PrivateDovecot(imapPort, imapsPort, certificate, folder, owner, server, program);
  }

  /** Lays a mail into a user's folder as a delivery agent does; `at` is its INTERNALDATE (ms). */
  deliver(user: string, raw: string | Uint8Array, { box = 'INBOX', at }: { box?: Box; at?: number } = {}): string {
    const maildir = this.maildir(user, box);
    this.made += 1;
    const name = `${1_700_000_000 + this.made}.M${this.made}P1.localhost`;
    const file = join(maildir, 'tmp', name);
    writeFileSync(file, raw);
    if (this.owner) chownSync(file, this.owner.uid, this.owner.gid);
    if (at !== undefined) utimesSync(file, at / 1000, at / 1000);
    const place = join(maildir, 'new', name);
    renameSync(file, place);
    return name;
  }

  /** Somebody moves a mail in another program. */
  move(user: string, name: string, from: Box, to: Box) {
    const place = join(this.maildir(user, to), 'cur', name);
    for (const part of ['new', 'cur']) {
      const folder = join(this.maildir(user, from), part);
      for (const file of readdirSync(folder)) if (file.startsWith(name)) renameSync(join(folder, file), place);
    }
  }

  /** Deletes a mail behind everybody's back, whatever flags it has by now. */
  delete(user: string, name: string, box: Box = 'INBOX') {
    for (const part of ['new', 'cur']) {
      const folder = join(this.maildir(user, box), part);
      for (const file of readdirSync(folder)) if (file.startsWith(name)) unlinkSync(join(folder, file));
    }
  }

  /** All a user's UIDs are worth nothing any more, as after a server was moved (RFC 3501 2.3.1.1). */
  changeUidValidity(user: string, box: Box = 'INBOX') {
    const maildir = this.maildir(user, box);
    const list = join(maildir, 'dovecot-uidlist');
    const before = Number(/^3 V(\d+)/.exec(readFileSync(list, 'utf8'))?.[1]);
    for (const file of readdirSync(maildir))
      if (/^dovecot[.-]/.test(file) && file !== 'dovecot-uidlist') rmSync(join(maildir, file), { recursive: true });
    writeFileSync(list, `3 V${before + 1} N1\n`);
    if (this.owner) chownSync(list, this.owner.uid, this.owner.gid);
  }

  /** Down and up again on the same ports: every connection is cut. */
  async restart(between: () => Promise<void> = async () => undefined) {
    await this.end();
    await between();
    this.server = await launch(this.program, this.folder, this.owner, this.imapPort);
  }

  /** From now on every user signs in with this one; who is signed in is thrown out. */
  changePassword(to: string) {
    const file = join(this.folder, 'dovecot.conf');
    return this.restart(async () => {
      writeFileSync(file, readFileSync(file, 'utf8').replace(/(\{PLAIN\.B64\})\S+/, `$1${Buffer.from(to).toString('base64')}`));
    });
  }

  async stop() {
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async end() {
    const ended = new Promise((resolve) => this.server.once('exit', resolve));
    this.server.kill('SIGTERM');
    await ended;
  }

  private maildir(user: string, box: Box) {
    const home = join(this.folder, 'mail', user);
    const maildir = box === 'INBOX' ? home : join(home, `.${box.replaceAll('/', '.')}`);
    for (const folder of [home, maildir, ...['tmp', 'new', 'cur'].map((part) => join(maildir, part))]) {
      if (existsSync(folder)) continue;
      mkdirSync(folder);
      if (this.owner) chownSync(folder, this.owner.uid, this.owner.gid);
    }
    return maildir;
  }
}

export async function certificateFor(name: string) {
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
    ],
  });
  return { key, cert };
}

const configuration = (folder: string, { imapPort, imapsPort }: { imapPort: number; imapsPort: number }, user: string) => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
default_login_user = ${user}
default_internal_user = ${user}
default_internal_group = ${execFileSync('id', ['-gn', user], { encoding: 'utf8' }).trim()}
mail_location = maildir:${folder}/mail/%u
mail_uid = ${user}
mail_gid = ${execFileSync('id', ['-gn', user], { encoding: 'utf8' }).trim()}
first_valid_uid = 1
mail_fsync = never
mail_max_userip_connections = 20
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${imapPort}
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = ${imapsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
passdb {
  driver = static
  args = password={PLAIN.B64}${Buffer.from(password).toString('base64')}
}
userdb {
  driver = static
  args = uid=${user} gid=${execFileSync('id', ['-gn', user], { encoding: 'utf8' }).trim()} home=${folder}/mail/%u
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \\Sent
    auto = subscribe
  }
${['Archive', 'All', 'Junk', 'Trash', 'Drafts'].map((name) => `  mailbox ${name} {\n    special_use = \\${name}\n  }`).join('\n')}
}
`;

async function launch(program: string, folder: string, owner: { uid: number; gid: number } | undefined, port: number) {
  const server = spawn(program, ['-F', '-c', join(folder, 'dovecot.conf')], { ...(owner ?? {}), cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  server.stderr.on('data', (chunk: Buffer) => {
    words = `${words}${chunk}`.slice(-5000);
  });
  const died = new Promise<never>((_, reject) =>
    server.once('exit', (code) => reject(new Error(`Dovecot ended with ${code}: ${words} ${logOf(folder)}`))),
  );
  died.catch(() => undefined);
  await Promise.race([imapAnswers(port), died]);
  return server;
}

const logOf = (folder: string) => {
  const log = join(folder, 'log', 'dovecot.log');
  return existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : '';
};

function nobody() {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
const userName = (owner: { uid: number } | undefined) => execFileSync('id', ['-un', ...(owner ? ['nobody'] : [])], { encoding: 'utf8' }).trim();
