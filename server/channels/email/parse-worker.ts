import { parentPort } from 'node:worker_threads';
import { MailTooMuch } from '../../../utils/mail/mail-limits';
import type { ParseAnswer, ParseJob } from './parse-worker-protocol';
import { readMail } from './read-mail';

/** Runs in a thread of its own, which the mail parser may kill at any moment. */
async function answer({ raw, arrival }: ParseJob): Promise<ParseAnswer> {
  try {
    return await readMail(raw, arrival);
  } catch (fault) {
    if (fault instanceof MailTooMuch) return { tooMuch: fault.reason };
    return { failed: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
  }
}

const port = parentPort;
if (!port) throw new Error('parse-worker.ts runs as a worker thread only');
port.on('message', async (job: ParseJob) => port.postMessage(await answer(job)));
port.postMessage('ready');
