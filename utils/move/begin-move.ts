import { askBackground } from '../browser/ask-background';
import type { DeviceDatabase } from '../connection/device-database';
import { withDatabase } from '../connection/unsent-of';
import type { MoveMailsAnswer } from '../messaging/contract';
import type { SamtaleDatabase } from '../store/database';
import { MoveHalted, type MoveHost } from './move-host';
import { type MoveTarget, mendMove, runMove } from './run-move';

const lockOf = (local: SamtaleDatabase) => `samtale-move-${local.name}`;

/** Moves while this page is open, one at a time for each workspace; where it stands is in its database, for every page to show. */
export function beginMove(
  device: Pick<DeviceDatabase, 'connections'>,
  local: SamtaleDatabase,
  localId: string,
  target: MoveTarget,
  writtenOn: MoveHost['writtenOn'],
): Promise<void> {
  return navigator.locks.request(lockOf(local), { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    await withDatabase(device, target.to, (hub) => runMove({ ...hostOf(device, localId, target.to), local, hub, writtenOn }, target));
  });
}

/** A page that was closed took its move along. */
export const mendClosedMove = (local: SamtaleDatabase): Promise<void> =>
  navigator.locks.request(lockOf(local), { ifAvailable: true }, async (lock) => {
    if (lock) await mendMove(local);
  });

function hostOf(device: Pick<DeviceDatabase, 'connections'>, localId: string, connectionId: string): Omit<MoveHost, 'local' | 'hub' | 'writtenOn'> {
  const told = async (asking: Promise<MoveMailsAnswer>) => {
    const answer = await asking.catch(async (error: unknown) => {
      // A worker that was stopped in the middle: what it sent, the hub says when it is asked again. Of an account that was signed out of, nobody will.
      console.warn('the worker went while moving', error);
      throw new MoveHalted((await device.connections.get(connectionId)) ? 'offline' : 'no-connection');
    });
    if ('failed' in answer) throw new MoveHalted(answer.failed);
    return answer.mails;
  };
  return {
    send: (inboxId, from, mails) => told(askBackground({ type: 'move-mails', connectionId, localId, head: { from, inboxId, mails: [...mails] } })),
    states: (inboxId, from, hashes) => told(askBackground({ type: 'move-states', connectionId, request: { from, inboxId, hashes: [...hashes] } })),
    nudge: () => void askBackground({ type: 'nudge' }).catch((error: unknown) => console.warn('the worker was not reached', error)),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: Date.now,
  };
}
