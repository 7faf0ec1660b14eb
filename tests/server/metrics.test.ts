import { afterAll, beforeAll, expect, it } from 'vitest';
import { metricsRoutes } from '../../server/http/metrics-routes';
import { HubMetrics } from '../../server/metrics/hub-metrics';
import { agentRow, channelRow, conversationRow, id, messageRow, outboundRow, write } from '../support/rows';
import { startTestHub, type TestHub } from './test-hub';

const metricsToken = 'a-token-for-the-metrics';
let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub({ metricsToken: metricsToken });
  const failing = { state: 'failing', since: 0, problem: { code: 'sign-in-refused', server: 'imap', words: 'NO bo@kunde.dk is unknown' } };
  const sending = { since: 0, problem: { code: 'nobody-answers', server: 'smtp', words: '' } };
  await hub.commit([
    write('channels', { ...channelRow(30, 10, 'salg@firma.dk'), mailbox: { importSince: 0, standing: failing, sending } }),
    write('conversations', conversationRow(40, 10)),
    write('messages', messageRow(41, 10, 40, { direction: 'out', delivery: { state: 'queued', at: 0, text: '' } })),
    write('outboundMails', outboundRow(42, 10, 40, 41)),
  ]);
});
afterAll(() => hub.stop());

const scrape = async (token = metricsToken) => hub.request(null, '/metrics', { headers: { authorization: `Bearer ${token}` } });

it('the metrics tell what this hub does and what waits in it', async () => {
  const client = { clientId: id(9000), epoch: null };
  const act = (n: number, conversationId: string) => ({
    id: n,
    uuid: id(9100 + n),
    name: 'closeConversation',
    args: { conversationId },
    schemaVersion: 1,
    claimedAt: 0,
  });
  await hub.post(3, '/sync/push', { ...client, mutations: [act(1, id(40)), act(2, id(777)), act(9, id(40))] });
  await hub.post(3, '/sync/pull', { ...client, cursors: {} });
  await hub.request(3, `/messages/${id(41)}/files/${'a'.repeat(64)}`);
  const text = await (await scrape()).text();
  for (const line of [
    'samtale_sync_acts_total{outcome="applied"} 1',
    'samtale_sync_acts_total{outcome="not-found"} 1',
    'samtale_sync_pushes_stopped_total{why="gap"} 1',
    'samtale_sync_pulls_total{answer="news"} 1',
    'samtale_http_request_seconds_count{method="POST",route="/sync/push",status="200"} 1',
    'samtale_http_request_seconds_count{method="GET",route="/messages/:id/files/:hash",status="404"} 1',
    'samtale_outgoing_mails{state="queued"} 1',
    'samtale_mailboxes{state="failing",problem="sign-in-refused"} 1',
    'samtale_mailboxes{state="not-sending",problem="nobody-answers"} 1',
    'samtale_devices_connected 0',
  ])
    expect(text).toContain(`${line}\n`);
  expect(text).toContain('process_cpu_seconds_total');
});

it('no label names anybody: no address, no id, no name, whatever was asked for', async () => {
  for (const path of [`/m/${id(41)}`, `/join/${'t'.repeat(43)}`, '/bo@kunde.dk', `/hosted/${id(30)}`, `/mailboxes/${id(30)}`, '/auth/bo@kunde.dk'])
    await hub.request(3, path);
  const text = await (await scrape()).text();
  const labels = [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => ({ name, value: value ?? '' }));
  expect(labels.length).toBeGreaterThan(20);
  const person = /@|[0-9a-f]{8}-[0-9a-f]{4}|ttttt|kunde|firma|Agent \d/i;
  expect(labels.filter(({ value }) => person.test(value))).toEqual([]);
  const known = ['method', 'route', 'status', 'le', 'outcome', 'why', 'answer', 'way', 'result', 'state', 'problem', 'queue'];
  const ours = text
    .split('\n')
    .filter((line) => line.startsWith('samtale_'))
    .flatMap((line) => [...line.matchAll(/(\w+)="/g)].map(([, name]) => name));
  expect(ours.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  expect(person.test(agentRow(3).name) && person.test(agentRow(3).email)).toBe(true);
});

it('S2 only who has the token sees them; without one set there are none', async () => {
  expect((await scrape('another')).status).toBe(401);
  expect((await hub.request(3, '/metrics')).status).toBe(401);
  const closed = metricsRoutes({ metrics: new HubMetrics(() => 0, undefined), metricsToken: undefined });
  expect((await closed.request('/metrics', { headers: { authorization: 'Bearer undefined' } })).status).toBe(404);
});
