import { type MailboxProblemCode, triedAgain } from '../../../domain/model/mailbox';
import type { MessageKey } from '../../../utils/i18n/messages';

const again: readonly MailboxProblemCode[] = triedAgain;

/** What to do about a problem; `tested`: somebody has just pressed Test, and nobody tries again unless they do. */
export const problemKey = (code: MailboxProblemCode, tested: boolean) =>
  `${tested && again.includes(code) ? 'chnTest' : 'chnProblem'}_${code}` as MessageKey;
