import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { connect } from './support/connect';
import { readConnections } from './support/read-store';
import { hubInfo, standIn } from './support/stand-in-server';

const problem = (page: Page) => page.locator('.notice[role=alert]');

test.describe('bad addresses each get a sentence', () => {
  test('E34 what can be told without asking anybody', async ({ openPage }) => {
    const page = await openPage('sidepanel.html');
    for (const [typed, sentence] of [
      ['hello world', 'That is not a hub’s address'],
      ['', 'That is not a hub’s address'],
      ['ftp://hub.example.com', 'That is not a hub’s address'],
      ['http://hub.example.com', 'hub.example.com is not encrypted'],
      ['http://192.168.0.10:8025', '192.168.0.10:8025 is not encrypted'],
    ] as const) {
      await connect(page.context(), page, typed);
      await expect(problem(page)).toContainText(sentence);
      await expect(page.getByRole('textbox')).toBeFocused();
    }
  });

  test('what answers there', async ({ openPage }) => {
    const page = await openPage('sidepanel.html');
    const elsewhere = await standIn({});
    const lost = 'http://127.0.0.1:1/hub';
    for (const [what, answer, sentence] of [
      ['a site that is no hub', {}, 'it is not a Samtale hub'],
      ['a site that is no hub but answers anyone', { cors: true }, 'it is not a Samtale hub'],
      ['JSON of something else', { cors: true, type: 'application/json', body: '{"ok":true}' }, 'it is not a Samtale hub'],
      ['a redirect', { cors: true, status: 302, location: lost }, 'sends visitors to another address'],
      // Without CORS a browser does not tell a redirect from anything else: both sentences name it.
      ['a redirect without a word', { status: 302, location: elsewhere.url }, 'or it only sends visitors on to one'],
      ['a redirect without a word, to nowhere', { status: 302, location: lost }, 'an address that only sends visitors on'],
      ['an older hub', { cors: true, type: 'application/json', body: hubInfo({ protocolVersions: [0] }) }, 'is older than this extension'],
      ['a newer hub', { cors: true, type: 'application/json', body: hubInfo({ protocolVersions: [7] }) }, 'is newer than this extension'],
      ['a clock a day ahead', { cors: true, type: 'application/json', body: hubInfo({ now: Date.now() + 24 * 3600_000 }) }, '24 hours apart'],
      ['a clock a day behind', { cors: true, type: 'application/json', body: hubInfo({ now: Date.now() - 24 * 3600_000 }) }, '24 hours apart'],
    ] as const) {
      await test.step(what, async () => {
        const server = await standIn(answer);
        await connect(page.context(), page, server.url);
        await expect(problem(page)).toContainText(sentence);
        await server.close();
        await connect(page.context(), page, server.url);
        await expect(problem(page)).toContainText('does not answer');
        expect(await readConnections(page)).toEqual([]);
      });
    }
    await elsewhere.close();
  });
});
