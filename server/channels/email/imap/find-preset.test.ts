import { expect, it } from 'vitest';
import { MailboxPreset } from '../../../../sync/mailbox-protocol';
import { findPreset, type Resolver } from './find-preset';
import { presets } from './presets';

const dns = (records: { mx?: string[]; srv?: Record<string, { host: string; port: number }[]> } = {}): Resolver => ({
  mx: async () => records.mx ?? [],
  srv: async (name) => records.srv?.[name.split('.')[0] ?? ''] ?? [],
});

it('CHN-2 an address at a known provider needs nobody to be asked', async () => {
  const preset = await findPreset('Firma@GMAIL.com', { mx: () => Promise.reject(new Error('asked')), srv: () => Promise.reject(new Error('asked')) });
  expect(preset).toMatchObject({
    provider: 'Gmail',
    password: 'app-password',
    settings: { imap: { host: 'imap.gmail.com', port: 993, security: 'tls' }, smtp: { port: 465, security: 'tls' }, user: 'firma@gmail.com' },
  });
  expect(await findPreset('a@hotmail.dk', dns())).toMatchObject({ provider: 'Outlook', password: 'not-taken' });
});

it('CHN-2 GMX has servers of its own for gmx.com, others for its German, Austrian and Swiss addresses', async () => {
  const serversOf = async (domain: string) => (await findPreset(`kim@${domain}`, dns()))?.settings;
  expect(await serversOf('gmx.com')).toMatchObject({
    imap: { host: 'imap.gmx.com', port: 993 },
    smtp: { host: 'mail.gmx.com', port: 587, security: 'starttls' },
  });
  for (const domain of ['gmx.net', 'gmx.de', 'gmx.at', 'gmx.ch'])
    expect(await serversOf(domain)).toMatchObject({ imap: { host: 'imap.gmx.net' }, smtp: { host: 'mail.gmx.net', port: 465, security: 'tls' } });
});

it('CHN-2 a domain of one’s own is found by where its mail lies', async () => {
  expect(await findPreset('post@firma.dk', dns({ mx: ['mx1.pub.mailpod.one.com'] }))).toMatchObject({ provider: 'one.com' });
  expect(await findPreset('post@firma.dk', dns({ mx: ['in1-smtp.messagingengine.com'] }))).toMatchObject({ provider: 'Fastmail' });
  expect(await findPreset('post@firma.dk', dns({ mx: ['evil-one.com'] }))).toBeNull();
});

it('CHN-2 a domain that announces its servers is believed before its exchanger', async () => {
  const srv = { _imaps: [{ host: 'imap.firma.dk', port: 9993 }], _submission: [{ host: 'mail.firma.dk', port: 587 }] };
  expect(await findPreset('post@firma.dk', dns({ mx: ['aspmx.l.google.com'], srv }))).toEqual({
    provider: null,
    password: 'own',
    help: null,
    settings: {
      imap: { host: 'imap.firma.dk', port: 9993, security: 'tls' },
      smtp: { host: 'mail.firma.dk', port: 587, security: 'starttls' },
      user: 'post@firma.dk',
    },
  });
  expect(await findPreset('post@firma.dk', dns({ srv: { _imaps: [{ host: '', port: 0 }] } }))).toBeNull();
});

it('every provider makes settings that can be sent, and no domain stands twice', async () => {
  const domains = presets.flatMap((preset) => preset.domains);
  expect(new Set(domains).size).toBe(domains.length);
  for (const domain of domains) MailboxPreset.parse(await findPreset(`a@${domain}`, dns()));
});
