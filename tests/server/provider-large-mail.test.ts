import { afterAll, describe, expect, it } from 'vitest';
import { mailboxTransportOf } from '../../server/channels/email/imap/mailbox-transport';
import type { MailFile, MailTransport } from '../../server/channels/email/mail-transport';
import { gmailScopes } from '../support/fake-google';
import { graphScopes } from '../support/fake-microsoft';
import { fetchFrom } from '../support/fake-provider';
import { startProviderHub } from './start-provider-hub';

const MB = 1_000_000;
const { hub, google, microsoft, stop } = await startProviderHub();
afterAll(stop);

let made = 0;
/** A mailbox of its own and its way out. */
async function wayOut(provider: 'google' | 'microsoft') {
  made += 1;
  const [fake, scopes] = provider === 'google' ? [google, gmailScopes] : [microsoft, graphScopes];
  const address = fake.account(`large${made}@firma.dk`);
  const secret = fake.grant(address, scopes);
  const channelId = await hub.connectBy(address, { settings: null, oauth: { provider, access: 'api' }, secret }, 0);
  const { store, mailboxes, provider: own } = hub;
  const send = (await mailboxTransportOf({ store, mailboxes, hostName: 'hub.example', provider: own })(channelId)) as MailTransport;
  return { address, send };
}

const file = (name: string, size: number, contentId: string | null = null): MailFile => ({
  name,
  type: 'image/png',
  inline: contentId !== null,
  contentId,
  bytes: Buffer.alloc(size, name),
});

function large(address: string, id: string, files: MailFile[]) {
  const head = [`From: Firma <${address}>`, 'To: bo@kunde.dk', 'Subject: Stor', `Message-ID: <${id}>`, 'References: <q@kunde.dk>'].join('\r\n');
  const whole = files.map(({ bytes }) => Buffer.from(bytes).toString('base64')).join('\r\n');
  return {
    from: address,
    recipients: ['bo@kunde.dk', 'skjult@kunde.dk'],
    bcc: ['skjult@kunde.dk'],
    raw: Buffer.from(`${head}\r\n\r\nHej\r\n${whole}`),
    inParts: async () => ({ bare: Buffer.from(`${head}\r\n\r\nHej\r\n`), files }),
  };
}

describe('A mail too large for one request to Microsoft', () => {
  it('CHN-2 THR-13 goes file by file in ranges, keeps its thread and hidden recipients, and lies in Sent once, with no draft left', async () => {
    const { address, send } = await wayOut('microsoft');
    const files = [file('plan.png', 9 * MB), file('notes.png', MB), file('photo.png', 3 * MB + 1, 'photo@firma')];
    const mail = large(address, 'large@firma', files);
    const before = [microsoft.sent.length, microsoft.uploads.ranges.length] as const;
    expect(await send(mail)).toMatchObject({ result: 'sent', text: '' });
    expect(await send(mail)).toMatchObject({ result: 'sent', text: '' });
    expect(microsoft.sent.slice(before[0])).toHaveLength(1);
    expect(microsoft.sent.at(-1)).toMatch(/^Bcc: skjult@kunde\.dk\r\n(.*\r\n)*References: <q@kunde\.dk>\r\n/);
    const [sent, ...more] = microsoft.mailsIn(address, 'sentitems');
    expect(more).toEqual([]);
    expect(sent?.files.map(({ name, isInline, contentId }) => [name, isInline, contentId])).toEqual([
      ['plan.png', false, undefined],
      ['notes.png', false, undefined],
      ['photo.png', true, 'photo@firma'],
    ]);
    expect(sent?.files.every(({ bytes }, at) => bytes.equals(files[at]?.bytes as Buffer))).toBe(true);
    expect(microsoft.uploads.ranges.slice(before[1])).toEqual([0, 3932160, 7864320, 0]);
    expect(microsoft.mailsIn(address, 'drafts')).toEqual([]);
  });

  it('CHN-2 I12 goes on where it was when the line is cut in the middle of a file, whether the range had come or not', async () => {
    const { address, send } = await wayOut('microsoft');
    const mail = large(address, 'cut@firma', [file('plan.png', 9 * MB)]);
    const before = microsoft.uploads.ranges.length;
    microsoft.fail(/^PUT .*AttachmentSessions/, 'lost');
    microsoft.fail(/^PUT .*AttachmentSessions/, { status: 503, json: { error: { code: 'serviceNotAvailable', message: 'Busy' } } });
    expect(await send(mail)).toMatchObject({ result: 'sent', text: '' });
    // The first range came although its answer did not; the second was not taken the first time.
    expect(microsoft.uploads.ranges.slice(before)).toEqual([0, 3932160, 7864320]);
    expect(microsoft.mailsIn(address, 'sentitems')[0]?.files.map(({ bytes }) => bytes.length)).toEqual([9 * MB]);
  });

  it('CHN-2 I2 begins anew when the session has expired or only the last answer was lost: no file twice, no draft left', async () => {
    const { address, send } = await wayOut('microsoft');
    const mail = large(address, 'expired@firma', [file('plan.png', 4 * MB)]);
    const sessionGone = { status: 404, json: { error: { code: 'ErrorItemNotFound', message: 'The upload session was not found.' } } };
    microsoft.fail(/^PUT .*AttachmentSessions/, sessionGone);
    expect(await send(mail)).toMatchObject({ result: 'retry', text: 'The upload session was not found.' });
    expect(microsoft.mailsIn(address, 'drafts')).toEqual([]);
    // Both ranges come; the answer to the last one does not, and the session is over with it.
    microsoft.fail(/^PUT .*AttachmentSessions/, { status: 500, json: { error: { code: 'x', message: 'x' } } });
    microsoft.fail(/^PUT .*AttachmentSessions/, 'lost', 2);
    expect(await send(mail)).toMatchObject({ result: 'retry' });
    expect(microsoft.mailsIn(address, 'drafts')).toEqual([]);
    expect(await send(mail)).toMatchObject({ result: 'sent', text: '' });
    const sent = microsoft.mailsIn(address, 'sentitems');
    expect(sent.map(({ files }) => files.length)).toEqual([1]);
  });

  it('CHN-2 I2 a draft left by a process that died is taken away; one whose sending nobody knows is looked up in Sent', async () => {
    const { address, send } = await wayOut('microsoft');
    const mail = large(address, 'died@firma', [file('plan.png', 4 * MB)]);
    microsoft.put(address, (await mail.inParts()).bare.toString(), { folder: 'drafts' });
    microsoft.fail(/\/send$/, 'lost');
    expect(await send(mail)).toMatchObject({ result: 'sent', text: '' });
    expect(microsoft.mailsIn(address, 'drafts')).toEqual([]);
    expect(microsoft.mailsIn(address, 'sentitems')).toHaveLength(1);
  });

  it('CHN-2 has failed in Microsoft’s words where the mailbox takes no mail that large', async () => {
    const { address, send } = await wayOut('microsoft');
    microsoft.largestMail = 4 * MB;
    expect(await send(large(address, 'huge@firma', [file('plan.png', 5 * MB)]))).toMatchObject({
      result: 'failed',
      text: 'The message exceeds the maximum supported size.',
    });
    microsoft.largestMail = 35 * 1024 * 1024;
    expect(microsoft.mailsIn(address, 'drafts')).toEqual([]);
  });

  it('S52 no byte of it goes anywhere but to Microsoft, wherever an answer says to upload', async () => {
    const { address, send } = await wayOut('microsoft');
    const asked: string[] = [];
    hub.outside = (input, init) => {
      asked.push(new URL(String(input)).host);
      return fetchFrom(google, microsoft)(input, init);
    };
    microsoft.fail(/createUploadSession$/, { status: 201, json: { uploadUrl: 'https://outlook.office.com.evil.example/up?authtoken=1' } });
    expect(await send(large(address, 'astray@firma', [file('plan.png', 4 * MB)]))).toMatchObject({ result: 'retry' });
    hub.outside = fetchFrom(google, microsoft);
    expect(new Set(asked)).toEqual(new Set(['login.microsoftonline.com', 'graph.microsoft.com']));
    expect(microsoft.mailsIn(address, 'drafts')).toEqual([]);
  });
});

it('CHN-2 THR-13 a mail with 20 MB of files goes by Gmail’s upload address, whole', async () => {
  const { address, send } = await wayOut('google');
  const mail = large(address, 'large@gmail', [file('plan.png', 20 * MB)]);
  expect(await send(mail)).toMatchObject({ result: 'sent', text: '' });
  const upload = google.asked.filter(({ path }) => path.endsWith('/messages/send')).at(-1);
  expect([upload?.host, upload?.path]).toEqual(['gmail.googleapis.com', '/upload/gmail/v1/users/me/messages/send']);
  expect(google.sent.at(-1)).toBe(`Bcc: skjult@kunde.dk\r\n${mail.raw}`);
});
