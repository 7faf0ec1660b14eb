import { expect, it } from 'vitest';
import { formOf, guessedForm, isServer, settingsOf } from './mailbox-form';

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
  expect(isServer({ host: 'http://firma.dk', port: '993', security: 'tls' })).toBe(false);
  expect(isServer({ host: 'imap.firma.dk', port: '0', security: 'tls' })).toBe(false);
  expect(isServer({ host: 'imap.firma.dk', port: '', security: 'tls' })).toBe(false);
  expect(isServer({ host: 'imap.firma.dk', port: '143', security: 'none' })).toBe(false);
  expect(isServer({ host: ' localhost ', port: ' 143 ', security: 'none' })).toBe(true);
  expect(settingsOf({ ...formOf(settings), user: ' ' })).toBeUndefined();
});
