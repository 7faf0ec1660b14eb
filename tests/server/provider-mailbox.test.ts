import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Id } from '../../domain/model/ids';
import { mailboxTransportOf } from '../../server/channels/email/imap/mailbox-transport';
import type { MailTransport } from '../../server/channels/email/mail-transport';
import { gmailScopes, googleQuota, noMailService as noMailOfGoogle } from '../support/fake-google';
import { graphScopes, microsoftBusy, noMailbox as noMailOfMicrosoft } from '../support/fake-microsoft';
import { fetchFrom } from '../support/fake-provider';
import { startProviderHub } from './start-provider-hub';
import { until } from './until';

const day = 24 * 3600_000;
const { hub, google, microsoft, stop } = await startProviderHub();
afterAll(stop);

interface Sketch {
  id: string;
  from?: string;
  to?: string;
  answers?: string;
}
const mail = (subject: string, { id, from = 'Bo <bo@kunde.dk>', to = 'post@firma.dk', answers }: Sketch) =>
  [
    ...[`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, `Message-ID: <${id}>`, 'Date: Sat, 21 Nov 2026 10:00:00 +0100'],
    ...(answers ? [`In-Reply-To: <${answers}>`] : []),
    ...['', `Hej, ${subject}`, ''],
  ].join('\r\n');

const providers = [
  {
    provider: 'google' as const,
    fake: google,
    scopes: gmailScopes,
    put: (address: string, raw: string, at: number, sent = false) => google.put(address, raw, { labels: [sent ? 'SENT' : 'INBOX'], at }),
    archive: (address: string, raw: string, at: number) => google.put(address, raw, { labels: ['Label_1'], at }),
    never: (address: string, raw: string, at: number) => {
      for (const label of ['SPAM', 'TRASH', 'DRAFT', 'CHAT']) google.put(address, raw, { labels: [label], at });
      google.put(address, raw, { labels: [], at, snoozed: true });
    },
    forget: () => {
      google.oldestHistory = Number.MAX_SAFE_INTEGER;
    },
    remember: () => {
      google.oldestHistory = 0;
    },
    paths: { read: /GET .*\/messages\/\w/, look: /GET .*\/(history|messages$|profile)/, send: /POST .*\/messages\/send/ },
    busy: googleQuota,
    noMail: 'Mail service not enabled',
  },
  {
    provider: 'microsoft' as const,
    fake: microsoft,
    scopes: graphScopes,
    put: (address: string, raw: string, at: number, sent = false) => microsoft.put(address, raw, { folder: sent ? 'sentitems' : 'inbox', at }),
    archive: (address: string, raw: string, at: number) => {
      const folder = at % 2000 === 0 ? microsoft.archiveOf(address) : microsoft.makeFolder(address, microsoft.archiveOf(address));
      microsoft.put(address, raw, { folder, at });
    },
    never: (address: string, raw: string, at: number) => {
      for (const folder of ['junkemail', 'deleteditems', 'drafts']) microsoft.put(address, raw, { folder, at });
    },
    forget: () => {
      microsoft.oldestDelta = Number.MAX_SAFE_INTEGER;
    },
    remember: () => {
      microsoft.oldestDelta = 0;
    },
    paths: { read: /GET .*\$value/, look: /GET .*\/delta/, send: /POST .*\/sendMail/ },
    busy: microsoftBusy(7),
    noMail: 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
  },
];

describe.each(providers)('$provider', ({ provider, fake, scopes, put, archive, never, forget, remember, paths, busy, noMail }) => {
  let made = 0;
  afterEach(() => hub.forgetMailboxes());
  /** A mailbox of its own, signed in, looked at by a hub. */
  const mailbox = async (importSince = 0, before: (address: string) => void = () => undefined, archived = false) => {
    made += 1;
    const address = fake.account(`${provider}${made}@firma.dk`);
    before(address);
    const channelId = await hub.connectBy(
      address,
      { settings: null, oauth: { provider, access: 'api' }, secret: fake.grant(address, scopes) },
      importSince,
      archived,
    );
    return { address, channelId };
  };
  const fetched = () => fake.asked.filter(({ method, path }) => paths.read.test(`${method} ${path}`)).length;
  const transport = async (channelId: Id) => {
    const { store, mailboxes, provider: own } = hub;
    return (await mailboxTransportOf({ store, mailboxes, hostName: 'hub.example', provider: own })(channelId)) as MailTransport;
  };
  const outgoing = (address: string, id: string, answers?: string) => ({
    from: address,
    recipients: ['bo@kunde.dk', 'skjult@kunde.dk'],
    bcc: ['skjult@kunde.dk'],
    raw: Buffer.from(mail('Svar', { id, from: `Firma <${address}>`, to: 'bo@kunde.dk', ...(answers ? { answers } : {}) })),
  });

  it('CHN-2 history since a date comes in by thread, over several pages, with what we answered; then each new mail', async () => {
    const start = Math.floor((Date.now() - 30 * day) / 1000) * 1000;
    fake.pageSize = 2;
    const { address, channelId } = await mailbox(start, (to) => {
      put(to, mail('Too old', { id: `old@k.${provider}` }), start - 10 * day);
      put(to, mail('Thanks', { id: `t@k.${provider}`, answers: `a@f.${provider}` }), start + 3 * day);
      put(to, mail('Question', { id: `q@k.${provider}` }), start + day);
      put(to, mail('Answer', { id: `a@f.${provider}`, from: `Firma <${to}>`, to: 'bo@kunde.dk', answers: `q@k.${provider}` }), start + 2 * day, true);
    });
    const watch = await hub.watch();
    await hub.hasMessages(channelId, 3);
    fake.pageSize = 500;
    expect(await hub.subjects(channelId)).toEqual(['Question', 'Answer', 'Thanks']);
    const [thread, ...more] = await hub.conversations(channelId);
    expect([more.length, thread?.messageCount, thread?.dueAt]).toEqual([0, 3, null]);
    await hub.hasStanding(channelId, 'working');
    expect(await hub.provider.taken.reached(channelId)).toMatchObject({ taken: expect.any(Number), cursor: expect.any(String) });

    put(address, mail('News', { id: `n@k.${provider}` }), Date.now());
    put(
      address,
      mail('Elsewhere', { id: `e@f.${provider}`, from: `Firma <${address}>`, to: 'bo@kunde.dk', answers: `n@k.${provider}` }),
      Date.now() + 1,
      true,
    );
    await hub.hasMessages(channelId, 5);
    expect((await hub.messages(channelId)).filter(({ direction }) => direction === 'out').map(({ subject }) => subject)).toEqual([
      'Answer',
      'Elsewhere',
    ]);
    await watch.close();
  });

  it('CHN-2 archived mail since the date comes in where that was asked for, dealt with and once; no spam, trash, drafts or chats', async () => {
    const start = Math.floor((Date.now() - 30 * day) / 2000) * 2000;
    const ours = (to: string) => ({ from: `Firma <${to}>`, to: 'bo@kunde.dk' });
    fake.pageSize = 2;
    const { address, channelId } = await mailbox(
      start,
      (to) => {
        archive(to, mail('Too old', { id: `old@a.${provider}` }), start - day);
        archive(to, mail('Dealt with', { id: `done@a.${provider}` }), start + 1000);
        archive(to, mail('Question', { id: `q@a.${provider}` }), start + day);
        put(to, mail('Answer', { id: `a@a.${provider}`, ...ours(to), answers: `q@a.${provider}` }), start + 2 * day, true);
        put(to, mail('But', { id: `b@a.${provider}`, answers: `a@a.${provider}` }), start + 3 * day);
        archive(to, mail('Offer', { id: `o@a.${provider}`, ...ours(to) }), start + 4 * day);
        never(to, mail('Never', { id: `never@a.${provider}` }), start + 5 * day);
      },
      true,
    );
    // Filed past the inbox since it was connected.
    archive(address, mail('Filed', { id: `filed@a.${provider}` }), Date.now() + 60_000);
    const watch = await hub.watch();
    await hub.hasArchive(channelId, 'in');
    await hub.hasMessages(channelId, 5);
    fake.pageSize = 500;
    const threads = (await hub.conversations(channelId)).map(({ subject, status, messageCount }) => `${subject} ${status} ${messageCount}`);
    expect(threads.sort()).toEqual(['Dealt with closed 1', 'Offer closed 1', 'Question open 3']);
    expect((await hub.messages(channelId)).map(({ direction, subject }) => `${direction} ${subject}`)).toEqual([
      ...['in Dealt with', 'in Question', 'out Answer', 'in But', 'out Offer'],
    ]);

    // What is archived from now on was seen; new mail comes as ever, and nothing twice where all is looked through anew.
    archive(address, mail('Archived later', { id: `later@a.${provider}` }), start + 6 * day);
    put(address, mail('News', { id: `n@a.${provider}` }), Date.now());
    await hub.hasMessages(channelId, 6);
    await watch.close();
    const known = fetched();
    await hub.signInAgain(channelId, { settings: null, oauth: { provider, access: 'api' }, secret: fake.grant(address, scopes) });
    const other = await hub.watch();
    await hub.hasArchive(channelId, 'in');
    await hub.hasMessages(channelId, 7);
    expect((await hub.subjects(channelId)).sort()).toEqual(['Answer', 'Archived later', 'But', 'Dealt with', 'News', 'Offer', 'Question']);
    expect(fetched() - known).toBeLessThanOrEqual(3);
    await other.close();
  });

  it('CHN-2 what comes in the second in which the mailbox is connected is news, though the provider tells no more than the second', async () => {
    const start = Math.floor(Date.now() / 1000) * 1000;
    const { address, channelId } = await mailbox(start + 300, (to) => put(to, mail('The second before', { id: `b@s.${provider}` }), start - 1));
    put(address, mail('In that second', { id: `i@s.${provider}` }), start + 600);
    const watch = await hub.watch();
    await hub.hasMessages(channelId, 1);
    expect(await hub.subjects(channelId)).toEqual(['In that second']);
    await watch.close();
  });

  it('CHN-2 an import that breaks off goes on where it was; where the provider has forgotten, all is looked at and nothing fetched twice', async () => {
    const { address, channelId } = await mailbox(0, (to) => {
      for (let n = 0; n < 9; n += 1) put(to, mail(`Mail ${n}`, { id: `${n}@${provider}` }), Date.now() - day + n * 1000);
    });
    const before = fetched();
    fake.fail(paths.read, 'lost', 2);
    const watch = await hub.watch();
    await hub.hasMessages(channelId, 9);
    await hub.hasStanding(channelId, 'working');
    expect(fetched() - before).toBeLessThan(9 + 6);

    await watch.close();
    forget();
    put(address, mail('While away', { id: `away@${provider}` }), Date.now());
    const known = fetched();
    const other = await hub.watch();
    await hub.hasMessages(channelId, 10);
    remember();
    await hub.hasStanding(channelId, 'working');
    expect(fetched() - known).toBe(1);
    await other.close();
  });

  it('CHN-2 access that ran out is renewed, once for all who ask; a consent that ended says so since when, and works after signing in again', async () => {
    const { address, channelId } = await mailbox();
    const watch = await hub.watch();
    await hub.hasStanding(channelId, 'working');
    fake.expireAccess();
    const asked = fake.refreshed.length;
    const { tokens } = hub.provider;
    const stale = await tokens.of(channelId);
    const renewed = await Promise.all([tokens.of(channelId, stale), tokens.of(channelId, stale), tokens.of(channelId, stale)]);
    expect(new Set(renewed).size).toBe(1);
    expect(fake.refreshed.length).toBeLessThanOrEqual(asked + 2);
    put(address, mail('After', { id: `after@${provider}` }), Date.now());
    await hub.hasMessages(channelId, 1);

    fake.endConsent(address);
    await hub.hasStanding(channelId, 'failing');
    expect((await hub.channel(channelId)).mailbox?.standing).toMatchObject({ problem: { code: 'consent-ended', server: provider } });
    expect(await (await transport(channelId))(outgoing(address, `x@${provider}`))).toMatchObject({ result: 'retry' });
    await hub.signInAgain(channelId, { settings: null, oauth: { provider, access: 'api' }, secret: fake.grant(address, scopes) });
    await hub.hasStanding(channelId, 'working');
    await watch.close();
  });

  it('CHN-2 asked to slow down it waits as long as it is told, and goes on; a mail deleted meanwhile is none', async () => {
    const { channelId } = await mailbox(0, (to) => {
      for (const subject of ['One', 'Another']) put(to, mail(subject, { id: `${subject}@${provider}` }), Date.now());
    });
    fake.fail(paths.look, busy, 2);
    fake.fail(paths.read, { status: 404, json: { error: { code: 404, message: 'Not found.' } } });
    hub.pauses.length = 0;
    const watch = await hub.watch();
    await hub.hasStanding(channelId, 'working');
    await hub.hasMessages(channelId, 1);
    expect((await hub.provider.taken.reached(channelId)).taken).toBe(2);
    expect(hub.pauses.length).toBeGreaterThanOrEqual(2);
    if (provider === 'microsoft') expect(hub.pauses.slice(0, 2)).toEqual([7000, 7000]);
    await watch.close();
  });

  it('CHN-2 without the client, or with a permission withdrawn, it says what a person has to do', async () => {
    const { channelId } = await mailbox();
    fake.fail(paths.look, { status: 403, json: { error: { code: 403, message: 'Access is denied.' } } });
    const watch = await hub.watch();
    await hub.hasStanding(channelId, 'failing');
    expect((await hub.channel(channelId)).mailbox?.standing).toMatchObject({ problem: { code: 'permission-missing', words: 'Access is denied.' } });
    await watch.close();
  });

  it('CHN-2 an account that has no mail is told in the provider’s words, of reading and of sending; nothing that lay there passes for deleted', async () => {
    const { address, channelId } = await mailbox(0, (to) => void put(to, mail('Lies there', { id: `lies@${provider}` }), Date.now()));
    fake.withoutMail.add(address);
    const watch = await hub.watch();
    const problem = { code: 'server-refused', server: provider, words: noMail };
    await hub.hasStanding(channelId, 'failing');
    expect((await hub.channel(channelId)).mailbox?.standing).toMatchObject({ problem });
    expect(await (await transport(channelId))(outgoing(address, `nomail@${provider}`))).toEqual({ result: 'retry', text: noMail, problem });
    fake.withoutMail.delete(address);
    await hub.hasMessages(channelId, 1);

    // Turned off between the listing and the mail.
    put(address, mail('Comes later', { id: `later@${provider}` }), Date.now());
    fake.fail(paths.read, provider === 'google' ? noMailOfGoogle : noMailOfMicrosoft, 2);
    await hub.hasMessages(channelId, 2);
    await watch.close();
  });

  it('I2 S54 an answer leaves once, to everybody, in its thread; tried again it is found in Sent', async () => {
    const { address, channelId } = await mailbox(0, (to) => void put(to, mail('Question', { id: `question@${provider}` }), Date.now()));
    const send = await transport(channelId);
    const answer = outgoing(address, `answer@${provider}`, `question@${provider}`);
    const before = fake.sent.length;
    expect(await send(answer)).toMatchObject({ result: 'sent', text: '' });
    expect(await send(answer)).toMatchObject({ result: 'sent', text: '' });
    expect(fake.sent.slice(before)).toHaveLength(1);
    expect(fake.sent.at(-1)).toMatch(/^Bcc: skjult@kunde\.dk\r\n/);
    if (fake === google) expect(google.threadsOf(address)).toHaveLength(1);
  });

  it('X8 a copy in Sent that the provider gave another Message-ID is known as the answer it is; one of another sender’s making is not', async () => {
    const { channelId } = await mailbox(0, (to) => {
      put(to, mail('Own', { id: `own.${provider}@f`, from: `Firma <${to}>`, to: 'bo@kunde.dk' }), Date.now() - 3000, true);
      const copy = (id: string, of: string) =>
        `X-Samtale-Message-ID: <${of}>\r\n${mail(id, { id: `${id}.${provider}@exchange`, from: `Firma <${to}>`, to: 'bo@kunde.dk' })}`;
      put(to, copy('Copy', `own.${provider}@f`), Date.now() - 2000, true);
      put(to, copy('Unknown', `never.${provider}@f`), Date.now() - 1000, true);
    });
    const watch = await hub.watch();
    await hub.hasMessages(channelId, 2);
    await until(async () => (await hub.mailboxes.waitingOf(channelId)) === 0, 'all to be taken in');
    expect(await hub.subjects(channelId)).toEqual(['Own', 'Unknown']);
    await watch.close();
  });

  it('I2 F8 an answer of the provider that was lost is looked up in Sent; only what is not there is unknown', async () => {
    const { address, channelId } = await mailbox();
    const send = await transport(channelId);
    const before = fake.sent.length;
    fake.fail(paths.send, 'lost');
    expect(await send(outgoing(address, `lost@${provider}`))).toMatchObject({ result: 'sent', text: '' });
    fake.fail(paths.send, { status: 500, json: { error: { code: 500, message: 'Backend error' } } });
    expect(await send(outgoing(address, `unknown@${provider}`))).toMatchObject({ result: 'unknown', text: 'Backend error' });
    expect(fake.sent.slice(before)).toHaveLength(1);
  });

  it('I2 what surely was not taken is tried again or has failed, in the provider’s words', async () => {
    const { address, channelId } = await mailbox();
    const send = await transport(channelId);
    const before = fake.sent.length;
    fake.fail(paths.send, busy);
    expect(await send(outgoing(address, `busy@${provider}`))).toMatchObject({ result: 'retry' });
    fake.fail(paths.send, { status: 400, json: { error: { code: 400, message: 'Invalid To header' } } });
    expect(await send(outgoing(address, `bad@${provider}`))).toMatchObject({ result: 'failed', text: 'Invalid To header' });
    fake.fail(paths.send, { status: 401, json: { error: { code: 401, message: 'Expired' } } });
    expect(await send(outgoing(address, `expired@${provider}`))).toMatchObject({ result: 'sent', text: '' });
    hub.outside = async () => {
      throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
    };
    expect(await send(outgoing(address, `off@${provider}`))).toMatchObject({ result: 'retry' });
    hub.outside = fetchFrom(google, microsoft);
    expect(fake.sent.slice(before)).toHaveLength(1);
  });
});

it('CHN-2 a mail somebody moves to Gmail’s inbox comes in', async () => {
  const address = google.account('moved@firma.dk');
  const id = google.put(address, mail('Filtered', { id: 'filtered@k' }), { labels: ['Label_7'] });
  const channelId = await hub.connectBy(address, {
    settings: null,
    oauth: { provider: 'google', access: 'api' },
    secret: google.grant(address, gmailScopes),
  });
  const watch = await hub.watch();
  await hub.hasStanding(channelId, 'working');
  expect(await hub.messages(channelId)).toEqual([]);
  google.moveToInbox(address, id);
  await hub.hasMessages(channelId, 1);
  await watch.close();
});

it('S52 a token goes to its own service alone, wherever an answer says to go on', async () => {
  const address = microsoft.account('astray@firma.dk');
  await hub.connectBy(address, {
    settings: null,
    oauth: { provider: 'microsoft', access: 'api' },
    secret: microsoft.grant(address, graphScopes),
  });
  const asked: string[] = [];
  const to = fetchFrom(google, microsoft);
  hub.outside = (input, init) => {
    asked.push(new URL(String(input)).host);
    return to(input, init);
  };
  microsoft.fail(/delta/, { json: { value: [], '@odata.nextLink': 'https://graph.microsoft.com.evil.example/v1.0/me' } });
  const watch = await hub.watch();
  await until(async () => hub.problems.some((problem) => problem.includes('hostile-server')), 'the answer to be refused');
  expect(asked.filter((host) => host.includes('evil'))).toEqual([]);
  await watch.close();
  hub.outside = to;
});

it('CHN-2 a mailbox at Microsoft in which nobody ever archived has no archive, and says so', async () => {
  const address = microsoft.account('never-archived@firma.dk');
  microsoft.put(address, mail('Waiting', { id: 'waiting@microsoft' }), { at: Date.now() - day });
  const way = { settings: null, oauth: { provider: 'microsoft' as const, access: 'api' as const }, secret: microsoft.grant(address, graphScopes) };
  const channelId = await hub.connectBy(address, way, 0, true);
  const watch = await hub.watch();
  await hub.hasArchive(channelId, 'missing');
  await hub.hasMessages(channelId, 1);
  await watch.close();
});
