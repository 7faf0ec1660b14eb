import { expect, it } from 'vitest';
import { asksForProviders, confirmationOf } from './confirmation-of';

const yes = 'https://mail-settings.google.com/mail/vf-%5BANGjdJ8x%5D-a1b2C3';
const gmail = {
  from: 'forwarding-noreply@google.com',
  subject: '(#123456789) Gmail-bekræftelse af videresendelse – Modtag e-mails fra bo@kunde.example',
  text: `bo@kunde.example har anmodet om automatisk videresendelse.\nBekræftelseskode: 987654321\n\n${yes}\n\nAnnuller: https://mail-settings.google.com/mail/uf-%5BANGjdJ8x%5D-a1b2C3\nhttps://support.google.com/mail/answer/184973`,
};

it('CHN-2 Gmail’s code and the link that says yes, not the one that says no', () => {
  expect(confirmationOf(gmail)).toEqual({ provider: 'Gmail', code: '123456789', link: { url: yes, host: 'mail-settings.google.com' } });
  expect(confirmationOf({ ...gmail, subject: 'Videresendelse' })?.code).toBe('987654321');
});

it('S26 a link to anybody else is no link of the provider’s, however it looks', () => {
  for (const url of [
    'https://mail-settings.google.com.evil.example/mail/vf-1',
    'https://mail-settings.google.com@evil.example/mail/vf-1',
    'http://mail-settings.google.com/mail/vf-1',
    'https://mail-settings.google.com:8443/mail/vf-1',
    'https://evil.example/?https://mail-settings.google.com/mail/vf-1',
  ])
    expect(confirmationOf({ ...gmail, text: url })?.link, url).toBeNull();
});

it('CHN-2 other mail is none, also of the same sender’s domain', () => {
  expect(confirmationOf({ from: 'bo@kunde.example', subject: 'Confirmation code 123456', text: '' })).toBeUndefined();
  expect(confirmationOf({ from: 'someone@outlook.com', subject: 'Forward', text: 'code 12345' })).toBeUndefined();
  expect(confirmationOf({ ...gmail, subject: 'Velkommen', text: 'Hej' })).toBeUndefined();
  expect(asksForProviders('Forwarding-NoReply@google.com')).toBe(true);
  expect(asksForProviders('bo@kunde.example')).toBe(false);
});
