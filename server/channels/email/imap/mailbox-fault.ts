import { DrizzleQueryError } from 'drizzle-orm';
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
  /** With which an IMAP server hung up. */
  reason?: unknown;
}

/**
 * Names what went wrong; what no line, no server and no service did is the hub's own. The words are the server's own, and only where it spoke as a mail server does: what any other service
 * behind a host and port says is nobody's business (S19).
 */
export function problemOf(fault: unknown, server: MailboxProblem['server']): MailboxProblem {
  if (fault instanceof MailboxFault) return fault.problem;
  // What asks for somebody's act by itself has its name already; the rest is the service's no, in its words.
  if (fault instanceof ApiFault) return { code: 'server-refused', server, words: fault.words || fault.code };
  const ours: MailboxProblem = { code: 'hub-fault', server, words: '' };
  if (!(fault instanceof Error) || fault instanceof DrizzleQueryError) return ours;
  const said = wordsOf(fault);
  const code = byWords(fault, said) ?? byCode(fault) ?? (said || 'responseStatus' in fault ? 'server-refused' : undefined);
  return code ? { code, server, words: said.slice(0, 1000) } : ours;
}

/** Of sending: what keeps a mail in. A fault of the hub's own goes on to its log instead, and the mail is tried again. */
export function problemOutside(fault: unknown, server: MailboxProblem['server']): MailboxProblem {
  const problem = problemOf(fault, server);
  if (problem.code === 'hub-fault') throw fault;
  return problem;
}

function wordsOf({ responseText, responseStatus, response, reason, code }: LibraryFault): string {
  if (typeof responseText === 'string' && /^(NO|BAD|BYE)$/.test(String(responseStatus))) return oneLine(responseText);
  if (typeof response === 'string' && (/^[245]\d\d[ -]/.test(response) || code === 'EAUTH')) return oneLine(response);
  if (typeof reason === 'string' && brokenLine.test(String(code))) return oneLine(reason);
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
  ENODATA: 'no-such-host',
  EAI_AGAIN: 'lookup-failed',
  EAI_FAIL: 'lookup-failed',
  ESERVFAIL: 'lookup-failed',
  EREFUSED: 'lookup-failed',
  ECONNREFUSED: 'nobody-answers',
  EHOSTUNREACH: 'nobody-answers',
  ENETUNREACH: 'nobody-answers',
  EHOSTDOWN: 'nobody-answers',
  ENETDOWN: 'nobody-answers',
  CONNECT_TIMEOUT: 'nobody-answers',
  UND_ERR_CONNECT_TIMEOUT: 'nobody-answers',
  ETIMEDOUT: 'too-slow',
  ETIMEOUT: 'too-slow',
  GREETING_TIMEOUT: 'too-slow',
  UPGRADE_TIMEOUT: 'too-slow',
  UND_ERR_HEADERS_TIMEOUT: 'too-slow',
  UND_ERR_BODY_TIMEOUT: 'too-slow',
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
  UnexpectedTag: 'hostile-server',
  ResponseProcessingFailed: 'hostile-server',
  InvalidResponse: 'not-a-mail-server',
};

/** Of a line that was there and is not any more: the system's codes, and the libraries'. */
const brokenLine =
  /^(ECONNRESET|ECONNABORTED|ENETRESET|ENOTCONN|EPIPE|ESOCKET|ECONNECTION|UND_ERR_\w+|ERR_STREAM_\w+|ERR_SOCKET_\w+|OAUTH_\w+|Z_\w+|NoConnection|EConnectionClosed|StateLogout|ClosedAfterConnect\w+|LockTimeout|NotFound|PollFailed|Download\w+|ETHROTTLE)$/;

function byCode(fault: LibraryFault): MailboxProblemCode | undefined {
  // The SMTP library wraps what the system said in a name of its own (ESOCKET, ETLS, EDNS), and fetch in a cause.
  const system = /\b(EAI_[A-Z]+|E[A-Z]{3,}|[A-Z]+_CERT\w*|CERT_\w+|ERR_(SSL|TLS)_\w+)\b/.exec(fault.message)?.[1];
  const named = [fault.code, (fault.cause as LibraryFault | undefined)?.code, system].map(String);
  for (const code of named) {
    if (code.startsWith('ParserError')) return 'hostile-server';
    const known = codes[code];
    if (known) return known;
  }
  if (/self[- ]signed|unable to verify|certificate/i.test(fault.message)) return 'bad-certificate';
  if (/wrong version number|starttls/i.test(fault.message) || fault.code === 'ETLS' || fault.tlsFailed) return 'no-encryption';
  if (fault.code === 'EPROTOCOL' || /greeting/i.test(fault.message)) return 'not-a-mail-server';
  if (fault.code === 'EDNS') return 'lookup-failed';
  if (fault.name === 'TimeoutError') return 'too-slow';
  if (named.some((code) => /^ERR_(SSL|TLS)_/.test(code))) return 'no-encryption';
  return named.some((code) => brokenLine.test(code)) || /^(fetch failed|terminated)$/.test(fault.message) ? 'cut-off' : undefined;
}
