import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { checkHubUrl } from './check-hub-url';
import { newInvitation } from './new-invitation';

it('S10 the hash is of the very token in the link, and no two are alike', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => newInvitation('https://hub.example')));
  for (const { link, tokenHash } of made) {
    const hub = checkHubUrl(link);
    expect(hub).toMatchObject({ origin: 'https://hub.example' });
    const token = 'invitation' in hub ? (hub.invitation ?? '') : '';
    expect(tokenHash).toBe(createHash('sha256').update(token).digest('hex'));
    expect(tokenHash).not.toContain(token);
  }
  expect(new Set(made.map(({ link }) => link)).size).toBe(20);
});
