import { ImapFlow } from 'imapflow';
import { expect, it } from 'vitest';
import { fetchMails } from './fetch-mails';

it('I8 mails asked for over a line that has ended are not taken for deleted', async () => {
  const client = new ImapFlow({ host: 'localhost', port: 1, auth: { user: 'post@firma.dk', pass: 'secret' }, logger: false });
  client.close();
  await expect(fetchMails(client, [{ folder: 'inbox', uid: 1, at: 0, size: 10 }])).rejects.toThrow('the connection ended');
});
