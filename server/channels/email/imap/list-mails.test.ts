import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeImapServer } from '../../../../tests/support/fake-imap-server';
import { imapConnection } from './imap-connection';
import { listMails, openFolder } from './list-mails';

let server: FakeImapServer;
beforeEach(async () => {
  server = await FakeImapServer.start();
});
afterEach(() => server.close());

/** Lays these there by UID from 1, dated as the server writes them. It compares days as RFC 3501 says: its own, whatever hour and zone. */
const holding = (...dates: string[]) => {
  server.answers.EXAMINE = () => ['* FLAGS ()', `* ${dates.length} EXISTS`, '* OK [UIDVALIDITY 7] ok', '{tag} OK [READ-ONLY] done'];
  server.answers['UID SEARCH'] = (line) => {
    const from = Date.parse(`${/ SINCE "?([\w-]+)/.exec(line)?.[1]} UTC`);
    const found = dates.flatMap((date, at) => (Date.parse(`${date.slice(0, 11)} UTC`) >= from ? [at + 1] : []));
    return [`* SEARCH ${found.join(' ')}`.trimEnd(), '{tag} OK done'];
  };
  server.answers['UID FETCH'] = () => [
    ...dates.map((date, at) => `* ${at + 1} FETCH (UID ${at + 1}${date && ` INTERNALDATE "${date}"`} RFC822.SIZE 30)`),
    '{tag} OK done',
  ];
};
const listed = async (since: string | number) => {
  const settings = { host: '127.0.0.1', port: server.port, security: 'none' as const };
  const client = imapConnection({ imap: settings, smtp: settings, user: 'post@firma.dk' }, { pass: 'hemmelig' }, {});
  try {
    await client.connect();
    await openFolder(client, 'INBOX');
    return (await listMails(client, { folder: 'inbox', lastUid: 0 }, { since: new Date(since).getTime() })).map(({ uid }) => uid);
  } finally {
    client.close();
  }
};

it('CHN-2 only what comes from now on: not what came the same day before, where a server knows days alone', async () => {
  holding('21-Nov-2026 23:00:00 +0000', '22-Nov-2026 08:00:00 +0000', '22-Nov-2026 13:59:59 +0000', '22-Nov-2026 14:00:00 +0000');
  // A server's dates have seconds only: what came in the second asked about may have come after.
  expect(await listed('2026-11-22T14:00:00.700Z')).toEqual([4]);
});

it('CHN-2 since a day is since its midnight where it was chosen, in whatever zone the server writes its dates', async () => {
  // Danish midnight of the 22nd.
  const since = '2026-11-21T23:00:00Z';
  holding('21-Nov-2026 00:30:00 +0000', '21-Nov-2026 22:59:00 +0000', '21-Nov-2026 23:01:00 +0000', '22-Nov-2026 01:00:00 +0000');
  expect(await listed(since)).toEqual([3, 4]);
  holding('21-Nov-2026 13:30:00 -0800', '21-Nov-2026 15:30:00 -0800', '22-Nov-2026 00:30:00 +0100', '22-Nov-2026 13:00:00 +1400');
  expect(await listed(since)).toEqual([2, 3, 4]);
  // At UTC midnight, on a server half a day behind, all of the first hours still bear the day before.
  holding('21-Nov-2026 11:59:00 -1200', '21-Nov-2026 12:00:00 -1200', '21-Nov-2026 20:00:00 -1200');
  expect(await listed('2026-11-22T00:00:00Z')).toEqual([2, 3]);
});

it('CHN-2 all of it is all of it, and a mail whose date the server does not tell is no mail from before', async () => {
  holding('01-Jan-1971 00:00:00 +0000', '22-Nov-2026 14:00:00 +0000');
  expect(await listed(0)).toEqual([1, 2]);
  holding('22-Nov-2026 14:00:00 +0000', '');
  server.answers['UID SEARCH'] = () => ['* SEARCH 1 2', '{tag} OK done'];
  expect(await listed('2026-11-22T15:00:00Z')).toEqual([2]);
});

it('CHN-2 a server that counts seconds instead of days (WITHIN) is never asked for none, whatever the clocks say', async () => {
  server.greeting = ['* OK [CAPABILITY IMAP4rev1 IDLE WITHIN] ready'];
  server.answers.CAPABILITY = () => ['* CAPABILITY IMAP4rev1 IDLE WITHIN', '{tag} OK done'];
  holding('22-Nov-2026 14:00:00 +0000');
  await listed(Date.now());
  const [asked] = server.commands.filter((line) => line.includes('SEARCH'));
  expect(Number(/YOUNGER (\d+)/.exec(asked ?? '')?.[1])).toBeGreaterThan(3600);
});

it('I8 a search that is refused, or a line that ends in it, is not an empty folder', async () => {
  server.answers['UID SEARCH'] = () => ['{tag} NO [SERVERBUG] Index is corrupted'];
  await expect(listed(0)).rejects.toMatchObject({ responseStatus: 'NO', responseText: 'Index is corrupted' });
  server.answers['UID SEARCH'] = () => ['{tag} BAD Unknown search key'];
  await expect(listed(0)).rejects.toMatchObject({ responseStatus: 'BAD', responseText: 'Unknown search key' });
  server.answers['UID SEARCH'] = () => 'drop';
  await expect(listed(0)).rejects.toThrow();
});

it('I8 a line that ends before what was found is described is not an empty folder', async () => {
  holding('22-Nov-2026 14:00:00 +0000');
  server.answers['UID FETCH'] = () => ['{tag} NO [SERVERBUG] Index is corrupted'];
  await expect(listed(0)).rejects.toMatchObject({ responseText: 'Index is corrupted' });
  server.answers['UID FETCH'] = () => 'drop';
  await expect(listed(0)).rejects.toThrow();
});
