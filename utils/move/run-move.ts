import { isDiskFull } from '../../sync/is-disk-full';
import type { SamtaleDatabase } from '../store/database';
import { metaRow } from '../store/me';
import { type MoveProblem, type MoveRow, perhapsMoved } from '../store/move-row';
import { compareAll } from './compare';
import { MoveHalted, type MoveHost, MoveStopped } from './move-host';
import { moveMails } from './move-mails';
import { MoveRun } from './move-run';
import { moveThreads } from './move-threads';

/** Which hub's inbox a workspace moves into, with the names it is told by. */
export type MoveTarget = Pick<MoveRow, 'to' | 'inboxId' | 'hubName' | 'inboxName'>;

/**
 * Moves a workspace of this computer into an inbox of a hub: mails, then what people did, then both sides are compared. Ends with where it stands
 * in the database; begun again with the same target it goes on there, and once it is through takes what was done since. Deletes nothing.
 */
export async function runMove(host: MoveHost, target: MoveTarget): Promise<void> {
  const { local } = host;
  const workspace = await local.workspaces.toCollection().first();
  if (!workspace) throw new Error('no workspace to move');
  const run = new MoveRun(host, await begin(local, target, host.now()), workspace.id);
  try {
    await moveMails(run);
    await moveThreads(run);
    const result = await compareAll(run);
    await run.note({ state: 'done', problem: null, result, upTo: run.row.goal, cursor: null });
  } catch (ended) {
    if (ended instanceof MoveStopped) return end(local, 'stopped', null);
    const problem = ended instanceof MoveHalted ? ended.problem : isDiskFull(ended) ? 'disk-full' : 'fault';
    if (problem === 'fault') console.error('a move ended', ended);
    return end(local, 'failed', problem);
  }
}

async function begin(local: SamtaleDatabase, target: MoveTarget, at: number): Promise<MoveRow> {
  return local.transaction('rw', local.meta, async () => {
    const before = await metaRow(local, 'move');
    const version = (await metaRow(local, 'local'))?.version ?? 0;
    const same = before?.to === target.to && before.inboxId === target.inboxId ? before : undefined;
    const goesOn = same !== undefined && same.state !== 'done';
    // By the inbox alone: what a run was through with is there, whoever signs in there anew. A cursor is worth no more than the outbox it was ahead of.
    const upToOf = { ...before?.upToOf, ...(before && { [before.inboxId]: before.upTo }) };
    const begunOf = before ? perhapsMoved(before) : {};
    const row: MoveRow = {
      key: 'move',
      ...target,
      state: 'running',
      problem: null,
      step: 'mails',
      mails: { total: 0, sent: 0, read: 0 },
      threads: { total: 0, done: 0 },
      upTo: upToOf[target.inboxId] ?? 0,
      upToOf,
      begunOf,
      perhapsUpTo: (goesOn ? same.perhapsUpTo : begunOf[target.inboxId]) ?? 0,
      goal: goesOn ? same.goal : version,
      cursor: goesOn ? same.cursor : null,
      result: null,
      at,
    };
    await local.meta.put(row);
    return row;
  });
}

const end = (local: SamtaleDatabase, state: 'stopped' | 'failed', problem: MoveProblem | null): Promise<void> =>
  local.transaction('rw', local.meta, async () => {
    const row = await metaRow(local, 'move');
    if (row) await local.meta.put({ ...row, state, problem });
  });

/** Asks whoever works at it to stop after what is in hand. */
export const stopMove = (local: SamtaleDatabase): Promise<void> =>
  local.transaction('rw', local.meta, async () => {
    const row = await metaRow(local, 'move');
    if (row?.state === 'running' || row?.state === 'waiting') await local.meta.put({ ...row, state: 'stopping' });
  });

/** Back to where an inbox is chosen, from a move nobody works at. */
export const chooseAnew = (local: SamtaleDatabase): Promise<void> =>
  local.transaction('rw', local.meta, async () => {
    const row = await metaRow(local, 'move');
    if (row?.state === 'stopped' || row?.state === 'failed') await local.meta.put({ ...row, state: 'choosing', problem: null });
  });

/** A page that was closed took its move along: it stands as stopped, where it was. Only called where nobody works at it. */
export const mendMove = (local: SamtaleDatabase): Promise<void> =>
  local.transaction('rw', local.meta, async () => {
    const row = await metaRow(local, 'move');
    if (row && ['running', 'waiting', 'stopping'].includes(row.state)) await local.meta.put({ ...row, state: 'stopped' });
  });
