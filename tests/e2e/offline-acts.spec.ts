import { expect, test } from './signed-in';
import { comment, newConversation, reply, settled, threadOf } from './support/conversation';
import { poll } from './support/poll';
import { readConnections, readTable } from './support/read-store';
import { secondDevice } from './support/second-device';

interface Act {
  uuid: string;
  name: string;
  /** Of a confirmed one. */
  at?: number;
  place?: number;
  id?: number;
}

test('ALL-1 every act works with the network gone, and each is sent once, in its order', async ({ hub, panel, sendMail, sink, setOffline }) => {
  const { customer, subject } = await newConversation(panel, sendMail);
  await settled(panel);
  const [connection] = await readConnections(panel);
  const database = `samtale-${connection?.id}`;
  await setOffline(true);

  const owner = panel.getByRole('button', { name: /Owner/ });
  const steps: [key: string, shown: () => Promise<unknown>][] = [
    ['a', () => expect(owner).toContainText('Mette')],
    ['e', () => expect(panel.getByText(/Closed \d\d:\d\d/)).toBeVisible()],
    ['e', () => expect(panel.getByText(/Closed \d\d:\d\d/)).toHaveCount(0)],
    ['Delete', () => expect(panel.getByText(/In trash since/)).toBeVisible()],
    ['Delete', () => expect(panel.getByText(/In trash since/)).toHaveCount(0)],
    ['Shift+!', () => expect(panel.getByText(/In spam since/)).toBeVisible()],
    ['Shift+!', () => expect(panel.getByText(/In spam since/)).toHaveCount(0)],
  ];
  for (const [key, shown] of steps) {
    await panel.keyboard.press(key);
    await shown();
  }
  await comment(panel, 'Noteret uden net');
  await reply(panel, 'Svaret uden net');
  await panel.getByRole('button', { name: /^Reply to/ }).click();
  await panel.getByRole('textbox', { name: 'Text of the reply' }).click();
  await panel.keyboard.insertText('En kladde uden net');
  await panel.keyboard.press('Escape');

  const expected = [
    'assignConversation',
    'closeConversation',
    'reopenConversation',
    'trashConversation',
    'restoreConversation',
    'markSpam',
    'markNotSpam',
    'addComment',
    'sendReply',
    'saveDraft',
  ];
  // What is typed before it is sent is saved as a draft too.
  const inOrder = (acts: Act[]) => acts.map(({ name }) => name).filter((name, at) => name !== 'saveDraft' || at === acts.length - 1);
  const outbox = await poll('ten acts and the saves of their drafts', async () => {
    const acts = ((await readTable(panel, database, 'outbox')) as Act[]).sort((a, b) => (a.id ?? 0) - (b.id ?? 0));
    return inOrder(acts).length === expected.length ? acts : undefined;
  });
  expect(inOrder(outbox)).toEqual(expected);
  expect(sink.received.filter(({ recipients }) => recipients.includes(customer))).toEqual([]);

  await setOffline(false);
  await sink.waitFor(customer, 'Svaret uden net');
  await settled(panel);
  const confirmed = ((await readTable(panel, database, 'confirmed')) as Act[])
    .filter(({ uuid }) => outbox.some((act) => act.uuid === uuid))
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.place ?? 0) - (b.place ?? 0));
  expect(confirmed.map(({ uuid }) => uuid)).toEqual(outbox.map(({ uuid }) => uuid));
  expect(await readTable(panel, database, 'notApplied')).toEqual([]);
  expect(sink.received.filter(({ recipients }) => recipients.includes(customer))).toHaveLength(1);

  // What another device of theirs sees is what was done here.
  const other = await secondDevice(hub);
  await other.panel.getByRole('option', { name: subject }).click();
  await expect(threadOf(other.panel).getByText('Noteret uden net')).toHaveCount(1);
  await expect(other.panel.getByRole('button', { name: /Owner/ })).toContainText('Mette');
  await expect(other.panel.getByText(/Closed \d\d:\d\d|In trash since|In spam since/)).toHaveCount(0);
  await expect(other.panel.getByRole('article', { name: /^Sent by/ })).toHaveCount(1);
  await other.panel.getByRole('button', { name: /^Draft to/ }).click();
  await expect(other.panel.getByRole('textbox', { name: 'Text of the reply' })).toContainText('En kladde uden net');
  await other.close();
});
