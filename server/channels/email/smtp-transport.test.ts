import { afterEach, beforeEach, expect, it } from 'vitest';
import { readTaken } from '../../../domain/message/not-taken-for';
import { Delivery } from '../../../domain/model/message';
import { FakeSmtpServer } from '../../../tests/support/fake-smtp-server';
import { afterHandOver } from './send-outbound-mail';
import { smtpTransport } from './smtp-transport';

let server: FakeSmtpServer;
beforeEach(async () => {
  server = await FakeSmtpServer.start();
});
afterEach(() => server.close());

const raw = Buffer.from('Message-ID: <one@hub.example>\r\nSubject: Hej\r\n\r\n.dot first\r\nTak for sidst\r\n');
const send = (recipients = ['bo@kunde.dk'], body = raw) => smtpTransport(server.url, 'hub.example')({ from: 'salg@firma.dk', recipients, raw: body });

it('hands a mail over whole and says what the server said', async () => {
  expect(await send()).toEqual({ result: 'sent', text: '250 2.0.0 queued as 42' });
  expect(server.received).toEqual([{ from: 'salg@firma.dk', to: ['bo@kunde.dk'], raw: raw.toString() }]);
});

it('a recipient the server does not take is named, the others get the mail', async () => {
  server.behaviour.rcpt = (address) => (address === 'gone@kunde.dk' ? '550 5.1.1 no such user here' : '250 ok');
  const handedOver = await send(['bo@kunde.dk', 'gone@kunde.dk']);
  expect(handedOver.result).toBe('sent');
  expect(readTaken(handedOver.text)).toEqual({
    refused: [{ address: 'gone@kunde.dk', words: '550 5.1.1 no such user here' }],
    said: '250 2.0.0 queued as 42',
  });
  expect(server.received[0]?.to).toEqual(['bo@kunde.dk']);
});

it('I2 of a long list of recipients everyone the server does not take is named, the last too', async () => {
  const gone = Array.from({ length: 200 }, (_, n) => `gone${n}@moebelsnedkeriet-havnegaard.example`);
  server.behaviour.rcpt = (address) => (address.startsWith('gone') ? `550 5.1.1 <${address}>: ${'no such user here '.repeat(5)}` : '250 ok');
  const outcome = afterHandOver(await send(['bo@kunde.dk', ...gone]), 1, 0);
  if (!('state' in outcome)) throw new Error('it is to be tried again');
  expect(Delivery.shape.text.safeParse(outcome.text).success).toBe(true);
  const { refused, said } = readTaken(outcome.text);
  expect(refused.map(({ address }) => address)).toEqual(gone);
  expect(said).toBe('250 2.0.0 queued as 42');
});

it('a 5xx is final, in the words of the server', async () => {
  server.behaviour.rcpt = () => '550 5.1.1 <bo@kunde.dk>: no such user here';
  expect(await send()).toEqual({ result: 'failed', text: '550 5.1.1 <bo@kunde.dk>: no such user here' });
  server.behaviour = { end: '554 5.7.1 looks like spam' };
  expect(await send()).toEqual({ result: 'failed', text: '554 5.7.1 looks like spam' });
  server.behaviour = { mail: '553 5.1.8 sender not allowed' };
  expect(await send()).toEqual({ result: 'failed', text: '553 5.1.8 sender not allowed' });
});

it('a 4xx is tried again, also after the data', async () => {
  server.behaviour = { rcpt: () => '451 4.7.1 greylisted, come back' };
  expect(await send()).toEqual({ result: 'retry', text: '451 4.7.1 greylisted, come back' });
  server.behaviour = { end: '452 4.3.1 no space' };
  expect(await send()).toEqual({ result: 'retry', text: '452 4.3.1 no space' });
});

it('F8 S54 the connection dies after the final dot: unknown, and the mail went once', async () => {
  server.behaviour = { end: 'drop' };
  expect((await send()).result).toBe('unknown');
  expect(server.received).toHaveLength(1);
  expect(server.connections).toBe(1);
});

it('F8 silence after the final dot is unknown as well', async () => {
  server.behaviour = { end: '' };
  const patient = smtpTransport(server.url, 'hub.example', { socketTimeout: 300 });
  expect((await patient({ from: 'salg@firma.dk', recipients: ['bo@kunde.dk'], raw })).result).toBe('unknown');
});

it('dying before the data was asked for is surely not sent: again', async () => {
  for (const behaviour of [{ mail: 'drop' }, { rcpt: () => 'drop' }, { data: 'drop' }]) {
    server.behaviour = behaviour;
    expect(await send()).toEqual({ result: 'retry', text: 'hub-cut-off' });
  }
  expect(server.received).toEqual([]);
  const { url } = server;
  await server.close();
  const nobody = await smtpTransport(url, 'hub.example')({ from: 'salg@firma.dk', recipients: ['bo@kunde.dk'], raw });
  expect(nobody).toMatchObject({ result: 'retry', text: 'hub-nobody-answers' });
  server = await FakeSmtpServer.start();
});

it('I2 a mail larger than the server takes is not tried for a day', async () => {
  server.behaviour = { size: 10 };
  expect(await send()).toEqual({ result: 'failed', text: 'mail-too-large' });
  expect(server.received).toEqual([]);
});

it('dying while most of the data has not been given: nothing was taken, again', async () => {
  server.behaviour = { cutAfter: 1000 };
  const long = Buffer.from(`Subject: Long\r\n\r\n${'x'.repeat(76).concat('\r\n').repeat(500_000)}`);
  expect((await send(['bo@kunde.dk'], long)).result).toBe('retry');
  expect(server.received).toEqual([]);
});

it('a password never crosses the network in the clear', async () => {
  // 0.0.0.0 reaches the same server but is no loopback name, and the server offers no TLS.
  const transport = smtpTransport(server.url.replace('smtp://127.0.0.1', 'smtp://user:secret@0.0.0.0'), 'hub.example');
  expect((await transport({ from: 'salg@firma.dk', recipients: ['bo@kunde.dk'], raw })).result).toBe('retry');
  expect(server.commands.join(' ')).not.toMatch(/AUTH|secret/);
  expect(server.received).toEqual([]);
});
