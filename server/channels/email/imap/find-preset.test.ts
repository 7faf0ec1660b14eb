import { Resolver as NodeResolver } from 'node:dns/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { MailboxPreset } from '../../../../sync/mailbox-protocol';
import { StubDns } from '../../../../tests/support/stub-dns';
import { dnsResolver, findPreset, type Resolver } from './find-preset';
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
  expect(await findPreset('a@hotmail.dk', dns())).toMatchObject({ provider: 'Outlook', password: 'not-taken', personal: true });
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
  // A firm's own domain at Microsoft is an organisation's, whose client lets it in.
  const atMicrosoft = await findPreset('post@firma.dk', dns({ mx: ['firma-dk.mail.protection.outlook.com'] }));
  expect([atMicrosoft?.provider, atMicrosoft?.personal]).toEqual(['Outlook', undefined]);
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

it('CHN-2 a domain that announces IMAP with STARTTLS alone is believed too, also where it says that there is none with TLS from the start', async () => {
  const srv = { _imap: [{ host: 'imap.firma.dk', port: 143 }], _submission: [{ host: 'mail.firma.dk', port: 587 }] };
  const settings = { imap: { host: 'imap.firma.dk', port: 143, security: 'starttls' }, smtp: { host: 'mail.firma.dk', security: 'starttls' } };
  expect(await findPreset('post@firma.dk', dns({ srv }))).toMatchObject({ settings });
  const none = [{ host: '', port: 0 }];
  expect(await findPreset('post@firma.dk', dns({ srv: { ...srv, _imaps: none, _submissions: none } }))).toMatchObject({ settings });
  const both = { ...srv, _imaps: [{ host: 'imaps.firma.dk', port: 993 }] };
  expect(await findPreset('post@firma.dk', dns({ srv: both }))).toMatchObject({ settings: { imap: { host: 'imaps.firma.dk', security: 'tls' } } });
});

describe('while name servers are silent', () => {
  const silent = <T>() => new Promise<T>(() => {});
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  /** What came of it, and ms until then. */
  async function timed(finding: Promise<unknown>) {
    const begun = Date.now();
    const ended = finding.then((preset) => ({ preset, after: Date.now() - begun }));
    await vi.advanceTimersByTimeAsync(60_000);
    return ended;
  }

  it('CHN-2 a person types the servers themselves after four seconds, not after each question’s patience', async () => {
    expect(await timed(findPreset('post@firma.dk', { mx: silent, srv: silent }))).toEqual({ preset: null, after: 4_000 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('CHN-2 what was answered counts: the exchanger’s provider, or the servers that were announced', async () => {
    const exchanger: Resolver = { mx: async () => ['mx1.pub.mailpod.one.com'], srv: silent };
    expect(await timed(findPreset('post@firma.dk', exchanger, 50))).toMatchObject({ preset: { provider: 'one.com' }, after: 50 });
    const tls = { _imaps: [{ host: 'imap.firma.dk', port: 993 }], _submissions: [{ host: 'mail.firma.dk', port: 465 }] };
    const announces: Resolver = { mx: silent, srv: (name) => (tls[name.split('.')[0] as keyof typeof tls] ? dns({ srv: tls }).srv(name) : silent()) };
    expect(await timed(findPreset('post@firma.dk', announces, 50))).toMatchObject({
      preset: { settings: { imap: { host: 'imap.firma.dk' }, smtp: { host: 'mail.firma.dk' } } },
      after: 50,
    });
  });

  it('CHN-2 nobody is waited for whose answer no longer matters', async () => {
    const srv = { _imaps: [{ host: 'imap.firma.dk', port: 993 }], _submission: [{ host: 'mail.firma.dk', port: 587 }] };
    expect(await timed(findPreset('post@firma.dk', { mx: silent, srv: dns({ srv }).srv }))).toMatchObject({ after: 0 });
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('every provider makes settings that can be sent, and no domain stands twice', async () => {
  const domains = presets.flatMap((preset) => preset.domains);
  expect(new Set(domains).size).toBe(domains.length);
  for (const domain of domains) MailboxPreset.parse(await findPreset(`a@${domain}`, dns()));
});

describe('asked over UDP, by Node’s own resolver, of a name server', () => {
  let dns: StubDns;
  const find = (address: string, server = dns.server) => {
    const resolver = new NodeResolver();
    resolver.setServers([server]);
    return findPreset(address, dnsResolver(resolver));
  };
  const srv = (name: string, target: string, port: number, [priority, weight] = [0, 0]) => ({
    ...{ type: 'SRV' as const, name, target, port, priority: priority ?? 0, weight: weight ?? 0 },
  });
  beforeAll(async () => {
    dns = await StubDns.start([
      srv('_imaps._tcp.firma.dk', 'gammel.firma.dk', 993, [20, 9]),
      srv('_imaps._tcp.firma.dk', 'lille.firma.dk', 993, [10, 1]),
      srv('_imaps._tcp.firma.dk', 'imap.firma.dk', 9993, [10, 5]),
      srv('_submission._tcp.firma.dk', 'smtp.firma.dk', 587),
      { type: 'MX', name: 'firma.dk', priority: 1, exchange: 'aspmx.l.google.com' },
      srv('_imaps._tcp.store.dk', 'IMAP.Gmail.COM', 993),
      srv('_submissions._tcp.store.dk', 'SMTP.Gmail.COM', 465),
      srv('_submission._tcp.store.dk', 'smtp.gmail.com', 587),
      srv('_imaps._tcp.uden.dk', '.', 0),
      srv('_submissions._tcp.uden.dk', '.', 0),
      { type: 'MX', name: 'uden.dk', priority: 1, exchange: 'MX1.Pub.Mailpod.ONE.com' },
    ]);
  });
  afterAll(() => dns.close());

  it('CHN-2 the servers a domain announces, the one it would rather have first, before its exchanger', async () => {
    expect(await find('Post@Firma.dk')).toEqual({
      provider: null,
      password: 'own',
      help: null,
      settings: {
        imap: { host: 'imap.firma.dk', port: 9993, security: 'tls' },
        smtp: { host: 'smtp.firma.dk', port: 587, security: 'starttls' },
        user: 'post@firma.dk',
      },
    });
    expect(dns.questions).toEqual(expect.arrayContaining(['_imaps', '_submissions', '_submission'].map((name) => `${name}._tcp.firma.dk`)));
  });

  it('CHN-2 a provider we know is known however the domain writes its name, with the password it wants', async () => {
    expect(await find('post@store.dk')).toMatchObject({
      provider: 'Gmail',
      password: 'app-password',
      settings: { imap: { host: 'imap.gmail.com', port: 993 }, smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' } },
    });
  });

  it('CHN-2 a domain that announces none is found by its exchanger; one nobody knows is not, nor any while no name server answers', async () => {
    expect(await find('post@uden.dk')).toMatchObject({ provider: 'one.com' });
    expect(await find('post@ukendt.dk')).toBeNull();
    expect(dns.questions.slice(-5)).toContain('ukendt.dk');
    const gone = await StubDns.start();
    const { server } = gone;
    await gone.close();
    expect(await find('post@firma.dk', server)).toBeNull();
  });
});
