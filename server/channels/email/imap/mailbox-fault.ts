import type { MailboxProblem, MailboxProblemCode } from '../../../../domain/model/mailbox';
import { ApiFault } from '../api/api-fault';

/** A fault with its name already. */
export class MailboxFault extends Error {
  override name = 'MailboxFault';
  constructor(readonly problem: MailboxProblem) {
    super(`${problem.server}: ${problem.code} ${problem.words}`);
  }
}

/** A person has to do something about these; the others may go by themselves, and are told of when they have come three times in a row. */
export const needsPerson = new Set<MailboxProblemCode>([
  'sign-in-refused',
  'app-password-needed',
  'passwords-not-taken',
  'password-lost',
  'bad-certificate',
  'no-encryption',
  'consent-ended',
  'permission-missing',
  'client-refused',
]);
export const quietFailures = 2;
export const ofPassword = new Set<MailboxProblemCode>(['sign-in-refused', 'app-password-needed', 'passwords-not-taken']);

/** What the mail libraries' errors carry beside their message. */
interface LibraryFault extends Error {
  code?: unknown;
  authenticationFailed?: unknown;
  tlsFailed?: unknown;
  /** Of IMAP, in words. */
  responseText?: unknown;
  responseStatus?: unknown;
  /** Of SMTP, with its number. */
  response?: unknown;
}

/**
 * Names what went wrong. The words are the server's own, and only where it spoke as a mail server does: what any other service
 * behind a host and port says is nobody's business (S19).
 */
export function problemOf(fault: unknown, server: MailboxProblem['server']): MailboxProblem {
  if (fault instanceof MailboxFault) return fault.problem;
  // What asks for somebody's act by itself has its name already; the rest is the service's no, in its words.
  if (fault instanceof ApiFault) return { code: 'server-refused', server, words: fault.words || fault.code };
  if (!(fault instanceof Error)) return { code: 'cut-off', server, words: '' };
  const said = wordsOf(fault);
  return { code: byWords(fault, said) ?? byCode(fault) ?? (said ? 'server-refused' : 'cut-off'), server, words: said.slice(0, 1000) };
}

function wordsOf({ responseText, responseStatus, response, code }: LibraryFault): string {
  if (typeof responseText === 'string' && /^(NO|BAD|BYE)$/.test(String(responseStatus))) return oneLine(responseText);
  if (typeof response === 'string' && (/^[245]\d\d[ -]/.test(response) || code === 'EAUTH')) return oneLine(response);
  return '';
}
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What providers say when it is not the password that is wrong; as seen in their documents. */
const sayings: [RegExp, MailboxProblemCode][] = [
  [/application-specific password|app(lication)?[ -]password|5\.7\.9 /i, 'app-password-needed'],
  [/basic authentication is disabled|basicauthblocked|5\.7\.139|logindisabled|web login required|oauth/i, 'passwords-not-taken'],
  [/too many (simultaneous |concurrent )?(connections|logins)|maximum number of connections|\[limit\]/i, 'too-many-connections'],
];

function byWords(fault: LibraryFault, said: string): MailboxProblemCode | undefined {
  const saying = sayings.find(([words]) => words.test(said));
  if (saying) return saying[1];
  return fault.authenticationFailed || fault.code === 'EAUTH' ? 'sign-in-refused' : undefined;
}

const codes: Record<string, MailboxProblemCode> = {
  ENOTFOUND: 'no-such-host',
  EAI_AGAIN: 'no-such-host',
  EDNS: 'no-such-host',
  ECONNREFUSED: 'nobody-answers',
  EHOSTUNREACH: 'nobody-answers',
  ENETUNREACH: 'nobody-answers',
  CONNECT_TIMEOUT: 'nobody-answers',
  ETIMEDOUT: 'too-slow',
  ETIMEOUT: 'too-slow',
  GREETING_TIMEOUT: 'too-slow',
  UPGRADE_TIMEOUT: 'too-slow',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'bad-certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'bad-certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'bad-certificate',
  UNABLE_TO_GET_ISSUER_CERT: 'bad-certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'bad-certificate',
  CERT_HAS_EXPIRED: 'bad-certificate',
  CERT_NOT_YET_VALID: 'bad-certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'bad-certificate',
  ERR_SSL_WRONG_VERSION_NUMBER: 'no-encryption',
  EPROTO: 'no-encryption',
  STARTTLS_INJECTION: 'hostile-server',
  LiteralTooLarge: 'hostile-server',
  LineTooLarge: 'hostile-server',
  ResponseTooLarge: 'hostile-server',
  MAX_IMAP_NESTING_REACHED: 'hostile-server',
  InvalidResponse: 'not-a-mail-server',
};

function byCode(fault: LibraryFault): MailboxProblemCode | undefined {
  // The SMTP library wraps what the system said in a name of its own (ESOCKET, ETLS, ECONNECTION).
  const system = /\b(E[A-Z]{3,}|[A-Z]+_CERT\w*|CERT_\w+|ERR_(SSL|TLS)_\w+)\b/.exec(
    `${fault.message} ${String((fault.cause as LibraryFault)?.code ?? '')}`,
  )?.[1];
  for (const code of [String(fault.code), system ?? '']) {
    if (code.startsWith('ParserError')) return 'hostile-server';
    const known = codes[code];
    if (known) return known;
  }
  if (/self[- ]signed|unable to verify|certificate/i.test(fault.message)) return 'bad-certificate';
  if (/wrong version number|starttls/i.test(fault.message) || fault.code === 'ETLS' || fault.tlsFailed) return 'no-encryption';
  if (fault.code === 'EPROTOCOL' || /greeting/i.test(fault.message)) return 'not-a-mail-server';
  return undefined;
}
