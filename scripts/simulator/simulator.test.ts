import { afterAll, beforeAll, expect, it } from 'vitest';
import { productFiles } from '../../tests/architecture/source-files';
import { startTestHub, type TestHub } from '../../tests/server/test-hub';
import { channelRow, id, write } from '../../tests/support/rows';
import { simulatorRoutes } from './simulator-routes';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ development: simulatorRoutes });
  const rows = (['chat', 'form', 'call'] as const).map((kind, n) => ({ ...channelRow(30 + n, 10, ''), kind, name: kind, address: null }));
  await hub.commit(rows.map((row) => write('channels', row)));
});
afterAll(() => hub.stop());

const say = (path: string, fields: Record<string, string>, origin = hub.url) =>
  hub.request(null, path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin }, redirect: 'manual' });
const conversationsOf = (channel: number) =>
  hub.store.transaction('all', async ({ reader }) => {
    const all = await Promise.all([...made].map((conversationId) => reader.find('conversations', conversationId)));
    return all.filter((one) => one?.channelId === id(channel));
  });
const made = new Set<string>();
const begin = async (channel: number, fields: Record<string, string>) => {
  const answer = await say(`/simulator/channels/${id(channel)}`, fields);
  expect(answer.status).toBe(303);
  const path = answer.headers.get('location') ?? '';
  made.add(path.split('/').at(-1) ?? '');
  return path;
};

it('THR-9 VIEW-5 a bot’s chat arises as it would from a web site: the bot leads, hands over, and the visitor sees what they may', async () => {
  const chat = await begin(30, {
    name: 'Kim',
    address: 'kim@kunde.dk',
    text: 'Where is my parcel?',
    botLeads: 'on',
    botName: 'Order bot',
    minutesAgo: '40',
  });
  const [led] = await conversationsOf(30);
  expect(led).toMatchObject({
    channel: 'chat',
    contactName: 'Kim',
    bot: { name: 'Order bot', handedOverAt: null },
    lastInboundAt: hub.clock.now - 40 * 60_000,
  });
  await say(chat, { author: 'bot', botName: 'Order bot', text: 'Your order number, please' });
  await say(chat, { author: 'visitor', text: 'A <b>person</b>, please' });
  const [handed] = await conversationsOf(30);
  expect(handed?.bot?.handedOverAt).toBe(hub.clock.now);
  const page = await (await hub.request(null, chat)).text();
  for (const words of ['Where is my parcel?', 'Your order number, please', 'A &lt;b&gt;person&lt;/b&gt;, please', 'Order bot has handed over'])
    expect(page).toContain(words);
});

it('CHN-1 a Messenger page can be added, and its lines begin a Messenger conversation', async () => {
  const added = await say('/simulator/channels', { place: `${id(11)} messenger`, name: 'Our page' });
  const channel = (added.headers.get('location') ?? '').split('/').at(-1) ?? '';
  const answer = await say(`/simulator/channels/${channel}`, { name: 'Lea', text: 'Hi' });
  const conversationId = (answer.headers.get('location') ?? '').split('/').at(-1) ?? '';
  const begun = await hub.store.transaction('all', ({ reader }) => reader.find('conversations', conversationId));
  expect(begun).toMatchObject({ channel: 'messenger', inboxId: id(11), contactName: 'Lea' });
});

it('CHN-11 CHN-1 a form is submitted, a call is missed', async () => {
  await begin(31, { Name: 'Ole', 'E-mail': 'ole@kunde.dk', Message: 'Do you deliver on Saturdays?' });
  await begin(32, { number: '+45 70 20 30 40', outcome: 'missed', seconds: '0' });
  const form = await (await hub.request(null, `/simulator/channels/${id(31)}`)).text();
  expect(form).toContain('Do you deliver on Saturdays?');
  const call = await (await hub.request(null, `/simulator/channels/${id(32)}`)).text();
  expect(call).toContain('+45 70 20 30 40');
});

it('S11 another page that posts here changes nothing', async () => {
  const answer = await say(`/simulator/channels/${id(30)}`, { name: 'Eve', text: 'pay me' }, 'https://evil.example');
  expect(answer.status).toBe(403);
  expect(await (await hub.request(null, `/simulator/channels/${id(30)}`)).text()).not.toContain('pay me');
});

it('no program that ships or serves knows the simulator, and a hub that others reach does not show it', async () => {
  expect(productFiles.filter(({ imports }) => imports.some((name) => name.includes('simulator'))).map(({ path }) => path)).toEqual([]);
  const reached = await startTestHub({ baseUrl: 'https://hub.firma.dk', development: simulatorRoutes });
  expect((await reached.request(null, '/simulator')).status).toBe(404);
  await reached.stop();
});
