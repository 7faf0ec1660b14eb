import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { conversationRow, id, messageRow } from '../../tests/support/rows';
import { askBackground } from '../browser/ask-background';
import { DeviceDatabase, type HubConnection } from '../connection/device-database';
import { openDatabase, type SamtaleDatabase } from '../store/database';
import { metaRow } from '../store/me';
import { newId } from '../store/new-id';
import { beginMove } from './begin-move';

vi.mock('../browser/ask-background', () => ({ askBackground: vi.fn() }));

const hub: HubConnection = {
  id: 'hub',
  kind: 'hub',
  origin: 'https://hub.example',
  hubName: 'Havnegaard',
  agentId: id(2),
  agentName: 'Ida',
  email: 'ida@firma.example',
  createdAt: 1,
  lastOpenedAt: 1,
  signedOut: false,
};
let device: DeviceDatabase;
let local: SamtaleDatabase;
const row = () => metaRow(local, 'move');
const move = () => beginMove(device, local, 'here', { to: hub.id, inboxId: id(10), hubName: hub.hubName, inboxName: 'Salg' }, String);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('navigator', { locks: { request: (...args: unknown[]) => (args.at(-1) as (lock: unknown) => unknown)({}) } });
  // The worker knows no such account, or was stopped in the middle: a page cannot tell one from the other by that.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.mocked(askBackground).mockRejectedValue(new Error('no hub connection'));
  device = new DeviceDatabase(`device-${newId()}`);
  local = openDatabase(`samtale-${newId()}`);
  await local.workspaces.put({ id: newId(), name: 'Her', version: 1 } as never);
  const mail = { ...messageRow(11, 10, 1), kind: 'email' as const, rawHash: 'a'.repeat(64) };
  await local.threads.put({ conversationId: conversationRow(1, 10).id, n: 0, more: false, messages: [mail] } as never);
});

afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await local.delete();
  await device.delete();
});

it('K16 X13 a move whose account was signed out of since is not waited for: it ends and says so', async () => {
  const moving = move();
  await vi.waitFor(async () => expect(await row()).toMatchObject({ state: 'failed', problem: 'no-connection' }));
  await moving;
});

it('K16 X13 a worker that does not answer is waited for as long as the account is listed here, and signing out meanwhile ends it', async () => {
  await device.connections.put(hub);
  const moving = move();
  await vi.waitFor(async () => expect(await row()).toMatchObject({ state: 'waiting', problem: 'offline' }));
  await device.connections.delete(hub.id);
  await vi.advanceTimersByTimeAsync(5000);
  await vi.waitFor(async () => expect(await row()).toMatchObject({ state: 'failed', problem: 'no-connection' }));
  await moving;
});
