import { v7 } from 'uuid';
import type { MailboxProblem } from '../../../../domain/model/mailbox';
import type { DrizzleHubStore } from '../../../db/drizzle-hub-store';
import { releaseMails } from '../../../db/release-mails';
import { actAsHost } from '../../../sync/act-as-host';
import type { ClaimedMail } from '../ports';
import { needsPerson, quietFailures } from './mailbox-fault';

/**
 * Keeps what a hand-over told of sending by its mailbox, and lets go what waited once it sends again. Answers whether it sends
 * nothing: signed out, or failing for more than a moment.
 */
export const recordSending =
  (store: DrizzleHubStore, now: () => number) =>
  ({ mail: { channelId }, workspaceId, attempt }: ClaimedMail, problem: MailboxProblem | null): Promise<boolean> =>
    store.transaction('all', async (transaction) => {
      const mailbox = (await transaction.reader.find('channels', channelId))?.mailbox;
      if (!mailbox) return false;
      if (problem && mailbox.standing.state === 'signed-out') return true;
      const told = problem ? needsPerson.has(problem.code) || mailbox.sending || attempt > quietFailures : mailbox.sending;
      if (!told) return false;
      const args = { channelId, standing: { state: 'sending' as const, problem }, signedIn: false };
      await actAsHost(transaction, { name: 'recordMailbox', args, workspaceId, uuid: v7(), at: now() });
      if (!problem) await releaseMails(transaction.db, channelId, now());
      return problem !== null;
    });
