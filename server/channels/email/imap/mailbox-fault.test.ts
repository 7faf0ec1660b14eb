import { DrizzleQueryError } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ApiFault } from '../api/api-fault';
import { needsPerson, problemOf, problemOutside } from './mailbox-fault';

const fault = (message: string, carries: object = {}) => Object.assign(new Error(message), carries);
const codeOf = (thrown: unknown) => problemOf(thrown, 'imap').code;

it('CHN-2 what no line, no server and no service did is the hub’s own, and is tried again', () => {
  const own = [
    fault('ENOSPC: no space left on device, write', { code: 'ENOSPC', syscall: 'write' }),
    fault('terminating connection due to administrator command', { code: '57P01', severity: 'FATAL' }),
    new DrizzleQueryError('select 1', [], fault('read ECONNRESET', { code: 'ECONNRESET' })),
    fault('Connection terminated unexpectedly'),
    new TypeError("Cannot read properties of undefined (reading 'path')"),
    fault('a plain mistake'),
    'not even an error',
  ];
  for (const thrown of own) {
    expect([String(thrown), problemOf(thrown, 'google')]).toEqual([String(thrown), { code: 'hub-fault', server: 'google', words: '' }]);
    expect(() => problemOutside(thrown, 'smtp')).toThrow();
  }
  expect(needsPerson.has('hub-fault')).toBe(false);
});

it('CHN-2 names that cannot be looked up just now are no wrong spelling', () => {
  expect(codeOf(fault('getaddrinfo EAI_AGAIN imap.firma.dk', { code: 'EAI_AGAIN', syscall: 'getaddrinfo' }))).toBe('lookup-failed');
  expect(codeOf(fault('getaddrinfo EAI_AGAIN smtp.firma.dk', { code: 'EDNS' }))).toBe('lookup-failed');
  expect(codeOf(fault('queryA ESERVFAIL smtp.firma.dk', { code: 'EDNS' }))).toBe('lookup-failed');
  expect(codeOf(Object.assign(new TypeError('fetch failed'), { cause: fault('getaddrinfo EAI_AGAIN', { code: 'EAI_AGAIN' }) }))).toBe(
    'lookup-failed',
  );
  expect(codeOf(fault('getaddrinfo ENOTFOUND imap.frima.dk', { code: 'ENOTFOUND' }))).toBe('no-such-host');
  expect(codeOf(fault('getaddrinfo ENOTFOUND smtp.frima.dk', { code: 'EDNS' }))).toBe('no-such-host');
});

it('CHN-2 a line that broke is a line that broke, whichever library says so', () => {
  const broken = [
    fault('read ECONNRESET', { code: 'ECONNRESET' }),
    fault('read ECONNRESET', { code: 'ESOCKET' }),
    fault('Connection closed unexpectedly', { code: 'ECONNECTION' }),
    fault('Connection not available', { code: 'NoConnection' }),
    fault('Unexpected close', { code: 'ClosedAfterConnectTLS' }),
    Object.assign(new TypeError('fetch failed'), { cause: fault('other side closed', { code: 'UND_ERR_SOCKET' }) }),
    new TypeError('terminated'),
  ];
  for (const thrown of broken) expect([thrown.message, codeOf(thrown)]).toEqual([thrown.message, 'cut-off']);
  expect(codeOf(Object.assign(new TypeError('fetch failed'), { cause: fault('', { code: 'ECONNREFUSED' }) }))).toBe('nobody-answers');
  expect(codeOf(new DOMException('The operation was aborted due to timeout', 'TimeoutError'))).toBe('too-slow');
});

it('CHN-2 a server’s own words come with it: its no, the reason it hung up with, a provider’s answer', () => {
  expect(problemOf(fault('Command failed', { responseStatus: 'NO', responseText: 'Mailbox is locked' }), 'imap')).toEqual({
    code: 'server-refused',
    server: 'imap',
    words: 'Mailbox is locked',
  });
  expect(codeOf(fault('Command failed', { responseStatus: 'NO' }))).toBe('server-refused');
  expect(problemOf(fault('Connection not available', { code: 'NoConnection', reason: 'Server is going down' }), 'imap')).toMatchObject({
    code: 'cut-off',
    words: 'Server is going down',
  });
  expect(problemOf(new ApiFault(400, 'failedPrecondition', 'Mail service not enabled', undefined), 'google')).toEqual({
    code: 'server-refused',
    server: 'google',
    words: 'Mail service not enabled',
  });
});
