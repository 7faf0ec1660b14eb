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
    return (await listMails(client, { folder: 'inbox', lastUid: 0 }, new Date(since).getTime())).map(({ uid }) => uid);
  } finally {
    client.close();
  }
};

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
