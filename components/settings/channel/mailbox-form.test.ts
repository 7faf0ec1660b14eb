import { expect, it } from 'vitest';
import { formOf, guessedForm, type ServerForm, serverProblem, settingsOf } from './mailbox-form';

const settings = {
  imap: { host: 'imap.firma.dk', port: 993, security: 'tls' as const },
  smtp: { host: 'smtp.firma.dk', port: 587, security: 'starttls' as const },
  user: 'post@firma.dk',
};

it('CHN-2 settings become fields and the same settings again; the password is never among them', () => {
  expect(formOf(settings).password).toBe('');
  expect(settingsOf({ ...formOf(settings), password: 'hemmelig' })).toEqual(settings);
});

it('CHN-2 without a preset the usual names are a beginning', () => {
  expect(settingsOf(guessedForm('post@firma.dk'))?.imap).toEqual({ host: 'imap.firma.dk', port: 993, security: 'tls' });
});

it('CHN-2 what is no server is told before anything is sent; a password crosses no network in the clear', () => {
  const problem = (host: string, port: string, security: ServerForm['security']) => serverProblem({ host, port, security });
  expect(problem('http://firma.dk', '993', 'tls')).toBe('no-server');
  expect(problem('imap.firma.dk', '0', 'tls')).toBe('no-server');
  expect(problem('imap.firma.dk', '', 'none')).toBe('no-server');
  expect(problem('imap.firma.dk', '143', 'none')).toBe('in-the-clear');
  expect(problem('192.168.1.4', '143', 'none')).toBe('in-the-clear');
  for (const here of [' localhost ', 'Localhost', '127.0.0.1', '::1', '[::1]', 'localhost.'])
    expect([here, problem(here, ' 143 ', 'none')]).toEqual([here, undefined]);
  expect(settingsOf({ ...formOf(settings), imap: { host: 'imap.firma.dk.', port: '993', security: 'tls' } })).toEqual(settings);
  expect(settingsOf({ ...formOf(settings), user: ' ' })).toBeUndefined();
});
