import type { Id } from '../../domain/model/ids';
import { type MovedMail, type MovingMail, moveLimits } from '../../sync/move-protocol';
import { metaRow } from '../store/me';
import type { MoveRow } from '../store/move-row';
import { MoveHalted, type MoveHost, MoveStopped } from './move-host';

/** ms until a hub that does not answer is asked again. */
const retry = 5000;

/** One run of a move: where it stands is written down after every step, and every step may be the last. */
export class MoveRun {
  constructor(
    readonly host: MoveHost,
    readonly row: Pick<MoveRow, 'inboxId' | 'upTo' | 'perhapsUpTo' | 'goal' | 'cursor' | 'at'>,
    /** The workspace that moves. */
    readonly from: Id,
  ) {}

  async note(change: Partial<MoveRow>): Promise<void> {
    const { local } = this.host;
    await local.transaction('rw', local.meta, async () => {
      const row = await metaRow(local, 'move');
      if (!row || row.at !== this.row.at) throw new MoveStopped('another move began');
      if (row.state === 'stopping') throw new MoveStopped('asked to');
      await local.meta.put({ ...row, ...change });
    });
  }

  async pause(ms: number): Promise<void> {
    await this.host.pause(ms);
    await this.note({});
  }

  send(mails: readonly MovingMail[]): Promise<readonly MovedMail[]> {
    return this.patiently(() => this.host.send(this.row.inboxId, this.from, mails));
  }

  /** Of as many as there are. */
  async states(hashes: readonly string[]): Promise<MovedMail[]> {
    const answers: MovedMail[] = [];
    for (let from = 0; from < hashes.length; from += moveLimits.asked)
      answers.push(...(await this.patiently(() => this.host.states(this.row.inboxId, this.from, hashes.slice(from, from + moveLimits.asked)))));
    return answers;
  }

  /**
   * Looks until it holds: rows the hub has made are on their way, or will be when it can be reached again. One that takes us no more ends it.
   * False after `most` ms with a hub that answered.
   */
  async until(holds: () => Promise<boolean>, most: number, every = 500): Promise<boolean> {
    for (let waited = 0; !(await holds()); waited += every) {
      if (waited >= most) return false;
      if (waited % retry === 0) {
        await this.patiently(() => this.host.states(this.row.inboxId, this.from, []));
        this.host.nudge();
      }
      await this.pause(every);
    }
    return true;
  }

  /** A hub that cannot be reached is waited for. */
  private async patiently<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const answer = await ask();
        await this.note({ state: 'running', problem: null });
        return answer;
      } catch (halted) {
        if (!(halted instanceof MoveHalted) || halted.problem !== 'offline') throw halted;
        await this.note({ state: 'waiting', problem: 'offline' });
        await this.pause(retry);
      }
    }
  }
}
