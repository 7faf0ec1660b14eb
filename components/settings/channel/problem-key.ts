import type { MailboxProblemCode } from '../../../domain/model/mailbox';
import type { MessageKey } from '../../../utils/i18n/messages';
import { testedApart } from '../../../utils/i18n/tested-apart';

const apart: readonly MailboxProblemCode[] = testedApart;

/** What to do about a problem; `tested`: somebody has just pressed Test, and nobody tries again unless they do. */
export const problemKey = (code: MailboxProblemCode, tested: boolean) =>
  `${tested && apart.includes(code) ? 'chnTest' : 'chnProblem'}_${code}` as MessageKey;
