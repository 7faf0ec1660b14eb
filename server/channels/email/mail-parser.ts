import { Worker } from 'node:worker_threads';
import type { Arrival } from '../../../utils/mail/arrival';
import { mailLimits } from '../../../utils/mail/mail-limits';
import type { ParseAnswer, ParseJob } from './parse-worker-protocol';

/** What became of reading one mail. `again`: it may have been bad luck (a slow moment), another try is worth it. */
export type Reading =
  | Extract<ParseAnswer, { mail: unknown }>
  | { unreadable: 'too-large' | 'too-many-parts' | 'too-deep'; again: false }
  | { unreadable: 'too-slow' | 'crashed'; again: true; problem: string };

const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/**
 * Reads mails one at a time in a thread that is killed and replaced when a mail takes too long or too much memory (S31, S32):
 * whatever a stranger sends, the hub goes on and the next mail is read.
 */
export class MailParser {
  private worker: Worker | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  /** `bootstrap`: the worker to start, another one in tests of what happens when it dies. */
  constructor(
    private readonly bootstrap = new URL('./parse-worker.mjs', import.meta.url),
    private readonly milliseconds: number = mailLimits.milliseconds,
  ) {}

  read(raw: Uint8Array, arrival: Arrival): Promise<Reading> {
    const reading = this.queue.then(() => this.run({ raw, arrival }));
    this.queue = reading.catch(() => undefined);
    return reading;
  }

  async close() {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  private async run(job: ParseJob): Promise<Reading> {
    const worker = this.worker ?? (await this.start());
    // The library goes line by line: a mail at the size limit takes seconds where a letter takes milliseconds. 4 KB a ms beside
    // the limit of a letter is twelve seconds for 40 MB, three times what a busy machine was measured to need.
    const patience = this.milliseconds + Math.ceil(job.raw.length / 4_000);
    const answer = await ask(worker, job, patience);
    if ('unreadable' in answer) {
      this.worker = undefined;
      await worker.terminate();
      return answer;
    }
    if ('tooMuch' in answer) return { unreadable: answer.tooMuch, again: false };
    if ('failed' in answer) return { unreadable: 'crashed', again: true, problem: answer.failed };
    return answer;
  }

  private forget(worker: Worker) {
    if (this.worker === worker) this.worker = undefined;
  }

  private start(): Promise<Worker> {
    const worker = new Worker(this.bootstrap, { resourceLimits: memory });
    this.worker = worker;
    // Between mails nobody else listens, and a dying worker must not take the hub along.
    worker.on('error', () => this.forget(worker));
    worker.on('exit', () => this.forget(worker));
    return new Promise((resolve, reject) => {
      worker.once('message', () => resolve(worker));
      worker.once('error', reject);
    });
  }
}

function ask(worker: Worker, job: ParseJob, patience: number): Promise<ParseAnswer | Extract<Reading, { again: true }>> {
  return new Promise((resolve) => {
    const end = (answer: ParseAnswer | Extract<Reading, { again: true }>) => {
      clearTimeout(timer);
      // One by one: removing all listeners would take the worker's own, too, and it would fall silent.
      worker.off('message', end).off('error', onError).off('exit', onExit);
      resolve(answer);
    };
    const crashed = (problem: string) => end({ unreadable: 'crashed', again: true, problem });
    const onError = (fault: unknown) => crashed(String(fault));
    const onExit = (code: number) => crashed(`the parser ended with ${code}`);
    const timer = setTimeout(() => end({ unreadable: 'too-slow', again: true, problem: `still reading after ${patience} ms` }), patience);
    worker.on('message', end).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}
