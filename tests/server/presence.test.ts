import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { HubFrame } from '../../sync/protocol';
import { unpackedExtensionId } from '../../utils/browser/extension-id';
import { agentRow, conversationRow, id, memberRow, write } from '../support/rows';
import { startTestHub, type TestHub } from './test-hub';
import { until } from './until';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Agents 2 and 3 are in inbox 10, agents 2 and 4 in inbox 11. */
let hub: TestHub;
const times = { lapse: 600_000 };
const [talk, other] = [id(730), id(731)];
const left: (() => void)[] = [];
beforeAll(async () => {
  hub = await startTestHub({ presenceTimes: times });
  await hub.commit([write('conversations', conversationRow(730, 10)), write('conversations', conversationRow(731, 11))]);
});
afterAll(async () => {
  for (const leave of left) leave();
  await hub.stop();
});

type Heard = Extract<HubFrame, { type: 'presence' }>;

/** A device of this agent, and what it last heard of each conversation. */
async function device(agent: number) {
  const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/sync/socket`, { origin: `chrome-extension://${unpackedExtensionId}` });
  const heard: Heard[] = [];
  let welcome = false;
  socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', token: `agent-${agent}`, clientId: id(9000 + agent) })));
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as HubFrame;
    if (frame.type === 'welcome') welcome = true;
    if (frame.type === 'presence') heard.push(frame);
  });
  left.push(() => socket.terminate());
  await until(() => welcome, 'a welcome');
  const say = (frame: unknown) => socket.send(JSON.stringify(frame));
  return {
    socket,
    heard,
    here: (...places: [conversationId: string, doing: string][]) =>
      say({ type: 'here', places: places.map(([conversationId, doing]) => ({ conversationId, doing })) }),
    beat: () => say({ type: 'beat' }),
    sees: (conversationId: string) => heard.findLast((frame) => frame.conversationId === conversationId)?.who,
  };
}
const inOrder = (who: readonly { agentId: string }[] | undefined) => JSON.stringify(who?.toSorted((a, b) => (a.agentId < b.agentId ? -1 : 1)));
const sees = (one: Awaited<ReturnType<typeof device>>, conversationId: string, who: readonly { agentId: string }[]) =>
  until(() => inOrder(one.sees(conversationId)) === inOrder(who), `${JSON.stringify(who)} seen`);
const agent = (n: number, doing = 'reading') => ({ agentId: id(n), doing });

it('THR-14 who has the same conversation open sees who reads and who writes there, and that they left', async () => {
  const [ann, bo] = [await device(2), await device(3)];
  ann.here([talk, 'reading']);
  await sees(ann, talk, []);
  bo.here([talk, 'reading']);
  await sees(ann, talk, [agent(3)]);
  await sees(bo, talk, [agent(2)]);
  bo.here([talk, 'reply']);
  await sees(ann, talk, [agent(3, 'reply')]);
  // A second device of theirs that only reads changes nothing.
  const boElsewhere = await device(3);
  boElsewhere.here([talk, 'reading']);
  await sees(boElsewhere, talk, [agent(2)]);
  expect(ann.sees(talk)).toEqual([agent(3, 'reply')]);
  bo.here([other, 'reading']);
  await sees(ann, talk, [agent(3)]);
  boElsewhere.socket.close();
  await sees(ann, talk, []);
  ann.socket.close();
  bo.socket.close();
});

it('D20 whoever is not in the inbox is told nothing, and nobody is told of them, also when they were let out a moment ago', async () => {
  await hub.commit([write('agents', agentRow(5)), write('members', memberRow(50, 10, 5))]);
  const [ann, outsider, leaver] = [await device(2), await device(4), await device(5)];
  outsider.here([talk, 'reply'], [id(9999), 'reading']);
  leaver.here([talk, 'reading']);
  ann.here([talk, 'reading']);
  await sees(ann, talk, [agent(5)]);
  await sees(leaver, talk, [agent(2)]);
  await hub.commit([write('members', null, memberRow(50, 10, 5))]);
  ann.here([talk, 'comment']);
  await sees(ann, talk, []);
  expect(leaver.sees(talk)).toEqual([agent(2)]);
  expect(outsider.heard).toEqual([]);
  for (const { socket } of [ann, outsider, leaver]) socket.close();
});

it('THR-14 a device that says nothing more is gone after a while, one that beats is not', async () => {
  await hub.commit([write('agents', agentRow(6)), write('members', memberRow(60, 10, 6))]);
  const [ann, bo, dan] = [await device(2), await device(3), await device(6)];
  ann.here([talk, 'reading']);
  await sees(ann, talk, []);
  times.lapse = 2500;
  bo.here([talk, 'reading']);
  const beating = setInterval(bo.beat, 100);
  dan.here([talk, 'reading']);
  await sees(ann, talk, [agent(3), agent(6)]);
  await sees(ann, talk, [agent(3)]);
  clearInterval(beating);
  await sees(ann, talk, []);
  times.lapse = 600_000;
  for (const { socket } of [ann, bo, dan]) socket.close();
});

it('THR-14 nothing of it is written', async () => {
  const ann = await device(2);
  const written = async () => JSON.stringify((await hub.database.query('select id, version from spaces order by id')).rows);
  const before = await written();
  ann.here([talk, 'reply']);
  await sees(ann, talk, []);
  expect(await written()).toBe(before);
  ann.socket.close();
});
