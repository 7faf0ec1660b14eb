import type { Samples } from './bench-row';
import { benchRows } from './bench-rows';
import { Mailbox } from './mailbox';

declare global {
  /** Called by the runner, in the page. */
  var runBenchRow: (name: string, conversations: number) => Promise<Samples>;
}

const mailboxes = new Map<number, Mailbox>();

globalThis.runBenchRow = async (name, conversations) => {
  const row = benchRows.find((row) => row.name === name);
  if (!row) throw new Error(`no bench row ${name}`);
  const mailbox = mailboxes.get(conversations) ?? new Mailbox(conversations);
  mailboxes.set(conversations, mailbox);
  return row.run(mailbox);
};
