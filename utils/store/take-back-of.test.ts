import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { channelRow, id, write } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { takeBackOf } from './take-back-of';
import { waitingChanges } from './waiting-changes';

/** A device that has gone offline with one conversation. */
async function offline() {
  const hub = await SmallHub.start();
  await hub.commit([write('channels', channelRow(900, 10, 'support@havnegaard.example'))]);
  for (const n of [100, 101, 102]) await hub.conversation(n);
  const client = new SmallClient(hub, 2);
  await client.sync();
  return { hub, client };
}
const comment = {
  messageId: id(9_001),
  conversationId: id(100),
  text: 'Call her',
  html: '<p>Call her</p>',
  mentions: [],
  attachments: [],
  draftId: null,
};
const reply = {
  ...comment,
  messageId: id(9_002),
  channelId: id(900),
  to: [{ name: 'Kim', address: 'kim@kunde.example' }],
  cc: [],
  bcc: [],
  subject: 'Re',
  inReplyTo: null,
};
const { mentions: _, ...sent } = reply;

const idsOf = (args: unknown) => (args as { ids: string[] } | undefined)?.ids;

/** Takes back what waits at this place of the list, as the button of its line does. */
async function takeBack(client: SmallClient, at: number) {
  const change = (await waitingChanges(client.db))[at];
  if (!change) throw new Error('nothing waits there');
  const act = takeBackOf(change, await client.db.undoEntries.get(change.uuid), id(9_100 + at));
  if (!act) return undefined;
  if (act.name === 'actOnMany') {
    for (const part of act.args) await client.act(act.name, part);
    return act;
  }
  return act.name === 'undo' ? client.act('undo', act.args) : client.act(act.name, act.args);
}

it('ALL-1 X11 each change that waits is taken back alone, by an act that goes after it: nothing is sent, nothing is lost, the words are drafts', async () => {
  const { hub, client } = await offline();
  const before = await client.conversation(100);
  await client.act('sendReply', sent);
  await client.act('addComment', comment);
  await client.act('closeConversation', { conversationId: id(100) });
  for (const at of [2, 1, 0]) await takeBack(client, at);

  expect((await waitingChanges(client.db)).map(({ name, takesBack }) => [name, takesBack?.name])).toEqual([
    ['undo', 'closeConversation'],
    ['takeBackComment', 'addComment'],
    ['cancelSend', 'sendReply'],
  ]);
  expect(await client.conversation(100)).toEqual(before);
  const drafts = () => client.db.drafts.toArray().then((rows) => rows.map(({ content }) => [content.mode, content.html, content.to.length]).sort());
  expect(await drafts()).toEqual([
    ['comment', '<p>Call her</p>', 0],
    ['reply', '<p>Call her</p>', 1],
  ]);

  await client.sync();
  expect(await waitingChanges(client.db)).toEqual([]);
  expect(hub.store.all('outboundMails')).toEqual([]);
  expect(await client.db.notApplied.count()).toBe(0);
  expect((await drafts()).length).toBe(2);
  await client.checkConverged();
});

it('X26 what a later change has touched stays, with the reason; what nothing was kept of has no way back', async () => {
  const { client } = await offline();
  await client.act('assignConversation', { conversationId: id(100), ownerId: id(2) });
  await client.act('assignConversation', { conversationId: id(100), ownerId: id(3) });
  await client.act('setAvailability', { agentId: id(2), state: 'away' });
  await expect(takeBack(client, 0)).rejects.toThrow('changed-since');
  expect(await takeBack(client, 2)).toBeUndefined();
  await takeBack(client, 1);
  await takeBack(client, 0);
  expect((await client.conversation(100))?.ownerId).toBeNull();
  expect((await waitingChanges(client.db)).map(({ name }) => name)).toEqual(['setAvailability', 'undo', 'undo']);
});

it('LIST-3 X26 an act on many is taken back in one, each row as it stood; what another change has touched since stays, and is named', async () => {
  const { hub, client } = await offline();
  await client.sync();
  const ids = [id(100), id(101), id(102)];
  const standing = async () => Promise.all([100, 101, 102].map(async (n) => (await client.conversation(n))?.status));
  await client.act('closeConversation', { conversationId: id(102) });
  await client.act('actOnMany', { act: 'closeConversation', ids });
  await client.act('reopenConversation', { conversationId: id(101) });
  await takeBack(client, 1);
  expect(await standing()).toEqual(['open', 'open', 'closed']);
  expect((await waitingChanges(client.db)).map(({ name, takesBack }) => [name, takesBack?.name])).toEqual([
    ['closeConversation', undefined],
    ['reopenConversation', undefined],
    ['actOnMany', 'actOnMany'],
  ]);
  // What takes back is not taken back in its turn.
  expect(await takeBack(client, 2)).toBeUndefined();
  await client.sync();
  expect([await standing(), hub.store.all('conversations').length]).toEqual([['open', 'open', 'closed'], 3]);
  await client.checkConverged();
});

it('LIST-3 X26 what was asked for at once waits as one change however many acts it was cut into, and is taken back as one', async () => {
  const { client } = await offline();
  const close = (n: number, run: number) => client.act('actOnMany', { act: 'closeConversation', ids: [id(n)], run: id(run) });
  await close(100, 9_301);
  await close(101, 9_301);
  await close(102, 9_302);
  const waiting = async () => (await waitingChanges(client.db)).map(({ args, takesBack }) => [args, takesBack?.args].map(idsOf));
  expect(await waiting()).toEqual([
    [[id(100), id(101)], undefined],
    [[id(102)], undefined],
  ]);
  await takeBack(client, 0);
  expect((await Promise.all([100, 101, 102].map((n) => client.conversation(n)))).map((row) => row?.status)).toEqual(['open', 'open', 'closed']);
  expect(await waiting()).toEqual([
    [[id(102)], undefined],
    [
      [id(101), id(100)],
      [id(101), id(100)],
    ],
  ]);
});

it('X11 taken back after the hub had it: still once, and gone', async () => {
  const { hub, client } = await offline();
  await client.act('sendReply', sent);
  const [change] = await waitingChanges(client.db);
  if (!change) throw new Error('the reply waits');
  const act = takeBackOf(change, await client.db.undoEntries.get(change.uuid), id(9_200));
  // On its way while the button is pressed.
  await client.sync();
  expect(hub.store.all('outboundMails')).toHaveLength(1);
  if (act?.name !== 'cancelSend') throw new Error('a reply is taken back by cancelSend');
  await client.act('cancelSend', act.args);
  await client.sync();
  expect(hub.store.all('outboundMails')).toEqual([]);
  await client.checkConverged();
});
