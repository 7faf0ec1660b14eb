import { mailLimits } from '../mail/mail-limits';
import type { SplitText } from '../mail/split-quote';
import type { ImportAnswer, ImportJob } from './import-worker';
import type { FoundMail, MailIndex } from './mail-source';
import { type ReadFor, type ReadMail, unreadable } from './unreadable-mail';

/** What an import asks of whoever reads mails for it. */
export interface MailReader {
  index(files: readonly File[], onBytes: (looked: number) => void): Promise<MailIndex>;
  read(found: FoundMail, about: ReadFor): Promise<ReadMail>;
  close(): void;
}

/** … and of a mail there is but the HTML of: its text; empty where that takes too long. */
interface MarkupReader extends MailReader {
  textOf(markup: string): Promise<SplitText>;
}

/**
 * Reads in a thread of its own, so that the page stays quick; a mail that takes too long ends the thread, is shown as one that could not be
 * read, and the next is read by a new one (S31, S32).
 */
export function workerReader(start: () => Worker = startWorker): MarkupReader {
  let worker: Worker | undefined;
  const ask = (job: ImportJob, patience: number, onBytes?: (looked: number) => void) =>
    new Promise<Exclude<ImportAnswer, { looked: number }> | 'stopped'>((resolve) => {
      worker ??= start();
      const mine = worker;
      const end = (answer: Exclude<ImportAnswer, { looked: number }> | 'stopped') => {
        clearTimeout(timer);
        mine.onmessage = null;
        mine.onerror = null;
        if (answer === 'stopped') {
          mine.terminate();
          worker = undefined;
        }
        resolve(answer);
      };
      let timer = setTimeout(() => end('stopped'), patience);
      mine.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
        if (!('looked' in data)) return end(data);
        clearTimeout(timer);
        timer = setTimeout(() => end('stopped'), patience);
        onBytes?.(data.looked);
      };
      mine.onerror = (event) => {
        console.warn('the reader of mails went', event.message);
        end('stopped');
      };
      mine.postMessage(job);
    });
  return {
    async index(files, onBytes) {
      const answer = await ask({ job: 'index', files }, 120_000, onBytes);
      if (answer !== 'stopped' && 'index' in answer) return answer.index;
      throw new Error(answer === 'stopped' ? 'looking through the files took too long' : 'failed' in answer ? answer.failed : 'no index');
    },
    async read(found, about) {
      // A letter takes milliseconds, one at the limit of size some seconds; the thread may have to start first, on a busy machine.
      const answer = await ask({ job: 'read', found, about }, 5 * mailLimits.milliseconds + Math.ceil(found.length / 4_000));
      if (answer === 'stopped') return unreadable(found, about, 'too-slow');
      if ('read' in answer) return answer.read;
      // The file itself could not be read: it was moved, changed or is on a disk that went.
      throw new Error('failed' in answer ? answer.failed : 'no mail');
    },
    async textOf(markup) {
      const answer = await ask({ job: 'text', markup }, 5 * mailLimits.milliseconds);
      return answer !== 'stopped' && 'text' in answer ? answer.text : { text: '', quotedText: '' };
    },
    close() {
      worker?.terminate();
      worker = undefined;
    },
  };
}

const startWorker = () => new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
