import { existsSync } from 'node:fs';
import { onPath } from './on-path';

/** Dovecot, the IMAP server the tests of a team's own mailbox run against: `DOVECOT`, then PATH, then where packages put it. */
export function findDovecot(): string | undefined {
  const chosen = process.env.DOVECOT;
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  return onPath(['dovecot'], { platform: process.platform, env: process.env, exists: existsSync }) ?? places.find(existsSync);
}

/** Off most people's PATH. */
const places = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'];
