import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, it } from 'vitest';
import { reachHostedAddress } from './reach-hosted-address';

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

/** A domain's mail server that takes mail for this address alone. */
async function mailServerFor(address: string): Promise<number> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo: (to, _session, done) => done(to.address === address ? null : Object.assign(new Error('no such box here'), { responseCode: 550 })),
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  stop = () => new Promise((resolve) => server.close(() => resolve()));
  return (server.server.address() as AddressInfo).port;
}

async function serverThat(speaks: (socket: Socket) => void): Promise<number> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    speaks(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => new Promise((resolve) => server.close(() => resolve()));
  return (server.address() as AddressInfo).port;
}

const look = (address: string, port: number, patienceMs = 5000) =>
  reachHostedAddress(address, {
    hostName: 'hub.firma.dk',
    port,
    patienceMs,
    exchangers: async (domain) => (domain === 'firma.dk' ? ['127.0.0.1'] : []),
  });

it('INB-3 an address is reached when the mail server its domain names takes mail for it', async () => {
  const port = await mailServerFor('salg@firma.dk');
  expect(await look('salg@firma.dk', port)).toEqual({ code: 'reached', server: '127.0.0.1', words: '' });
});

it('INB-3 another server’s no comes in its own words', async () => {
  const port = await mailServerFor('salg@firma.dk');
  expect(await look('post@firma.dk', port)).toMatchObject({ code: 'refused', words: expect.stringContaining('no such box here') });
});

it('INB-3 names no mail on the internet can find, and domains without a mail server, are told without asking anybody', async () => {
  for (const address of ['inbox@samtale.example', 'inbox@localhost', 'inbox@hub.local', 'inbox@hub'])
    expect((await look(address, 1)).code).toBe('only-here');
  expect((await look('inbox@andre.dk', 1)).code).toBe('no-mail-server');
});

it('INB-3 who is silent, hangs up or speaks something else is nobody', async () => {
  expect((await look('salg@firma.dk', await serverThat(() => undefined), 100)).code).toBe('nobody-answers');
  await stop?.();
  expect((await look('salg@firma.dk', await serverThat((socket) => socket.end()))).code).toBe('nobody-answers');
  await stop?.();
  expect((await look('salg@firma.dk', await serverThat((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')))).code).toBe('nobody-answers');
});
